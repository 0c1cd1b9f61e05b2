#include <coopnet/analysis/centrality/bonacich_power.hpp>

#include <coopnet/analysis/detail/weights.hpp>

#include <utility>
#include <vector>

namespace coopnet::centrality {

template <Direction D>
WalkScores bonacich_power(const Csr<D>& view, std::span<const double> strengths, const BonacichPowerOptions& options,
                          Monitor& monitor) {
    detail::require_strengths(strengths);
    const auto by = detail::attenuation("exponent", options.exponent, view, strengths, monitor);
    const auto flow = detail::inflow(view, strengths, detail::Mode::out);
    const std::vector<double> ones(view.vertex_count(), 1.0);
    std::vector<double> direct(view.vertex_count());
    for (Vertex v = 0; v < view.vertex_count(); ++v) direct[v] = flow(v, ones);
    Scores scores = detail::scaled(detail::attenuated(flow, std::move(direct), by, monitor), options.scale);
    if (view.edge_count() == 0 && !scores.why.empty()) scores.why = "there are no ties.";
    return {std::move(scores), by};
}

template WalkScores bonacich_power(const Digraph&, std::span<const double>, const BonacichPowerOptions&, Monitor&);
template WalkScores bonacich_power(const Ugraph&, std::span<const double>, const BonacichPowerOptions&, Monitor&);

}  // namespace coopnet::centrality
