#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/analysis/detail/unreached.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/value.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

using detail::Mode;
using detail::Unreached;

struct GroupClosenessOptions {
    /// In: how soon others reach the group. Out: how soon it reaches them.
    Mode mode = Mode::in;
    /// Multiply by the share of the actors outside the group that are reached.
    bool wf_improved = true;
    /// One over the mean distance. Off: over the sum of distances.
    bool normalized = true;
    /// What the distance to others is where there is none.
    Unreached unreached = Unreached::skipped;
};

/// One over the mean distance between the actors outside the group and its nearest member.
///
/// Options are those of `closeness`; a group of one is the actor's closeness. A group of
/// everybody is undefined. `costs` by edge id, empty: each edge has length one.
/// Cost: a search from each member, O(V + E), or O(E·log V) with costs.
/// Reference: Everett and Borgatti (1999), doi:10.1080/0022250X.1999.9990219.
/// Throws InvalidWeight if a cost is not positive and finite, InvalidOption if the group is
/// empty or names no vertices of the view, Cancelled.
template <Direction D>
Value group_closeness(const Csr<D>& view, std::span<const double> costs, std::span<const Vertex> group,
                      GroupClosenessOptions options, Monitor& monitor);

}  // namespace coopnet::centrality
