#pragma once

#include <coopnet/render/placing.hpp>
#include <coopnet/render/texts.hpp>

#include <string>

namespace coopnet::render {

/// Rows from the top: the levels of the actors' kinds in the order of the vocabulary (international, policy, national,
/// local …), then kinds without a level. A row that is too wide takes several lines. If no actor has a kind, rows
/// follow the ties from those nobody is tied to downwards, found by `dot`.
///
/// Throws InvalidOption for more than 300 actors, and RenderError if Graphviz fails.
[[nodiscard]] Placing layer_places(const Network& network, const View& view, const BoxSizes& sizes, const Texts& texts,
                                   const std::string& language);

}  // namespace coopnet::render
