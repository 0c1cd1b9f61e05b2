#include <coopnet/analysis/centrality/eccentricity.hpp>

#include <coopnet/analysis/detail/sources.hpp>
#include <coopnet/analysis/detail/sweep.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

#include <algorithm>
#include <limits>
#include <vector>

namespace coopnet::centrality {

template <Direction D>
Scores eccentricity(const Csr<D>& view, std::span<const double> costs, EccentricityOptions options, Monitor& monitor) {
    detail::require_costs(costs);
    const CostScale scale{costs, view.vertex_count()};
    const auto steps = detail::steps<detail::Sum>(view, {scale.costs(), scale.exact()}, options.mode);
    const double actors = view.vertex_count();

    Scores scores{std::vector<double>(view.vertex_count()), {}};
    detail::over_sources(steps, monitor, [&](const detail::SourceBlock& block) {
        detail::Sweep<detail::Sum> sweep{steps};
        block.each([&](Vertex v) {
            sweep.from(v);
            scores.values[v] = scale.length(sweep.lengths()[sweep.order().back()]);
            if (sweep.order().size() == view.vertex_count()) return;
            if (options.unreached == Unreached::infinite) scores.values[v] = std::numeric_limits<double>::infinity();
            if (options.unreached == Unreached::n) scores.values[v] = std::max(scores.values[v], actors);
        });
    });
    return scores;
}

template Scores eccentricity(const Digraph&, std::span<const double>, EccentricityOptions, Monitor&);
template Scores eccentricity(const Ugraph&, std::span<const double>, EccentricityOptions, Monitor&);

}  // namespace coopnet::centrality
