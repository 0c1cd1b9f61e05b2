#pragma once

#include <coopnet/view/detail/bundle.hpp>
#include <coopnet/view/fold.hpp>

namespace coopnet::detail {

/// Adds an edge for every two members that share forums: `count` of them; `newman`, where a
/// forum of k members adds 1/(k−1) to each pair (doi:10.1103/PhysRevE.64.016132); `jaccard`,
/// the share in all that either joined. The edge stands for both members' ties to those
/// forums. An actor is no member of itself, and joins a forum once however often it is said;
/// a member that is a forum too goes with the forums. Cost: O(Σ members²).
void add_shared_forums(Bundle& bundle, const Selection& selection, const std::vector<bool>& counts, Affiliations rule,
                       bool both_ways);

}  // namespace coopnet::detail
