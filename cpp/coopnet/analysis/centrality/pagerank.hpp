#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

struct PagerankOptions {
    /// How often the surfer follows a tie; else it jumps. At least 0, below 1.
    double alpha = 0.85;
    /// Where it jumps, by actor, in proportion; empty: everywhere alike.
    std::span<const double> personalization = {};  // NOLINT(readability-redundant-member-init): g++ warns without
};

/// How much of its time a random surfer, who follows ties in their direction in proportion
/// to their strength, spends at each actor. The scores add up to 1.
///
/// From an actor that no tie leaves the surfer jumps, as everywhere by `personalization`.
/// An undirected tie runs both ways; a loop once. `strengths` by edge id, empty: all alike.
/// Cost: O(V + E) a round; rounds grow with 1/(1 − alpha), some 200 at 0.85.
/// Reference: Langville and Meyer (2004), doi:10.1080/15427951.2004.10129091.
/// Throws InvalidOption for an alpha out of its range or a personalization that is negative,
/// not finite or all zero, InvalidWeight if a strength is not positive and finite, Cancelled.
template <Direction D>
Scores pagerank(const Csr<D>& view, std::span<const double> strengths, const PagerankOptions& options,
                Monitor& monitor);

}  // namespace coopnet::centrality
