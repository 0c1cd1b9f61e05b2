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
        const auto sums = detail::potential_sums(piece, monitor);
        // Between u and v the resistance is at(u, u) + at(v, v) − 2 at(u, v).
        const double all = std::accumulate(sums.own.begin(), sums.own.end(), 0.0);
        for (std::size_t v = 0; v < piece.members.size(); ++v) {
            const double resistance = (size * sums.own[v]) + all - (2 * sums.all[v]);
            scores.values[piece.members[v]] = numerator(size, options.scale) / resistance;
        }
    }
    return scores;
}

}  // namespace coopnet::centrality
