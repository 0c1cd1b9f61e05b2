#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace coopnet::layers {

using detail::Mode;

/// Several layers of ties among the same actors, each as directed or undirected as it is: the
/// ties of a layer, numbered like the actors of all. An edge that runs both ways is undirected.
struct Multiplex {
    std::uint32_t actor_count = 0;
    std::vector<std::vector<EdgeSpec>> layers;

    [[nodiscard]] std::uint32_t layer_count() const noexcept { return static_cast<std::uint32_t>(layers.size()); }
};

/// Whom an actor is tied to in a layer, each once and ascending, itself left out.
using Neighbors = std::vector<Vertex>;

/// By actor, those that its ties lead to (out), come from (in), or either. Cost: O(V + E log d).
std::vector<Neighbors> neighbors(const Multiplex& multiplex, std::uint32_t layer, Mode mode);

}  // namespace coopnet::layers
