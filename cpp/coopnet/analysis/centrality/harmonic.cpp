#include <coopnet/analysis/centrality/harmonic.hpp>

#include <coopnet/analysis/detail/sources.hpp>
#include <coopnet/analysis/detail/sweep.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

#include <limits>
#include <vector>

namespace coopnet::centrality {
namespace {

// `nearness` turns the length of a pathway into what it adds.
template <class Rule, class Nearness>
Scores summed(const detail::Steps& steps, bool normalized, Monitor& monitor, const Nearness& nearness) {
    const std::uint32_t count = steps.vertex_count();
    if (normalized && count == 1) {
        return {{std::numeric_limits<double>::quiet_NaN()}, "there is no other actor to divide by."};
    }
    Scores scores{std::vector<double>(count), {}};
    const double divisor = normalized ? static_cast<double>(count) - 1 : 1;
    detail::over_sources(steps, monitor, [&](const detail::SourceBlock& block) {
        detail::Sweep<Rule> sweep{steps};
        block.each([&](Vertex v) {
            sweep.from(v);
            double sum = 0;
            for (const Vertex w : sweep.order().subspan(1)) sum += nearness(sweep.lengths()[w]);
            scores.values[v] = sum / divisor;
        });
    });
    return scores;
}

}  // namespace

template <Direction D>
Scores harmonic(const Csr<D>& view, std::span<const double> costs, HarmonicOptions options, Monitor& monitor) {
    detail::require_costs(costs);
    const CostScale scale{costs, view.vertex_count()};
    const auto steps = detail::steps<detail::Sum>(view, {scale.costs(), scale.exact()}, options.mode);
    return summed<detail::Sum>(steps, options.normalized, monitor,
                               [&](double length) { return 1 / scale.length(length); });
}

template <Direction D>
Scores harmonic_of_probabilities(const Csr<D>& view, std::span<const double> probabilities, HarmonicOptions options,
                                 Monitor& monitor) {
    detail::require_probabilities(probabilities);
    const auto steps = detail::steps<detail::Product>(view, {probabilities, false}, options.mode);
    return summed<detail::Product>(steps, options.normalized, monitor, [](double product) { return product; });
}

template Scores harmonic(const Digraph&, std::span<const double>, HarmonicOptions, Monitor&);
template Scores harmonic(const Ugraph&, std::span<const double>, HarmonicOptions, Monitor&);
template Scores harmonic_of_probabilities(const Digraph&, std::span<const double>, HarmonicOptions, Monitor&);
template Scores harmonic_of_probabilities(const Ugraph&, std::span<const double>, HarmonicOptions, Monitor&);

}  // namespace coopnet::centrality
