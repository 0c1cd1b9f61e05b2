#include <coopnet/analysis/centrality/alpha.hpp>

#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace coopnet::centrality {

template <Direction D>
WalkScores alpha(const Csr<D>& view, std::span<const double> strengths, const AlphaOptions& options, Monitor& monitor) {
    detail::require_strengths(strengths);
    std::vector<double> own(options.exogenous.begin(), options.exogenous.end());
    if (own.empty()) own.assign(view.vertex_count(), 1.0);
    const bool finite = std::ranges::all_of(own, [](double value) { return std::isfinite(value); });
    if (!finite || own.size() != view.vertex_count()) {
        throw InvalidOption{"exogenous= gives actors finite numbers, one each. Mend them, or leave it out."};
    }
    const auto by = detail::attenuation("alpha", options.alpha, view, strengths, monitor);
    const auto flow = detail::inflow(view, strengths, detail::Mode::in);
    return {{detail::attenuated(flow, std::move(own), by, monitor), {}}, by};
}

template WalkScores alpha(const Digraph&, std::span<const double>, const AlphaOptions&, Monitor&);
template WalkScores alpha(const Ugraph&, std::span<const double>, const AlphaOptions&, Monitor&);

}  // namespace coopnet::centrality
