#include <coopnet/analysis/centrality/edge_betweenness.hpp>

#include <coopnet/analysis/detail/passing.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

namespace coopnet::centrality {

template <Direction D>
Scores edge_betweenness(const Csr<D>& view, std::span<const double> costs, const EdgeBetweennessOptions& options,
                        Monitor& monitor) {
    detail::require_costs(costs);
    const CostScale scale{costs, view.vertex_count()};
    const auto parallels = options.parallel_pathways ? detail::Parallels::apart : detail::Parallels::together;
    const auto steps = detail::steps<detail::Sum>(view, {scale.costs(), scale.exact()}, detail::Mode::out, parallels);
    const double longest = detail::longest_sum(scale, options.cutoff);
    const auto from = detail::shares_of(options.sources, view.vertex_count());
    const auto to = detail::shares_of(options.targets, view.vertex_count());

    const auto by_step =
        detail::passing(steps, steps.step_count(), {longest, from, to}, monitor,
                        [](const detail::Brandes& brandes, std::vector<double>& sums) { brandes.add_steps(sums); });
    const double actors = view.vertex_count();
    // The sums count ordered pairs, an undirected pair both ways.
    const double once = Csr<D>::is_directed ? 1 : 2;
    const double divisor = options.normalized && actors > 1 ? actors * (actors - 1) : once;
    return detail::credit_scores(detail::by_edge(steps, by_step, view.edge_count()), divisor);
}

template Scores edge_betweenness(const Digraph&, std::span<const double>, const EdgeBetweennessOptions&, Monitor&);
template Scores edge_betweenness(const Ugraph&, std::span<const double>, const EdgeBetweennessOptions&, Monitor&);

}  // namespace coopnet::centrality
