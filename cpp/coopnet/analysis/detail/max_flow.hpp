#pragma once

#include <coopnet/core/monitor.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::detail {

/// What can flow from one node to another. Nodes are numbered from 0; parallel arcs each hold
/// what they hold, and what runs either way is two arcs.
struct FlowArc {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double capacity = 0;  ///< infinite: without limit
};

/// A maximum flow, and the minimum cut that proves it.
struct MaxFlow {
    double value = 0;
    std::vector<double> amounts;    ///< by arc; a loop carries nothing
    std::vector<bool> source_side;  ///< by node: the minimum cut nearest to the source
    /// What is left of an arc counts as nothing up to this: 0 where amounts are exact.
    double slack = 0;
};

/// The most that flows from source to target, who differ.
///
/// Computed in whole numbers, so it always ends and amounts never leave a rest: of decimals of at
/// most nine places (`CostScale`) exactly; of others as the binary fractions they are, down to
/// 2^-125 of all capacity together. There two amounts are equal within a relative 1e-10.
///
/// Cost: O(V²·√E) at most, in practice near to O(E). Reference: Goldberg and Tarjan (1988),
/// doi:10.1145/48014.61051; Cherkassky and Goldberg (1997), doi:10.1007/PL00009180.
/// Throws InvalidWeight for a capacity that is negative or no number, or if `endless_way` finds
/// one, and Cancelled.
MaxFlow max_flow(std::uint32_t nodes, std::span<const FlowArc> arcs, std::uint32_t source, std::uint32_t target,
                 const Monitor& monitor);

/// The nodes of a shortest way from source to target along arcs without limit, none if there is none.
std::vector<std::uint32_t> endless_way(std::uint32_t nodes, std::span<const FlowArc> arcs, std::uint32_t source,
                                       std::uint32_t target);

}  // namespace coopnet::detail
