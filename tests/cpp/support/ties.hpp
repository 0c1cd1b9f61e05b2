#pragma once

#include <support/oracle.hpp>

#include <vector>

// Whether u's ties reach v, by the matrix: no loops, parallel edges once.
namespace coopnet::support {

using Tied = std::vector<std::vector<bool>>;

inline Tied tied(const RandomGraph& graph, bool directed) {
    const auto matrix = strength_matrix(graph, directed, std::vector<double>(graph.edges.size(), 1.0));
    Tied tied(graph.count, std::vector<bool>(graph.count, false));
    for (std::size_t u = 0; u < graph.count; ++u) {
        for (std::size_t v = 0; v < graph.count; ++v) tied[u][v] = u != v && matrix[u][v] > 0;
    }
    return tied;
}

/// `visit(a, b, c)` for all ordered triads of different actors.
template <class Visit>
void each_triad(std::size_t count, const Visit& visit) {
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b) {
            for (std::size_t c = 0; c < count; ++c) {
                if (a != b && b != c && a != c) visit(a, b, c);
            }
        }
    }
}

/// `check(graph, directed)` on random graphs, with directions, without, and mixed.
template <class Check>
void each_random_graph(std::uint32_t seeds, const Check& check) {
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        check(random_graph(seed, Ties::directed), true);
        check(random_graph(seed, Ties::mixed), true);
        check(random_graph(seed, Ties::undirected), false);
    }
}

/// `ask(view)` on the graph as a view of its direction.
template <class Ask>
auto asked(const RandomGraph& graph, bool directed, const Ask& ask) {
    return directed ? ask(graph.view<Direction::directed>()) : ask(graph.view<Direction::undirected>());
}

}  // namespace coopnet::support
