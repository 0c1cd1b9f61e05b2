#pragma once

#include <coopnet/analysis/detail/max_flow.hpp>
#include <coopnet/core/monitor.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::detail {

struct CheapestFlow {
    double value = 0;               ///< `amount`, or the most there is
    std::vector<double> amounts;    ///< by arc
    std::vector<bool> source_side;  ///< if that is less than `amount`: by node, the cut that is full
};

/// An amount from source to target, who differ, at the least cost; as much of it as can flow. `costs` are
/// by arc, for each unit, none negative; of ways that cost the same those of fewer arcs fill first.
///
/// Each further part goes a cheapest way through what the others leave, which may take the place of some of
/// them. Fewest arcs among the cheapest make it end for any amounts, as in Edmonds and Karp (1972),
/// doi:10.1145/321694.321699; it is exact for whole ones. `rest`: what is left of an arc, as a part of what it
/// holds, that rounding may leave over: nothing of whole numbers.
/// Cost: O(E·log V) a part; there are at most V·E parts for each cost that a way can have, usually few.
/// Throws Cancelled.
CheapestFlow min_cost_flow(std::uint32_t nodes, std::span<const FlowArc> arcs, std::span<const double> costs,
                           std::uint32_t source, std::uint32_t target, double amount, double rest,
                           const Monitor& monitor);

}  // namespace coopnet::detail
