#pragma once

#include <coopnet/analysis/detail/apart.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/pathways.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace coopnet::pathways {

using detail::Of;

struct DisjointOptions {
    Of of = Of::actors;
    std::optional<std::uint64_t> k = std::nullopt;  ///< at most so many; nothing: as many as there are
};

/// As many pathways as there are that share no vertex but their ends, or no edge, and of all
/// such sets one of least total cost, among these of fewest steps; shortest pathways first.
///
/// `costs` are by edge id, none means that every edge costs one step. Sums are compared
/// exactly where costs share a decimal scale (CostScale). Edges that run both ways are one
/// edge; parallel edges from source to target share nothing and are pathways each. By Menger's
/// theorem there are as many as a smallest cut has vertices (if the ends have no edge), or edges.
///
/// Cost: O(k·E·log V). Reference: Suurballe (1974), doi:10.1002/net.3230040204.
/// Throws InvalidOption if source and target are the same, InvalidWeight if a cost is
/// negative or not finite, Cancelled.
template <Direction D>
Pathways disjoint(const Csr<D>& view, std::span<const double> costs, Vertex source, Vertex target,
                  const DisjointOptions& options, Monitor& monitor);

}  // namespace coopnet::pathways
