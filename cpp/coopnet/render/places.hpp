#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/render/banks.hpp>
#include <coopnet/view/fold.hpp>

#include <optional>
#include <vector>

namespace coopnet::render {

/// Places for networks that are no banks, by actor, found by Graphviz: `dot` in rows for up to 60 actors whose ties
/// have a direction, `neato` for others, `sfdp` from there to 2,500. Actors outside the view have none.
///
/// Throws InvalidOption for more actors than that, and RenderError if Graphviz fails.
[[nodiscard]] std::vector<std::optional<Point>> graph_places(const Network& network, const View& view,
                                                             const BoxSizes& sizes);

}  // namespace coopnet::render
