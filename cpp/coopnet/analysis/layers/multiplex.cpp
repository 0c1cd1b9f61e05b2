#include <coopnet/analysis/layers/multiplex.hpp>

#include <algorithm>

namespace coopnet::layers {

std::vector<Neighbors> neighbors(const Multiplex& multiplex, std::uint32_t layer, Mode mode) {
    std::vector<Neighbors> neighbors(multiplex.actor_count);
    for (const EdgeSpec& edge : multiplex.layers[layer]) {
        if (edge.source == edge.target) continue;
        const bool both = mode == Mode::all || edge.both_ways;
        if (both || mode == Mode::out) neighbors[edge.source].push_back(edge.target);
        if (both || mode == Mode::in) neighbors[edge.target].push_back(edge.source);
    }
    for (Neighbors& others : neighbors) {
        std::ranges::sort(others);
        const auto repeated = std::ranges::unique(others);
        others.erase(repeated.begin(), repeated.end());
    }
    return neighbors;
}

}  // namespace coopnet::layers
