#include <coopnet/analysis/centrality/stress.hpp>

#include <coopnet/analysis/detail/sources.hpp>
#include <coopnet/analysis/detail/totals.hpp>
#include <coopnet/analysis/detail/ways.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

#include <vector>

namespace coopnet::centrality {
namespace {

// `onward[v]`: how many shortest pathways from the source go on from v, wherever they end.
void add_source(const detail::ShortestWays& ways, std::vector<double>& onward, std::vector<double>& sums) {
    const auto& targets = ways.steps().targets;
    for (std::size_t i = ways.order().size(); i-- > 1;) {
        const Vertex v = ways.order()[i];
        onward[v] = 0;
        for (const std::uint32_t step : ways.onward(i)) onward[v] += 1 + onward[targets[step]];
        sums[v] += ways.ways(v) * onward[v];
    }
}

}  // namespace

template <Direction D>
Scores stress(const Csr<D>& view, std::span<const double> costs, Monitor& monitor) {
    detail::require_costs(costs);
    const CostScale scale{costs, view.vertex_count()};
    const auto steps = detail::steps<detail::Sum>(view, {scale.costs(), scale.exact()}, detail::Mode::out);

    detail::Totals totals{detail::source_block_count(steps), view.vertex_count()};
    detail::over_sources(steps, monitor, [&](const detail::SourceBlock& block) {
        detail::ShortestWays ways{steps};
        std::vector<double> onward(view.vertex_count());
        block.each([&](Vertex source) {
            ways.from(source);
            add_source(ways, onward, totals.part(block.index));
        });
    });
    // The sums count ordered pairs, an undirected pair both ways.
    return detail::credit_scores(totals.sum(), Csr<D>::is_directed ? 1 : 2);
}

template Scores stress(const Digraph&, std::span<const double>, Monitor&);
template Scores stress(const Ugraph&, std::span<const double>, Monitor&);

}  // namespace coopnet::centrality
