#include <coopnet/analysis/centrality/group_betweenness.hpp>

#include <coopnet/analysis/detail/group.hpp>
#include <coopnet/analysis/detail/sources.hpp>
#include <coopnet/analysis/detail/totals.hpp>
#include <coopnet/analysis/detail/ways.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

#include <utility>
#include <vector>

namespace coopnet::centrality {
namespace {

// The pairs of one source that the group lies between. `around` counts the shortest
// pathways from the source that avoid the group.
double from_source(const detail::ShortestWays& ways, const detail::Group& group, std::vector<double>& around) {
    const auto order = ways.order();
    for (const Vertex v : order) around[v] = 0;
    around[order.front()] = 1;
    double pairs = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Vertex v = order[i];
        if (group.has(v)) continue;
        if (i > 0) pairs += 1 - around[v] / ways.ways(v);
        for (const std::uint32_t step : ways.onward(i)) around[ways.steps().targets[step]] += around[v];
    }
    return pairs;
}

}  // namespace

template <Direction D>
Value group_betweenness(const Csr<D>& view, std::span<const double> costs, std::span<const Vertex> group,
                        GroupBetweennessOptions options, Monitor& monitor) {
    detail::require_costs(costs);
    const detail::Group inside{group, view.vertex_count()};
    const CostScale scale{costs, view.vertex_count()};
    const auto steps = detail::steps<detail::Sum>(view, {scale.costs(), scale.exact()}, detail::Mode::out);

    detail::Totals totals{detail::source_block_count(steps), 1};
    detail::over_sources(steps, monitor, [&](const detail::SourceBlock& block) {
        detail::ShortestWays ways{steps};
        std::vector<double> around(view.vertex_count());
        double& sum = totals.part(block.index).front();
        block.each([&](Vertex source) {
            if (inside.has(source)) return;
            ways.from(source);
            sum += from_source(ways, inside, around);
        });
    });
    const double others = inside.others();
    // The sum counts ordered pairs, an undirected pair both ways.
    const double once = Csr<D>::is_directed ? 1 : 2;
    const double pairs = others * (others - 1);
    Scores sum = detail::credit_scores(totals.sum(), options.normalized && pairs > 0 ? pairs : once);
    return {sum.values.front(), std::move(sum.why)};
}

template Value group_betweenness(const Digraph&, std::span<const double>, std::span<const Vertex>,
                                 GroupBetweennessOptions, Monitor&);
template Value group_betweenness(const Ugraph&, std::span<const double>, std::span<const Vertex>,
                                 GroupBetweennessOptions, Monitor&);

}  // namespace coopnet::centrality
