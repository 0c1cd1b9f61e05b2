#pragma once

#include <coopnet/analysis/brokerage/dyadic_constraint.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::brokerage {

/// How many contacts an actor has that lead to different parts of the network: their
/// number, less what is redundant because they are tied to one another.
///
/// With a the strength of the ties between two actors, both directions added up: the sum
/// over contacts j of 1 − Σ_q p_iq·m_jq, q being other contacts, p_iq = a_iq / Σ_k a_ik, and
/// m_jq = a_jq / max_k a_jk. Where ties are alike and undirected it is n − 2t/n, for n
/// contacts and t ties among them (Borgatti 1997). At most the number of contacts; above 0.
/// Undefined for an isolate. Loops are no ties, parallel edges add up. `strengths` by edge
/// id, empty: all alike.
///
/// Cost: O(E·√E·log d). Reference: Burt (1992), Structural Holes, equation 2.2.
/// Throws InvalidWeight if a strength is not positive and finite, Cancelled.
template <Direction D>
Scores effective_size(const Csr<D>& view, std::span<const double> strengths, ConstraintOptions options,
                      Monitor& monitor);

/// The effective size over the number of contacts: 1 if none of them are tied to one
/// another. Otherwise as `effective_size`.
template <Direction D>
Scores efficiency(const Csr<D>& view, std::span<const double> strengths, ConstraintOptions options, Monitor& monitor);

}  // namespace coopnet::brokerage
