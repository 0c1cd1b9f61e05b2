#pragma once

#include <coopnet/view/csr.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace coopnet::brokerage {

/// All actors, those of the greatest score first, equal ones in their order.
template <class Score>
std::vector<Vertex> ordered_by(std::uint32_t actors, const Score& score) {
    std::vector<Vertex> order(actors);
    std::iota(order.begin(), order.end(), Vertex{0});
    std::ranges::sort(order, [&](Vertex a, Vertex b) {
        const auto of_a = score(a);
        const auto of_b = score(b);
        return of_a != of_b ? of_a > of_b : a < b;
    });
    return order;
}

/// By actor: is it among those chosen?
inline std::vector<bool> marked(std::uint32_t actors, std::span<const Vertex> chosen) {
    std::vector<bool> marks(actors, false);
    for (const Vertex v : chosen) marks[v] = true;
    return marks;
}

}  // namespace coopnet::brokerage
