#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

struct EdgeBetweennessOptions {
    /// Divide by the number of pairs of actors.
    bool normalized = true;
};

/// How often each edge lies on a shortest cooperation pathway between two actors, by edge id.
///
/// A pair with several shortest pathways shares its one unit between them, and equally
/// short parallel edges share what passes between their ends. An undirected pair counts
/// once; an undirected tie of a directed view gathers both its ways. A loop has zero.
/// `costs` by edge id, empty: each edge has length one.
///
/// Cost: O(V·E), or O(V·E·log V) with costs.
/// Reference: Brandes (2008), doi:10.1016/j.socnet.2007.11.001.
/// Throws InvalidWeight if a cost is not positive and finite, Cancelled.
template <Direction D>
Scores edge_betweenness(const Csr<D>& view, std::span<const double> costs, EdgeBetweennessOptions options,
                        Monitor& monitor);

}  // namespace coopnet::centrality
