#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>

namespace coopnet::centrality {

struct VoterankOptions {
    /// How many actors to elect at most; nothing: until no vote is left.
    std::optional<std::int64_t> k = std::nullopt;
};

/// The votes with which each actor is elected to a set that spreads well and lies apart.
///
/// In each round everybody votes for its neighbors (for those whose ties lead to it), the
/// actor with the most votes is elected, the first in order among equals, and votes no
/// more; the vote of those its ties lead to weakens by one over the mean number of
/// neighbors. So votes never rise from one election to the next, and the order of scores is
/// the order of election. One unit is a full vote. Who is not elected is undefined.
/// Parallel edges make one neighbor, loops none. Votes are counted in whole numbers, so that
/// votes that are equal on paper are equal. Cost: O(E·d·log V) for a mean of d neighbors.
/// Reference: Zhang et al. (2016), doi:10.1038/srep27823.
/// Throws InvalidOption if k is below 1, Cancelled.
template <Direction D>
Scores voterank(const Csr<D>& view, VoterankOptions options, Monitor& monitor);

}  // namespace coopnet::centrality
