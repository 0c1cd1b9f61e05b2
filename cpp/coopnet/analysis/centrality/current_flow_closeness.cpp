#include <coopnet/analysis/centrality/current_flow_closeness.hpp>

#include <coopnet/analysis/detail/currents.hpp>
#include <coopnet/analysis/detail/weights.hpp>

#include <numeric>
#include <vector>

namespace coopnet::centrality {
namespace {

double numerator(double piece, Nearness scale) noexcept {
    switch (scale) {
        case Nearness::others:
            return piece - 1;
        case Nearness::information:
            return piece;
        case Nearness::raw:
            break;
    }
    return 1;
}

}  // namespace

Scores current_flow_closeness(const Ugraph& view, std::span<const double> strengths,
                              CurrentFlowClosenessOptions options, Monitor& monitor) {
    detail::require_strengths(strengths);
    Scores scores{std::vector<double>(view.vertex_count(), 0.0), {}};
    for (const detail::Wires& piece : detail::wires(view, strengths)) {
        if (piece.members.size() < 2) continue;
        const auto size = static_cast<double>(piece.members.size());
        const auto potentials = detail::potentials(piece, monitor);
        // Between u and v the resistance is at(u, u) + at(v, v) − 2 at(u, v).
        double all = 0;
        for (std::size_t v = 0; v < potentials.size; ++v) all += potentials.from(v)[v];
        for (std::size_t v = 0; v < potentials.size; ++v) {
            const double* from = potentials.from(v);
            const double resistance = (size * from[v]) + all - (2 * std::accumulate(from, from + potentials.size, 0.0));
            scores.values[piece.members[v]] = numerator(size, options.scale) / resistance;
        }
    }
    return scores;
}

}  // namespace coopnet::centrality
