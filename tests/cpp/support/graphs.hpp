#pragma once

#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <random>
#include <vector>

namespace coopnet::support {

/// A number below `bound` that every standard library draws alike.
inline std::uint32_t below(std::mt19937& random, std::uint32_t bound) {
    return static_cast<std::uint32_t>(random()) % bound;
}

/// Few vertices, any edges between them: parallels and loops on purpose, `mixed` some that
/// run both ways. Weights are whole numbers from 0 to 9.
inline std::vector<EdgeSpec> random_edges(std::mt19937& random, std::uint32_t vertices, std::uint32_t edges,
                                          bool mixed) {
    std::vector<EdgeSpec> made;
    for (std::uint32_t i = 0; i < edges && vertices > 0; ++i) {
        const auto weight = static_cast<double>(below(random, 10));
        const bool both_ways = mixed && below(random, 2) == 0;
        made.push_back({below(random, vertices), below(random, vertices), weight, both_ways});
    }
    return made;
}

}  // namespace coopnet::support
