#include <coopnet/analysis/centrality/load.hpp>

#include <coopnet/analysis/detail/sources.hpp>
#include <coopnet/analysis/detail/totals.hpp>
#include <coopnet/analysis/detail/ways.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

#include <vector>

namespace coopnet::centrality {
namespace {

// One source's share of the work, its arrays kept for the next.
class Carrying {
public:
    explicit Carrying(std::uint32_t actors) : carried_(actors), before_(actors) {}

    void add_source(const detail::ShortestWays& ways, std::vector<double>& sums) {
        const auto order = ways.order();
        const auto& targets = ways.steps().targets;
        for (const Vertex v : order) before_[v] = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            for (const std::uint32_t step : ways.onward(i)) ++before_[targets[step]];
        }
        for (std::size_t i = order.size(); i-- > 1;) {
            const Vertex v = order[i];
            carried_[v] = 0;
            for (const std::uint32_t step : ways.onward(i)) {
                const Vertex w = targets[step];
                carried_[v] += (1 + carried_[w]) / before_[w];
            }
            sums[v] += carried_[v];
        }
    }

private:
    std::vector<double> carried_;  // what v hands on for others
    std::vector<double> before_;   // among how many v shares what it hands back
};

}  // namespace

template <Direction D>
Scores load(const Csr<D>& view, std::span<const double> costs, LoadOptions options, Monitor& monitor) {
    detail::require_costs(costs);
    const CostScale scale{costs, view.vertex_count()};
    const auto steps = detail::steps<detail::Sum>(view, {scale.costs(), scale.exact()}, detail::Mode::out);

    detail::Totals totals{detail::source_block_count(steps), view.vertex_count()};
    detail::over_sources(steps, monitor, [&](const detail::SourceBlock& block) {
        detail::ShortestWays ways{steps};
        Carrying carrying{view.vertex_count()};
        block.each([&](Vertex source) {
            ways.from(source);
            carrying.add_source(ways, totals.part(block.index));
        });
    });
    const double actors = view.vertex_count();
    const double pairs = (actors - 1) * (actors - 2);
    return detail::credit_scores(totals.sum(), options.normalized && pairs > 0 ? pairs : 1);
}

template Scores load(const Digraph&, std::span<const double>, LoadOptions, Monitor&);
template Scores load(const Ugraph&, std::span<const double>, LoadOptions, Monitor&);

}  // namespace coopnet::centrality
