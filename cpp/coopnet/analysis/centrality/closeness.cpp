#include <coopnet/analysis/centrality/closeness.hpp>

#include <coopnet/analysis/detail/sources.hpp>
#include <coopnet/analysis/detail/sweep.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace coopnet::centrality {
namespace {

// The farness of an actor among the `reached` others.
double score(double farness, double reached, double others, bool wf_improved) noexcept {
    if (reached == 0) return wf_improved ? 0 : std::numeric_limits<double>::quiet_NaN();
    return reached / farness * (wf_improved ? reached / others : 1);
}

}  // namespace

template <Direction D>
Scores closeness(const Csr<D>& view, std::span<const double> costs, ClosenessOptions options, Monitor& monitor) {
    detail::require_costs(costs);
    const CostScale scale{costs, view.vertex_count()};
    const auto steps = detail::steps<detail::Sum>(view, {scale.costs(), scale.exact()}, options.mode);

    Scores scores{std::vector<double>(view.vertex_count()), {}};
    const double others = static_cast<double>(view.vertex_count()) - 1;
    detail::over_sources(steps, monitor, [&](const detail::SourceBlock& block) {
        detail::Sweep<detail::Sum> sweep{steps};
        block.each([&](Vertex v) {
            sweep.from(v);
            double farness = 0;
            for (const Vertex w : sweep.order()) farness += sweep.lengths()[w];
            const double reached = static_cast<double>(sweep.order().size()) - 1;
            scores.values[v] = score(scale.length(farness), reached, others, options.wf_improved);
        });
    });
    const bool undefined = std::ranges::any_of(scores.values, [](double value) { return std::isnan(value); });
    if (undefined) scores.why = "an actor cut off from all others has no distance to average.";
    return scores;
}

template Scores closeness(const Digraph&, std::span<const double>, ClosenessOptions, Monitor&);
template Scores closeness(const Ugraph&, std::span<const double>, ClosenessOptions, Monitor&);

}  // namespace coopnet::centrality
