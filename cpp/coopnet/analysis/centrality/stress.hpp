#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

/// How many shortest pathways between two others pass through each actor.
///
/// One unit is one pathway, where `betweenness` gives a pair's pathways one unit together.
/// Parallel edges are no further pathways, loops no steps. An undirected pair counts once.
/// With fewer than three actors every score is zero. `costs` by edge id, empty: each edge
/// has length one. Undefined where pathways are too many to count.
///
/// Cost: O(V·E), or O(V·E·log V) with costs.
/// References: Shimbel (1953), doi:10.1007/BF02476438; Brandes (2008),
/// doi:10.1016/j.socnet.2007.11.001.
/// Throws InvalidWeight if a cost is not positive and finite, Cancelled.
template <Direction D>
Scores stress(const Csr<D>& view, std::span<const double> costs, Monitor& monitor);

}  // namespace coopnet::centrality
