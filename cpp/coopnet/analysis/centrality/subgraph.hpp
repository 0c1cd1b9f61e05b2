#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

struct SubgraphOptions {
    /// How much longer walks count, at least 0: a step more of a walk of k steps counts
    /// beta/k. Known as the inverse temperature.
    double beta = 1;
};

/// In how many ways a walk leads from an actor back to it, one of k steps counted as 1/k!:
/// the diagonal of the exponential of the strengths. An isolate has 1, the walk of no step.
///
/// Walks follow the direction of ties, an undirected one both ways, a loop once, parallel
/// edges each. `strengths` by edge id multiply along a walk; empty: all one. All terms are
/// positive, so that small scores are as exact as large ones.
/// Cost: O(V·(V + E)·(k + √k)) for a leading eigenvalue k, on several threads.
/// Reference: Estrada and Rodríguez-Velázquez (2005), doi:10.1103/PhysRevE.71.056103.
/// Throws InvalidOption for a beta that is negative, or so large that the scores would be
/// too large for a number, InvalidWeight if a strength is not positive and finite, Cancelled.
template <Direction D>
Scores subgraph(const Csr<D>& view, std::span<const double> strengths, SubgraphOptions options, Monitor& monitor);

}  // namespace coopnet::centrality
