#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/render/banks.hpp>
#include <coopnet/view/fold.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace coopnet::render {

/// Can a picture of all these actors and ties be read: up to 2,500 actors, 12,000 pairs of them tied?
[[nodiscard]] bool is_readable(const View& view);

/// Places for networks that are no banks, by actor, found by Graphviz: `dot` in rows for up to 60 actors with few
/// directed ties that fit a page so, `neato` for up to 150, `sfdp` for more. Actors outside the view have none.
///
/// Throws InvalidOption if the picture could not be read, and RenderError if Graphviz fails or takes more than 20 s.
[[nodiscard]] std::vector<std::optional<Point>> graph_places(const Network& network, const View& view,
                                                             const BoxSizes& sizes);

/// Sets every actor of the view that has no place beside those it is tied to, where no other box stands.
void place_beside(std::vector<std::optional<Point>>& places, const View& view, const BoxSizes& sizes);

/// Rows from the top by the ways of the ties, for any number of actors that `dot` can take.
[[nodiscard]] std::vector<std::optional<Point>> graph_rows(const Network& network, const View& view,
                                                           const BoxSizes& sizes);

/// Boxes that draw each other together, two of them a pair, none over another: `neato` for up to 150, else `sfdp`.
using Pairs = std::vector<std::pair<Vertex, Vertex>>;
[[nodiscard]] std::vector<Point> by_springs(const std::vector<Size>& sizes, const Pairs& pairs);

}  // namespace coopnet::render
