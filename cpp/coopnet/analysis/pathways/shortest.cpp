#include <coopnet/analysis/detail/costs.hpp>
#include <coopnet/analysis/detail/ranking.hpp>
#include <coopnet/analysis/pathways/shortest.hpp>

#include <utility>

namespace coopnet::pathways {
namespace {

template <Direction D>
detail::TotalCost objective(const Csr<D>& view, std::span<const double> costs) {
    return {detail::costs_of_edges(costs, view.edge_count()), view.vertex_count()};
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
