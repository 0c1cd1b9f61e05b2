#pragma once

#include <coopnet/analysis/layers/multiplex.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace coopnet::layers {

/// How far the ties of one layer are those of another.
struct OverlapRow {
    std::uint32_t layer = 0;
    std::uint32_t other = 0;
    double ties = 0;         ///< of `layer`
    double shared = 0;       ///< that `other` has too
    double jaccard = 0;      ///< shared over those that either has
    double conditional = 0;  ///< shared over those of `layer`
};

struct Overlap {
    std::vector<OverlapRow> rows;  ///< each ordered pair of layers
    std::string why;
};

/// Ties are compared as they run: from one actor to another; an undirected tie is one each way, so
/// that a directed tie is half of it. Nothing is symmetrized. Loops are left out, parallel ties are one.
/// Undefined for layers without ties. Cost: O(layers² · E + V).
/// Reference: Battiston, Nicosia and Latora (2014), doi:10.1103/PhysRevE.89.032804.
Overlap overlap(const Multiplex& multiplex);

}  // namespace coopnet::layers
