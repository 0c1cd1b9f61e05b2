#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

struct BetweennessOptions {
    /// Divide by the number of pairs that could route through an actor.
    bool normalized = true;
    /// Count an actor as lying on the pathways that begin or end with it.
    bool endpoints = false;
};

/// How often each actor lies on a shortest cooperation pathway between two others.
///
/// A pair with several shortest pathways shares its one unit between them; parallel edges
/// are no further pathways. An undirected pair counts once. With fewer than three actors
/// every score is zero. `costs` by edge id, empty: each edge has length one; sums of costs
/// that are equal on paper are equal (core/compare).
///
/// Cost: O(V·E), or O(V·E·log V) with costs.
/// Reference: Brandes (2001), doi:10.1080/0022250X.2001.9990249.
/// Throws InvalidWeight if a cost is not positive and finite, Cancelled.
template <Direction D>
Scores betweenness(const Csr<D>& view, std::span<const double> costs, BetweennessOptions options, Monitor& monitor);

}  // namespace coopnet::centrality
