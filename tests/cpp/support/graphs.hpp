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

template <Direction D>
Csr<D> path(std::uint32_t count) {
    std::vector<EdgeSpec> edges;
    for (Vertex v = 1; v < count; ++v) edges.push_back({v - 1, v});
    return {count, edges};
}

template <Direction D>
Csr<D> ring(std::uint32_t count) {
    std::vector<EdgeSpec> edges;
    for (Vertex v = 0; v < count; ++v) edges.push_back({v, (v + 1) % count});
    return {count, edges};
}

/// A hub, vertex 0, and `leaves` others, each with a tie to it.
template <Direction D>
Csr<D> star(std::uint32_t leaves) {
    std::vector<EdgeSpec> edges;
    for (Vertex v = 1; v <= leaves; ++v) edges.push_back({v, 0});
    return {leaves + 1, edges};
}

inline Ugraph complete(std::uint32_t count) {
    std::vector<EdgeSpec> edges;
    for (Vertex v = 0; v < count; ++v) {
        for (Vertex u = 0; u < v; ++u) edges.push_back({u, v});
    }
    return {count, edges};
}

/// A graph of up to eight vertices with loops, parallel edges, isolates and several pieces.
/// Lengths are tenths, 1 to 9, so that sums that are equal on paper often differ in doubles.
struct RandomGraph {
    std::uint32_t count = 0;
    std::vector<EdgeSpec> edges;
    std::vector<std::uint32_t> tenths;  // by edge

    [[nodiscard]] std::vector<double> costs() const {
        std::vector<double> costs;
        for (const std::uint32_t length : tenths) costs.push_back(length / 10.0);
        return costs;
    }
    template <Direction D>
    [[nodiscard]] Csr<D> view() const {
        return {count, edges};
    }
};

enum class Ties { directed, undirected, mixed };

inline RandomGraph random_graph(std::uint32_t seed, Ties ties) {
    std::mt19937 random{seed};
    RandomGraph graph;
    graph.count = below(random, 9);
    graph.edges = random_edges(random, graph.count, below(random, 2 * graph.count + 1), ties == Ties::mixed);
    for (EdgeSpec& edge : graph.edges) {
        graph.tenths.push_back(1 + static_cast<std::uint32_t>(edge.weight) % 9);
        edge.weight = 1;
    }
    return graph;
}

}  // namespace coopnet::support
