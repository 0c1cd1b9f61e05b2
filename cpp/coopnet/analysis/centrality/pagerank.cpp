#include <coopnet/analysis/centrality/pagerank.hpp>

#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace coopnet::centrality {
namespace {

constexpr double tolerance = 1e-14;  // of the whole, which is 1

double total(std::span<const double> values) noexcept {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

void require_alpha(double alpha) {
    if (alpha >= 0 && alpha < 1) return;
    throw InvalidOption{"An alpha of PageRank is at least 0 and below 1; 0.85 is usual."};
}

std::vector<double> jumps(std::span<const double> personalization, std::uint32_t count) {
    if (personalization.empty()) return std::vector<double>(count, 1 / static_cast<double>(count));
    const bool usable = std::ranges::all_of(personalization, [](double p) { return std::isfinite(p) && p >= 0; });
    const double sum = total(personalization);
    if (personalization.size() != count || !usable || !(sum > 0) || !std::isfinite(sum)) {
        throw InvalidOption{"A personalization gives actors finite shares of at least 0, one of them above 0."};
    }
    std::vector<double> shares(personalization.begin(), personalization.end());
    for (double& share : shares) share /= sum;
    return shares;
}

// One over what leaves each actor; 0 where nothing does.
template <Direction D>
std::vector<double> dilution(const Csr<D>& view, std::span<const double> strengths) {
    std::vector<double> per_unit(view.vertex_count(), 0.0);
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        double leaving = 0;
        for (const EdgeId edge : view.out_edges(v)) leaving += strengths.empty() ? 1.0 : strengths[edge];
        per_unit[v] = leaving > 0 ? 1 / leaving : 0;
    }
    return per_unit;
}

template <Direction D>
double arriving(const Csr<D>& view, std::span<const double> strengths, const std::vector<double>& leaving,
                Vertex v) noexcept {
    const auto from = view.in(v);
    const auto edges = view.in_edges(v);
    double sum = 0;
    for (std::size_t i = 0; i < from.size(); ++i)
        sum += (strengths.empty() ? 1.0 : strengths[edges[i]]) * leaving[from[i]];
    return sum;
}

}  // namespace

template <Direction D>
Scores pagerank(const Csr<D>& view, std::span<const double> strengths, const PagerankOptions& options,
                Monitor& monitor) {
    detail::require_strengths(strengths);
    require_alpha(options.alpha);
    const std::uint32_t count = view.vertex_count();
    if (count == 0) return {};
    const auto jump = jumps(options.personalization, count);
    const auto per_unit = dilution(view, strengths);

    std::vector<double> rank = jump;
    std::vector<double> leaving(count);
    // A round shrinks the change to alpha of it at least: the bound ends what rounding would not.
    double change = 2;
    double bound = 2;
    while (std::min(bound, change) > tolerance) {
        bound *= options.alpha;
        monitor.check();
        double stranded = 0;
        for (Vertex v = 0; v < count; ++v) {
            leaving[v] = rank[v] * per_unit[v];
            if (per_unit[v] == 0) stranded += rank[v];
        }
        change = 0;
        const double jumping = (options.alpha * stranded) + (1 - options.alpha);
        for (Vertex v = 0; v < count; ++v) {
            const double next = (options.alpha * arriving(view, strengths, leaving, v)) + (jumping * jump[v]);
            change += std::abs(next - rank[v]);
            rank[v] = next;
        }
    }
    const double sum = total(rank);
    for (double& value : rank) value /= sum;
    return {std::move(rank), {}};
}

template Scores pagerank(const Digraph&, std::span<const double>, const PagerankOptions&, Monitor&);
template Scores pagerank(const Ugraph&, std::span<const double>, const PagerankOptions&, Monitor&);

}  // namespace coopnet::centrality
