#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

using detail::Mode;

struct ReachOptions {
    /// How far: pathways of at most this length, steps if there are no costs.
    double k = 2;
    /// Out: whom the actor reaches. In: who reaches it.
    Mode mode = Mode::out;
    /// Divide by the number of other actors.
    bool normalized = false;
};

/// How many other actors are within reach: at most k away.
///
/// `costs` by edge id, empty: each edge has length one; a pathway that is as long as k on
/// paper is within. Loops are no steps, of parallel edges the shortest counts. Normalized,
/// the one actor of a network alone is undefined.
/// Cost: O(V·(V + E)), or O(V·E·log V) with costs, for the part within reach.
/// Reference: Borgatti (2006), doi:10.1007/s10588-006-7084-x.
/// Throws InvalidWeight if a cost is not positive and finite, InvalidOption if k is
/// negative, Cancelled.
template <Direction D>
Scores reach(const Csr<D>& view, std::span<const double> costs, ReachOptions options, Monitor& monitor);

}  // namespace coopnet::centrality
