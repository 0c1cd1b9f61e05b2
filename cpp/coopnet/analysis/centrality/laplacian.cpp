#include <coopnet/analysis/centrality/laplacian.hpp>

#include <coopnet/analysis/detail/weights.hpp>

#include <limits>
#include <numeric>
#include <vector>

namespace coopnet::centrality {
namespace {

// The strength from v to each of its neighbors, edges between the same two added up.
class Neighborhood {
public:
    explicit Neighborhood(std::uint32_t actors) : strength_(actors, 0.0) {}

    void gather(Vertex v, std::span<const Vertex> targets, std::span<const EdgeId> edges,
                std::span<const double> strengths) {
        for (const Vertex w : neighbors_) strength_[w] = 0;
        neighbors_.clear();
        for (std::size_t i = 0; i < targets.size(); ++i) {
            if (targets[i] == v) continue;
            if (strength_[targets[i]] == 0) neighbors_.push_back(targets[i]);
            strength_[targets[i]] += strengths.empty() ? 1 : strengths[edges[i]];
        }
    }

    [[nodiscard]] const std::vector<Vertex>& neighbors() const noexcept { return neighbors_; }
    [[nodiscard]] double strength(Vertex w) const noexcept { return strength_[w]; }

private:
    std::vector<double> strength_;
    std::vector<Vertex> neighbors_;
};

}  // namespace

template <Direction D>
Scores laplacian(const Csr<D>& view, std::span<const double> strengths, LaplacianOptions options) {
    detail::require_strengths(strengths);
    const std::uint32_t count = view.vertex_count();
    Neighborhood near{count};
    std::vector<double> diagonal(count, 0.0);
    std::vector<double> rows(count, 0.0);  // the squares of each row
    for (Vertex v = 0; v < count; ++v) {
        near.gather(v, view.out(v), view.out_edges(v), strengths);
        for (const Vertex w : near.neighbors()) {
            diagonal[v] += near.strength(w);
            rows[v] += near.strength(w) * near.strength(w);
        }
        rows[v] += diagonal[v] * diagonal[v];
    }
    const double energy = std::accumulate(rows.begin(), rows.end(), 0.0);
    if (options.normalized && count > 0 && energy == 0) {
        return {std::vector<double>(count, std::numeric_limits<double>::quiet_NaN()),
                "without ties there is no energy to have a share of."};
    }
    // With v go its own row and, from the row of each u with a tie to it, w² of the tie and
    // d² − (d − w)² of the diagonal: 2dw together.
    Scores scores{rows, {}};
    for (Vertex v = 0; v < count; ++v) {
        near.gather(v, view.in(v), view.in_edges(v), strengths);
        for (const Vertex u : near.neighbors()) scores.values[v] += 2 * diagonal[u] * near.strength(u);
        if (options.normalized) scores.values[v] /= energy;
    }
    return scores;
}

template Scores laplacian(const Digraph&, std::span<const double>, LaplacianOptions);
template Scores laplacian(const Ugraph&, std::span<const double>, LaplacianOptions);

}  // namespace coopnet::centrality
