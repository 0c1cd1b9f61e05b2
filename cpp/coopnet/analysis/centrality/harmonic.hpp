#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>
#include <coopnet/view/fold.hpp>

#include <span>

namespace coopnet::centrality {

using detail::Mode;

struct HarmonicOptions {
    /// In: from others to the actor, as in NetworkX. Out: from the actor to others.
    Mode mode = Mode::in;
    /// Divide by the number of other actors.
    bool normalized = false;
    /// Divide by the number of actors reached, not of all others (Gil and Schmidt, 1996).
    bool reached_only = false;
};

/// The sum, over the other actors, of one over their distance; 0 for who is out of reach,
/// so that it is defined in networks of several pieces.
///
/// Who reaches nobody has 0, with reached_only too. `costs` by edge id, empty: each edge has length one. Loops are no
/// steps, of parallel edges the shortest counts. Cost: O(V·(V + E)), or O(V·E·log V) with costs. Reference: Marchiori
/// and Latora (2000), doi:10.1016/S0378-4371(00)00311-3. Throws InvalidWeight if a cost is not positive and finite,
/// Cancelled.
template <Direction D>
Scores harmonic(const Csr<D>& view, std::span<const double> costs, HarmonicOptions options, Monitor& monitor);

/// The same with probabilities: the sum, over the other actors, of the probability that
/// their most reliable pathway holds, the product of its steps.
/// Throws InvalidWeight if a probability is not above 0 or is above 1, Cancelled.
template <Direction D>
Scores harmonic_of_probabilities(const Csr<D>& view, std::span<const double> probabilities, HarmonicOptions options,
                                 Monitor& monitor);

/// The one or the other by what the weight of a view means. Throws InvalidWeight for a capacity.
Scores harmonic(const View& view, HarmonicOptions options, Monitor& monitor);

}  // namespace coopnet::centrality
