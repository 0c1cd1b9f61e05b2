#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/view/fold.hpp>
#include <coopnet/view/timeline.hpp>

namespace coopnet {

/// When the ties behind a view hold; the view's weights are their delays.
///
/// Throws InvalidWeight if the weight of the view is no cost, and InvalidOption if an edge
/// stands for several ties, whose periods and delays are no longer told apart. Cost: O(ties).
Timeline freeze_timeline(const Network& network, const View& view);

}  // namespace coopnet
