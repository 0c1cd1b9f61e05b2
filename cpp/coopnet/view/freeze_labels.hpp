#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/view/fold.hpp>
#include <coopnet/view/labels.hpp>

#include <span>
#include <string>

namespace coopnet {

/// The labels of a view's vertices and edges in some columns; one that is not there is left
/// out. `layer` is a column of the ties too. Cost: O(columns · (actors + ties)).
Labels freeze_labels(const Network& network, const View& view, std::span<const std::string> actor_columns,
                     std::span<const std::string> tie_columns);

}  // namespace coopnet
