#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/pathways.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace coopnet::pathways {

struct AllShortestOptions {
    std::uint64_t max_results = 1000;
    std::optional<double> time_limit = std::nullopt;  ///< seconds
};

struct KShortestOptions {
    std::uint64_t k = 5;
    std::optional<double> time_limit = std::nullopt;  ///< seconds
};

// All questions here: `costs` are by edge id, none means that every edge costs one step.
// Equal sums are equal by CostScale; among them fewer steps come first, then the pathway
// whose vertices and edges come first in the view. Pathways are simple, loops never lie on
// one, parallel edges make pathways of their own. From a vertex to itself leads the one
// pathway without a step. They throw InvalidWeight if a cost is negative or not finite,
// InvalidOption if costs and edges are not as many or an end is no vertex, and Cancelled.

/// The shortest pathway; nothing if there is none.
/// Cost: O(E + V·log V). Reference: Dijkstra (1959), doi:10.1007/BF01386390.
template <Direction D>
std::optional<Pathway> shortest(const Csr<D>& view, std::span<const double> costs, Vertex source, Vertex target,
                                Monitor& monitor);

/// All pathways as short as the shortest, `partial` if there are more than `max_results`.
/// Cost: that of the shortest, and at most O(V) searches a further pathway, usually O(V).
template <Direction D>
Pathways all_shortest(const Csr<D>& view, std::span<const double> costs, Vertex source, Vertex target,
                      AllShortestOptions options, Monitor& monitor);

/// The k shortest pathways, or all there are. Not `partial` for ending at k.
/// Cost: O(k·V) searches at worst, usually little more than k.
/// Reference: Yen (1971), doi:10.1287/mnsc.17.11.712; Lawler (1972), doi:10.1287/mnsc.18.7.401.
template <Direction D>
Pathways k_shortest(const Csr<D>& view, std::span<const double> costs, Vertex source, Vertex target,
                    KShortestOptions options, Monitor& monitor);

}  // namespace coopnet::pathways
