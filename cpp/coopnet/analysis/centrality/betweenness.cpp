#include <coopnet/analysis/centrality/betweenness.hpp>

#include <coopnet/analysis/detail/passing.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

#include <utility>
#include <vector>

namespace coopnet::centrality {
namespace {

void add_source(const detail::Brandes& brandes, bool endpoints, std::vector<double>& sums) {
    detail::add_credit(brandes, sums);
    if (!endpoints) return;
    double pathways = 0;
    for (const Vertex v : brandes.order().subspan(1)) {
        sums[v] += brandes.due(v);
        pathways += brandes.due(v);
    }
    sums[brandes.order().front()] += pathways;
}

// Ordered pairs that an actor may lie between, itself among them if ends count.
double pair_count(double actors, bool endpoints) noexcept {
    return endpoints ? actors * (actors - 1) : (actors - 1) * (actors - 2);
}

}  // namespace

template <Direction D>
Scores betweenness(const Csr<D>& view, std::span<const double> costs, const BetweennessOptions& options,
                   Monitor& monitor) {
    detail::require_costs(costs);
    const CostScale scale{costs, view.vertex_count()};
    const auto parallels = options.parallel_pathways ? detail::Parallels::apart : detail::Parallels::together;
    const auto steps = detail::steps<detail::Sum>(view, {scale.costs(), scale.exact()}, detail::Mode::out, parallels);
    const double longest = detail::longest_sum(scale, options.cutoff);
    const auto from = detail::shares_of(options.sources, view.vertex_count());
    const auto to = detail::shares_of(options.targets, view.vertex_count());

    auto sums = detail::passing(steps, view.vertex_count(), {longest, from, to}, monitor,
                                [&](const detail::Brandes& brandes, std::vector<double>& credit) {
                                    add_source(brandes, options.endpoints, credit);
                                });
    const double pairs = pair_count(view.vertex_count(), options.endpoints);
    // The sums count ordered pairs, an undirected pair both ways.
    const double once = Csr<D>::is_directed ? 1 : 2;
    return detail::credit_scores(std::move(sums), options.normalized && pairs > 0 ? pairs : once);
}

template Scores betweenness(const Digraph&, std::span<const double>, const BetweennessOptions&, Monitor&);
template Scores betweenness(const Ugraph&, std::span<const double>, const BetweennessOptions&, Monitor&);

}  // namespace coopnet::centrality
