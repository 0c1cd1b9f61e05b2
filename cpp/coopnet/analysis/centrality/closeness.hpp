#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/analysis/detail/unreached.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>
#include <coopnet/view/fold.hpp>

#include <span>

namespace coopnet::centrality {

using detail::Mode;
using detail::Unreached;

struct ClosenessOptions {
    /// In: how soon others reach the actor, as in NetworkX. Out: how soon it reaches them.
    Mode mode = Mode::in;
    /// Multiply by the share of the other actors reached (Wasserman and Faust, 1994, 5.2.2),
    /// so that the middle of a small piece does not outrank that of a large one.
    bool wf_improved = true;
    /// One over the mean distance. Off: over the sum of distances.
    bool normalized = true;
    /// What the distance to others is where there is none.
    Unreached unreached = Unreached::skipped;
};

/// One over the mean distance between an actor and those that reach it.
///
/// Where others are not reached: skipped, they do not enter the mean, and with wf_improved
/// an actor that nobody reaches has 0, without, it is undefined; infinite, the actor has 0;
/// n, each of them counts as n away. Where all are reached, wf_improved and `unreached` make
/// no difference. `costs` by edge id, empty: each edge has length one. Loops are no steps,
/// of parallel edges the shortest counts. Cost: O(V·(V + E)), or O(V·E·log V) with costs.
/// Reference: Freeman (1978), doi:10.1016/0378-8733(78)90021-7.
/// Throws InvalidWeight if a cost is not positive and finite, Cancelled.
template <Direction D>
Scores closeness(const Csr<D>& view, std::span<const double> costs, ClosenessOptions options, Monitor& monitor);

/// The same by what the weight of a view means. Throws InvalidWeight for a probability, since
/// products have no mean, and for a capacity.
Scores closeness(const View& view, ClosenessOptions options, Monitor& monitor);

/// Throws InvalidWeight if the weight is a probability.
void refuse_probabilities(const View& view);

}  // namespace coopnet::centrality
