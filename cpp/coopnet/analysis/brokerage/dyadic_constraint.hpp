#pragma once

#include <coopnet/analysis/detail/contacts.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <algorithm>
#include <span>

namespace coopnet::brokerage {

struct ConstraintOptions {
    /// Look at the ties among an actor and its contacts alone, as if nobody else were there.
    /// Off: a contact's ties to everybody count towards what it invests.
    bool ego_network = false;
    /// Score actors that no tie leaves. Off: these are undefined, as in NetworkX.
    bool sinks = true;
};

/// Is an actor to be scored as far as `sinks` goes?
template <Direction D>
bool is_scored(const Csr<D>& view, Vertex actor, ConstraintOptions options) noexcept {
    return options.sinks || std::ranges::any_of(view.out(actor), [&](Vertex target) { return target != actor; });
}

/// How much each contact constrains an actor: by contact, the square of the actor's
/// investment in it, direct and over contacts in common.
///
/// With a the strength of the ties between two actors, both directions added up, an actor i
/// invests p_ij = a_ij / Σ_k a_ik in a contact j; the constraint is (p_ij + Σ_q p_iq·p_qj)²,
/// q being contacts of both. From 0 to 1. The direction of ties does not matter but that
/// mutual ones count twice. Loops are no ties, parallel edges add up. `strengths` by edge id, empty: all alike.
///
/// Cost: O(E·√E·log d). Reference: Burt (1992), Structural Holes, equation 2.4.
/// Throws InvalidWeight if a strength is not positive and finite, Cancelled.
template <Direction D>
detail::Contacts dyadic_constraint(const Csr<D>& view, std::span<const double> strengths, ConstraintOptions options,
                                   Monitor& monitor);

}  // namespace coopnet::brokerage
