#include <coopnet/analysis/detail/ranking.hpp>
#include <coopnet/analysis/pathways/shortest.hpp>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace coopnet::pathways {
namespace {

template <Direction D>
detail::TotalCost objective(const Csr<D>& view, std::span<const double> costs) {
    const std::vector<double> steps(costs.empty() ? view.edge_count() : 0, 1.0);
    if (costs.empty()) costs = steps;
    if (costs.size() != view.edge_count()) throw InvalidOption{"Costs and edges are not as many. Give each edge one."};
    const auto is_cost = [](double cost) { return std::isfinite(cost) && cost >= 0; };
    if (!std::ranges::all_of(costs, is_cost)) {
        throw InvalidWeight{
            "Pathways need costs that are finite and not negative. Mend them, or choose another weight."};
    }
    return {costs, view.vertex_count()};
}

}  // namespace

template <Direction D>
std::optional<Pathway> shortest(const Csr<D>& view, std::span<const double> costs, Vertex source, Vertex target,
                                Monitor& monitor) {
    auto best = k_shortest(view, costs, source, target, {.k = 1}, monitor);
    if (best.items.empty()) return std::nullopt;
    return std::move(best.items.front());
}

template <Direction D>
Pathways all_shortest(const Csr<D>& view, std::span<const double> costs, Vertex source, Vertex target,
                      AllShortestOptions options, Monitor& monitor) {
    const detail::RankOptions rank{.most = options.max_results, .only_equal = true, .time_limit = options.time_limit};
    return detail::best_pathways(view, objective(view, costs), source, target, rank, monitor);
}

template <Direction D>
Pathways k_shortest(const Csr<D>& view, std::span<const double> costs, Vertex source, Vertex target,
                    KShortestOptions options, Monitor& monitor) {
    const detail::RankOptions rank{.most = options.k, .time_limit = options.time_limit};
    return detail::best_pathways(view, objective(view, costs), source, target, rank, monitor);
}

template std::optional<Pathway> shortest(const Digraph&, std::span<const double>, Vertex, Vertex, Monitor&);
template std::optional<Pathway> shortest(const Ugraph&, std::span<const double>, Vertex, Vertex, Monitor&);
template Pathways all_shortest(const Digraph&, std::span<const double>, Vertex, Vertex, AllShortestOptions, Monitor&);
template Pathways all_shortest(const Ugraph&, std::span<const double>, Vertex, Vertex, AllShortestOptions, Monitor&);
template Pathways k_shortest(const Digraph&, std::span<const double>, Vertex, Vertex, KShortestOptions, Monitor&);
template Pathways k_shortest(const Ugraph&, std::span<const double>, Vertex, Vertex, KShortestOptions, Monitor&);

}  // namespace coopnet::pathways
