#pragma once

#include <coopnet/render/placing.hpp>
#include <coopnet/render/texts.hpp>

#include <cstddef>
#include <vector>

namespace coopnet::render {

/// By vertex: how many ties an actor is away from another, whichever way they run, up to `steps`; farther ones have
/// `steps + 1`.
[[nodiscard]] std::vector<std::size_t> steps_from(const View& view, Vertex from, std::size_t steps);

/// Rings around an actor, by the number of steps to it: who is tied to each other near each other. Actors that no tie
/// leads to are left out. Cost: O(actors²) for the order of each ring.
[[nodiscard]] Placing ring_places(const Network& network, const View& view, const BoxSizes& sizes, ActorRow around,
                                  std::size_t steps, const Texts& texts);

}  // namespace coopnet::render
