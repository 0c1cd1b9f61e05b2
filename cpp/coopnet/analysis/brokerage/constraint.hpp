#pragma once

#include <coopnet/analysis/brokerage/dyadic_constraint.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::brokerage {

/// How little room an actor's contacts leave it: the sum of what each constrains it (see
/// dyadic_constraint). Low: many contacts who do not know each other, so that there are
/// structural holes to broker; high: few, or all tied to one another.
///
/// 1 for an actor with one contact, 9/8 in a triangle; undefined for an isolate. Everything else, cost and
/// errors as in dyadic_constraint. Reference: Burt (1992), Structural Holes, chapter 2.
template <Direction D>
Scores constraint(const Csr<D>& view, std::span<const double> strengths, ConstraintOptions options, Monitor& monitor);

/// How much the constraint on an actor comes from a single contact: the Coleman–Theil
/// disorder index of what each constrains it. 0: from all alike; 1: from one alone.
///
/// With c_j the constraint from each of N contacts and C their mean: Σ_j (c_j/C)·ln(c_j/C),
/// over N·ln N. Undefined for an actor with fewer than two contacts. Otherwise as
/// `constraint`. Reference: Burt (1992), Structural Holes, equation 2.9.
template <Direction D>
Scores hierarchy(const Csr<D>& view, std::span<const double> strengths, ConstraintOptions options, Monitor& monitor);

}  // namespace coopnet::brokerage
