#pragma once

#include <coopnet/render/placing.hpp>

#include <string>
#include <vector>

namespace coopnet::render {

/// Groups of actors in boxes of their own, boxes and lone actors where the ties between them draw them; inside a box
/// the same again. `clusters`: the name of each actor's group, by actor, as it is
/// written; empty: in none.
///
/// Throws InvalidOption if the picture could not be read, for more than 100 groups, and RenderError if Graphviz fails.
[[nodiscard]] Placing cluster_places(const Network& network, const View& view, const BoxSizes& sizes,
                                     const std::vector<std::string>& clusters);

/// A hull around the actors of each group where they stand already: grounds of their own, joined along ways around the
/// others. Of a group only the actors of the scene count, and one alone needs none.
[[nodiscard]] std::vector<Area> hulls(const Scene& scene, const std::vector<std::string>& clusters);

}  // namespace coopnet::render
