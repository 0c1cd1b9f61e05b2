#include <coopnet/analysis/centrality/reach.hpp>

#include <coopnet/analysis/detail/sources.hpp>
#include <coopnet/analysis/detail/sweep.hpp>
#include <coopnet/analysis/detail/ways.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

#include <limits>
#include <vector>

namespace coopnet::centrality {

template <Direction D>
Scores reach(const Csr<D>& view, std::span<const double> costs, ReachOptions options, Monitor& monitor) {
    detail::require_costs(costs);
    const CostScale scale{costs, view.vertex_count()};
    const double longest = detail::longest_sum(scale, options.k);
    if (options.normalized && view.vertex_count() == 1) {
        return {{std::numeric_limits<double>::quiet_NaN()}, "there is no other actor to divide by."};
    }
    const auto steps = detail::steps<detail::Sum>(view, {scale.costs(), scale.exact()}, options.mode);
    const double divisor = options.normalized ? static_cast<double>(view.vertex_count()) - 1 : 1;

    Scores scores{std::vector<double>(view.vertex_count()), {}};
    detail::over_sources(steps, monitor, [&](const detail::SourceBlock& block) {
        detail::Sweep<detail::Sum> sweep{steps, longest};
        block.each([&](Vertex v) {
            sweep.from(v);
            scores.values[v] = (static_cast<double>(sweep.order().size()) - 1) / divisor;
        });
    });
    return scores;
}

template Scores reach(const Digraph&, std::span<const double>, ReachOptions, Monitor&);
template Scores reach(const Ugraph&, std::span<const double>, ReachOptions, Monitor&);

}  // namespace coopnet::centrality
