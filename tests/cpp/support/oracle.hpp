#pragma once

#include <support/all_pathways.hpp>
#include <support/graphs.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

// Answers by definition: every simple pathway of a small graph is walked and compared in
// whole numbers. Nothing here is shared with what it checks.
namespace coopnet::support {

using Matrix = std::vector<std::vector<double>>;

/// A random graph with or without directions, and with or without lengths.
struct Plain {
    RandomGraph graph;
    bool directed = true;
    bool weighted = true;

    [[nodiscard]] std::uint32_t size() const { return graph.count; }
    [[nodiscard]] std::uint64_t length(const Walked& way) const {
        std::uint64_t sum = 0;
        for (const EdgeId edge : way.edges) sum += weighted ? graph.tenths[edge] : 1;
        return sum;
    }
    /// All shortest ways, those over parallel edges each.
    [[nodiscard]] std::vector<Walked> shortest(Vertex source, Vertex target) const {
        std::vector<Walked> best;
        for (const Walked& way : all_pathways(graph.edges, directed, graph.count, source, target)) {
            if (!best.empty() && length(way) < length(best.front())) best.clear();
            if (best.empty() || length(way) == length(best.front())) best.push_back(way);
        }
        return best;
    }
};

/// By source and target; none where no pathway leads.
inline std::vector<std::vector<std::optional<std::uint64_t>>> distances(const Plain& plain) {
    std::vector<std::vector<std::optional<std::uint64_t>>> distances(plain.size());
    for (Vertex source = 0; source < plain.size(); ++source) {
        for (Vertex target = 0; target < plain.size(); ++target) {
            const auto best = plain.shortest(source, target);
            distances[source].push_back(best.empty() ? std::nullopt : std::optional{plain.length(best.front())});
        }
    }
    return distances;
}

struct Between {
    std::vector<double> actors;
    std::vector<double> edges;
};

/// Which pathways count, and as how many.
struct Counted {
    bool endpoints = false;
    std::optional<std::uint64_t> cutoff = std::nullopt;  ///< tenths, or steps
    std::vector<bool> from = {};                         ///< empty: everybody
    std::vector<bool> to = {};
    bool parallel_pathways = false;
};

/// Over all ordered pairs, the share of shortest pathways on which each vertex, each edge
/// lies. A pathway is a row of vertices; where parallel edges make it several ways, they
/// share, unless each is a pathway of its own.
inline Between between_ordered_pairs(const Plain& plain, const Counted& counted = {}) {
    Between between{std::vector<double>(plain.size()), std::vector<double>(plain.graph.edges.size())};
    for (Vertex source = 0; source < plain.size(); ++source) {
        for (Vertex target = 0; target < plain.size(); ++target) {
            if (source == target) continue;
            if (!counted.from.empty() && !counted.from[source]) continue;
            if (!counted.to.empty() && !counted.to[target]) continue;
            const auto ways = plain.shortest(source, target);
            if (counted.cutoff && !ways.empty() && plain.length(ways.front()) > *counted.cutoff) continue;
            std::map<std::vector<Vertex>, double> alike;
            for (const Walked& way : ways) ++alike[way.vertices];
            for (const Walked& way : ways) {
                const double share = counted.parallel_pathways
                                         ? 1 / static_cast<double>(ways.size())
                                         : 1 / static_cast<double>(alike.size()) / alike[way.vertices];
                for (const EdgeId edge : way.edges) between.edges[edge] += share;
                for (const Vertex v : way.vertices) {
                    if (counted.endpoints || (v != source && v != target)) between.actors[v] += share;
                }
            }
        }
    }
    return between;
}

/// The shortest pathways from source to target as rows of vertices, each once.
inline std::set<std::vector<Vertex>> shortest_rows(const Plain& plain, Vertex source, Vertex target) {
    std::set<std::vector<Vertex>> rows;
    for (const Walked& way : plain.shortest(source, target)) rows.insert(way.vertices);
    return rows;
}

/// Who reaches whom, each itself included, without some vertex or edge.
inline std::vector<std::vector<bool>> reach(const Plain& plain, std::optional<Vertex> without_vertex = {},
                                            std::optional<EdgeId> without_edge = {}) {
    const std::uint32_t count = plain.size();
    std::vector<std::vector<bool>> reaches(count, std::vector<bool>(count, false));
    for (Vertex v = 0; v < count; ++v) reaches[v][v] = v != without_vertex;
    for (EdgeId id = 0; id < plain.graph.edges.size(); ++id) {
        const EdgeSpec& edge = plain.graph.edges[id];
        if (edge.source == without_vertex || edge.target == without_vertex || id == without_edge) continue;
        reaches[edge.source][edge.target] = true;
        if (!plain.directed || edge.both_ways) reaches[edge.target][edge.source] = true;
    }
    for (Vertex via = 0; via < count; ++via) {
        for (Vertex u = 0; u < count; ++u) {
            for (Vertex v = 0; v < count; ++v) {
                if (reaches[u][via] && reaches[via][v]) reaches[u][v] = true;
            }
        }
    }
    return reaches;
}

/// x with A·x = b, by elimination; A is square and regular.
inline std::vector<double> solve(Matrix a, std::vector<double> b) {
    const std::size_t count = b.size();
    for (std::size_t column = 0; column < count; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column; row < count; ++row) {
            if (std::abs(a[row][column]) > std::abs(a[pivot][column])) pivot = row;
        }
        std::swap(a[column], a[pivot]);
        std::swap(b[column], b[pivot]);
        for (std::size_t row = 0; row < count; ++row) {
            if (row == column) continue;
            const double factor = a[row][column] / a[column][column];
            for (std::size_t k = column; k < count; ++k) a[row][k] -= factor * a[column][k];
            b[row] -= factor * b[column];
        }
    }
    for (std::size_t row = 0; row < count; ++row) b[row] /= a[row][row];
    return b;
}

/// How strongly u's ties reach v, loops once: `strengths` by edge.
inline Matrix strength_matrix(const RandomGraph& graph, bool directed, const std::vector<double>& strengths) {
    Matrix matrix(graph.count, std::vector<double>(graph.count, 0.0));
    for (std::size_t id = 0; id < graph.edges.size(); ++id) {
        const EdgeSpec& edge = graph.edges[id];
        matrix[edge.source][edge.target] += strengths[id];
        const bool back = (!directed || edge.both_ways) && edge.source != edge.target;
        if (back) matrix[edge.target][edge.source] += strengths[id];
    }
    return matrix;
}

inline Matrix product(const Matrix& a, const Matrix& b) {
    Matrix product(a.size(), std::vector<double>(a.size(), 0.0));
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < a.size(); ++j) {
            for (std::size_t k = 0; k < a.size(); ++k) product[i][j] += a[i][k] * b[k][j];
        }
    }
    return product;
}

inline Matrix transposed(const Matrix& a) {
    Matrix turned = a;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < a.size(); ++j) turned[i][j] = a[j][i];
    }
    return turned;
}

/// The size of the largest eigenvalue: what a high power grows by.
inline double growth(Matrix power) {
    double logarithm = 0;
    double share = 1;
    for (int doubling = 0; doubling < 60; ++doubling) {
        double largest = 0;
        for (const auto& row : power) {
            for (const double entry : row) largest = std::max(largest, std::abs(entry));
        }
        if (largest == 0) return 0;
        for (auto& row : power) {
            for (double& entry : row) entry /= largest;
        }
        logarithm += share * std::log(largest);
        share /= 2;
        power = product(power, power);
    }
    return std::exp(logarithm);
}

/// x = start + factor · A·x.
inline std::vector<double> attenuated(const Matrix& a, double factor, std::vector<double> start) {
    Matrix rest(a.size(), std::vector<double>(a.size(), 0.0));
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < a.size(); ++j) rest[i][j] = (i == j ? 1 : 0) - (factor * a[i][j]);
    }
    return solve(std::move(rest), std::move(start));
}

}  // namespace coopnet::support
