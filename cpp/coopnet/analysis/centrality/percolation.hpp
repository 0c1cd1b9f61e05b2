#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

/// How much of what spreads along shortest pathways passes through each actor, where each
/// source counts by its state: how far what spreads has taken hold of it, from 0 to 1.
///
/// 1 means: on every shortest pathway from every other actor that has anything to pass on.
/// With equal states it is normalized betweenness. An actor whose others all have state 0
/// has 0, and with fewer than three actors everybody has. `states` by vertex; `costs` by
/// edge id, empty: each edge has length one. Parallel edges are one, loops no steps.
///
/// Cost: O(V·E), or O(V·E·log V) with costs.
/// Reference: Piraveenan, Prokopenko and Hossain (2013), doi:10.1371/journal.pone.0053095.
/// Throws InvalidOption unless there is a state from 0 to 1 for every vertex, InvalidWeight
/// if a cost is not positive and finite, Cancelled.
template <Direction D>
Scores percolation(const Csr<D>& view, std::span<const double> costs, std::span<const double> states, Monitor& monitor);

}  // namespace coopnet::centrality
