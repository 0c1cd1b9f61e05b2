#include <coopnet/analysis/centrality/closeness.hpp>

#include <coopnet/analysis/detail/nearness.hpp>
#include <coopnet/analysis/detail/sources.hpp>
#include <coopnet/analysis/detail/sweep.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

#include <algorithm>
#include <cmath>
#include <variant>
#include <vector>

namespace coopnet::centrality {
template <Direction D>
Scores closeness(const Csr<D>& view, std::span<const double> costs, ClosenessOptions options, Monitor& monitor) {
    detail::require_costs(costs);
    const CostScale scale{costs, view.vertex_count()};
    const auto steps = detail::steps<detail::Sum>(view, {scale.costs(), scale.exact()}, options.mode);

    Scores scores{std::vector<double>(view.vertex_count()), {}};
    const detail::Nearness nearness{
        .wf_improved = options.wf_improved, .normalized = options.normalized, .unreached = options.unreached};
    const double others = static_cast<double>(view.vertex_count()) - 1;
    detail::over_sources(steps, monitor, [&](const detail::SourceBlock& block) {
        detail::Sweep<detail::Sum> sweep{steps};
        block.each([&](Vertex v) {
            sweep.from(v);
            double farness = 0;
            for (const Vertex w : sweep.order()) farness += sweep.lengths()[w];
            const double reached = static_cast<double>(sweep.order().size()) - 1;
            scores.values[v] = nearness.closeness(scale.length(farness), reached, others, others + 1);
        });
    });
    const bool undefined = std::ranges::any_of(scores.values, [](double value) { return std::isnan(value); });
    if (undefined) scores.why = "an actor cut off from all others has no distance to average.";
    return scores;
}

template Scores closeness(const Digraph&, std::span<const double>, ClosenessOptions, Monitor&);
template Scores closeness(const Ugraph&, std::span<const double>, ClosenessOptions, Monitor&);

void refuse_probabilities(const View& view) {
    if (view.meaning == WeightMeaning::probability) {
        throw InvalidWeight{
            "Probabilities have no mean distance, so closeness refuses them. Ask for harmonic, or choose another "
            "weight."};
    }
}

Scores closeness(const View& view, ClosenessOptions options, Monitor& monitor) {
    refuse_probabilities(view);
    const auto lengths = costs(view);
    return std::visit([&](const auto& csr) { return closeness(csr, lengths, options, monitor); }, view.csr);
}

}  // namespace coopnet::centrality
