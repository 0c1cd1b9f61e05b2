#pragma once

#include <coopnet/analysis/centrality/katz.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <optional>
#include <span>

namespace coopnet::centrality {

struct AlphaOptions {
    /// What a neighbor's score is worth beside one's own standing; none: half the limit.
    std::optional<double> alpha = std::nullopt;
    /// The standing of each actor from outside the network; empty: 1 for all.
    std::span<const double> exogenous = {};  // NOLINT(readability-redundant-member-init): g++ warns without
};

/// What each actor has from those tied to it and of its own: x = alpha · (what flows in of
/// x) + exogenous. So actors whom nobody chooses count too, as far as they stand for
/// something.
///
/// Ties, strengths, pieces and the limit as in katz, which this is if all are worth 1.
/// Cost: O(V + E) a round, some 60 rounds at half the limit.
/// Reference: Bonacich and Lloyd (2001), doi:10.1016/S0378-8733(01)00038-7.
/// Throws InvalidOption unless the size of alpha is below one over the leading eigenvalue or
/// for an exogenous value that is not finite, InvalidWeight, Cancelled.
template <Direction D>
WalkScores alpha(const Csr<D>& view, std::span<const double> strengths, const AlphaOptions& options, Monitor& monitor);

}  // namespace coopnet::centrality
