#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/analysis/detail/unreached.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

using detail::Mode;
using detail::Unreached;

struct EccentricityOptions {
    /// Out: from the actor to others, as in NetworkX. In: from others to the actor.
    Mode mode = Mode::out;
    /// What the distance to others is where there is none.
    Unreached unreached = Unreached::skipped;
};

/// The distance to the actor that is farthest away.
///
/// One unit is one unit of length. With `skipped`, the farthest of those reached counts,
/// and who reaches nobody has 0. `costs` by edge id, empty: each edge has length one. Loops
/// are no steps, of parallel edges the shortest counts.
/// Cost: O(V·(V + E)), or O(V·E·log V) with costs.
/// Reference: Hage and Harary (1995), doi:10.1016/0378-8733(94)00248-9.
/// Throws InvalidWeight if a cost is not positive and finite, Cancelled.
template <Direction D>
Scores eccentricity(const Csr<D>& view, std::span<const double> costs, EccentricityOptions options, Monitor& monitor);

}  // namespace coopnet::centrality
