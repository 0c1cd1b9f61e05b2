#include <coopnet/analysis/centrality/harmonic.hpp>

#include <coopnet/analysis/detail/sources.hpp>
#include <coopnet/analysis/detail/sweep.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

#include <limits>
#include <variant>
#include <vector>

namespace coopnet::centrality {
namespace {

// `nearness` turns the length of a pathway into what it adds.
template <class Rule, class Nearness>
Scores summed(const detail::Steps& steps, HarmonicOptions options, Monitor& monitor, const Nearness& nearness) {
    const std::uint32_t count = steps.vertex_count();
    const bool by_others = options.normalized && !options.reached_only;
    if (by_others && count == 1) {
        return {{std::numeric_limits<double>::quiet_NaN()}, "there is no other actor to divide by."};
    }
    Scores scores{std::vector<double>(count), {}};
    const double others = by_others ? static_cast<double>(count) - 1 : 1;
    detail::over_sources(steps, monitor, [&](const detail::SourceBlock& block) {
        detail::Sweep<Rule> sweep{steps};
        block.each([&](Vertex v) {
            sweep.from(v);
            double sum = 0;
            const auto reached = sweep.order().subspan(1);
            for (const Vertex w : reached) sum += nearness(sweep.lengths()[w]);
            const bool shared = options.reached_only && !reached.empty();
            scores.values[v] = sum / (shared ? static_cast<double>(reached.size()) : others);
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
    return summed<detail::Sum>(steps, options, monitor, [&](double length) { return 1 / scale.length(length); });
}

template <Direction D>
Scores harmonic_of_probabilities(const Csr<D>& view, std::span<const double> probabilities, HarmonicOptions options,
                                 Monitor& monitor) {
    detail::require_probabilities(probabilities);
    const auto steps = detail::steps<detail::Product>(view, {probabilities, false}, options.mode);
    return summed<detail::Product>(steps, options, monitor, [](double product) { return product; });
}

template Scores harmonic(const Digraph&, std::span<const double>, HarmonicOptions, Monitor&);
template Scores harmonic(const Ugraph&, std::span<const double>, HarmonicOptions, Monitor&);
template Scores harmonic_of_probabilities(const Digraph&, std::span<const double>, HarmonicOptions, Monitor&);
template Scores harmonic_of_probabilities(const Ugraph&, std::span<const double>, HarmonicOptions, Monitor&);

Scores harmonic(const View& view, HarmonicOptions options, Monitor& monitor) {
    const bool multiplies = view.meaning == WeightMeaning::probability;
    const auto lengths = multiplies ? std::vector<double>{} : costs(view);
    return std::visit(
        [&](const auto& csr) {
            return multiplies ? harmonic_of_probabilities(csr, csr.weights(), options, monitor)
                              : harmonic(csr, lengths, options, monitor);
        },
        view.csr);
}

}  // namespace coopnet::centrality
