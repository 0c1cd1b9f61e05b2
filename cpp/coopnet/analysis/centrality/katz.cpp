#include <coopnet/analysis/centrality/katz.hpp>

#include <coopnet/analysis/detail/scale.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/error.hpp>

#include <cmath>
#include <utility>
#include <vector>

namespace coopnet::centrality {

template <Direction D>
WalkScores katz(const Csr<D>& view, std::span<const double> strengths, const KatzOptions& options, Monitor& monitor) {
    detail::require_strengths(strengths);
    if (!std::isfinite(options.beta)) throw InvalidOption{"beta is a finite number; 1 is usual."};
    const auto by = detail::attenuation("alpha", options.alpha, view, strengths, monitor);
    const auto flow = detail::inflow(view, strengths, detail::Mode::in);
    auto sum = detail::attenuated(flow, std::vector<double>(view.vertex_count(), options.beta), by, monitor);
    return {detail::scaled(std::move(sum), options.normalized ? detail::Scale::length : detail::Scale::raw), by};
}

template WalkScores katz(const Digraph&, std::span<const double>, const KatzOptions&, Monitor&);
template WalkScores katz(const Ugraph&, std::span<const double>, const KatzOptions&, Monitor&);

}  // namespace coopnet::centrality
