#pragma once

#include <coopnet/analysis/detail/walks.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <optional>
#include <span>

namespace coopnet::centrality {

/// Scores, and how walks were attenuated for them.
struct WalkScores {
    Scores scores;
    detail::Attenuation by;
};

struct KatzOptions {
    /// What each further step of a walk is worth; none: half the limit of the network.
    std::optional<double> alpha = std::nullopt;
    /// What each actor has of its own.
    double beta = 1;
    /// To Euclidean length 1.
    bool normalized = false;
};

/// How many walks end at each actor, one of k steps worth alpha to the power of k:
/// x = alpha · (what flows in of x) + beta, so that with beta 1 an actor without ties has 1.
///
/// Walks follow the direction of ties, an undirected one both ways, a loop once, parallel
/// edges each. `strengths` by edge id multiply along a walk; empty: all one. Pieces do not
/// touch each other; the limit is that of the whole network.
/// Cost: O(V + E) a round, some 60 rounds at half the limit.
/// Reference: Katz (1953), doi:10.1007/BF02289026.
/// Throws InvalidOption unless the size of alpha is below one over the leading eigenvalue,
/// InvalidWeight if a strength is not positive and finite, Cancelled.
template <Direction D>
WalkScores katz(const Csr<D>& view, std::span<const double> strengths, const KatzOptions& options, Monitor& monitor);

}  // namespace coopnet::centrality
