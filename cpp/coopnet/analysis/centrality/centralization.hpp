#pragma once

#include <coopnet/analysis/centrality/closeness.hpp>
#include <coopnet/analysis/centrality/degree.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/tables/value.hpp>

#include <cstdint>

namespace coopnet::centrality {

/// How far the scores of a network depend on one actor: the differences between the highest
/// score and all others, summed, over `most`, the greatest such sum that a network of as
/// many actors can have. 0: all alike; 1: as centralized as can be, for most measures a star.
///
/// Undefined if a score is, and below three actors, where no network is more centralized
/// than another. The functions below give `most`, for a simple network without loops whose
/// ties have no length, in `actors` and directed or not. Cost: O(V).
/// Reference: Freeman (1978), doi:10.1016/0378-8733(78)90021-7.
Value centralization(const Scores& scores, double most);

/// A star; for ties received, or started, one whose ties all run one way; for both, one
/// whose ties all run both ways.
double most_degree(std::uint32_t actors, bool directed, DegreeOptions options);

/// A star, whose ties all run to the hub, or from it, as distances do.
/// Throws InvalidOption if it is not normalized, or has no rule for who is not reached: then
/// small pieces may be closer than any star, and nothing is known to be the most.
double most_closeness(std::uint32_t actors, bool directed, ClosenessOptions options);

/// A star, whose ties all run to the hub, or from it, as distances do.
double most_harmonic(std::uint32_t actors, bool directed, Mode mode, bool normalized);

/// A star, among directed ties one whose ties all run both ways.
double most_betweenness(std::uint32_t actors, bool directed, bool normalized);

/// A single tie: the highest entry of a leading eigenvector of length 1 is √½ at most, and
/// the others are least in sum if one other has all the rest.
/// Throws InvalidOption if directed: there nothing is known to be the most.
double most_eigenvector(std::uint32_t actors, bool directed);

}  // namespace coopnet::centrality
