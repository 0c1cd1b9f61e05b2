#include <coopnet/analysis/centrality/current_flow_betweenness.hpp>

#include <coopnet/analysis/detail/currents.hpp>
#include <coopnet/analysis/detail/sorter.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/parallel.hpp>

#include <algorithm>
#include <vector>

namespace coopnet::centrality {
namespace {

constexpr double rounding = 1e-12;  // of what is subtracted

// The current in a wire, added over all pairs of actors. Between s and t it is the difference
// of two of `drops`; sorted, each is subtracted by those before it and from those behind it.
double current_of_all_pairs(std::vector<double>& drops, detail::Sorter& sorter) {
    sorter.sort(drops);
    const auto count = static_cast<double>(drops.size());
    double sum = 0;
    for (std::size_t rank = 0; rank < drops.size(); ++rank)
        sum += drops[rank] * (2 * static_cast<double>(rank) - count + 1);
    return sum;
}

// What passes through each actor of a piece over all its pairs: half of what its wires carry.
std::vector<double> throughput(const detail::Wires& piece, Monitor& monitor) {
    const auto potentials = detail::potentials(piece, monitor);
    constexpr std::size_t share = 64;  // wires a block
    const std::size_t blocks = (piece.wires.size() + share - 1) / share;
    std::vector<double> carried(piece.wires.size());
    monitor.expect(blocks);
    parallel_blocks(blocks, [&](std::size_t block) {
        std::vector<double> drops(potentials.size);
        detail::Sorter sorter;
        for (std::size_t i = block * share; i < std::min(piece.wires.size(), (block + 1) * share); ++i) {
            monitor.check();
            const auto& wire = piece.wires[i];
            const double* one = potentials.from(wire.one);
            const double* other = potentials.from(wire.other);
            for (std::size_t v = 0; v < drops.size(); ++v) drops[v] = one[v] - other[v];
            carried[i] = wire.strength * current_of_all_pairs(drops, sorter);
        }
        monitor.advance();
    });
    std::vector<double> through(piece.members.size(), 0.0);
    for (std::size_t i = 0; i < carried.size(); ++i) {
        through[piece.wires[i].one] += carried[i] / 2;
        through[piece.wires[i].other] += carried[i] / 2;
    }
    return through;
}

}  // namespace

Scores current_flow_betweenness(const Ugraph& view, std::span<const double> strengths,
                                CurrentFlowBetweennessOptions options, Monitor& monitor) {
    detail::require_strengths(strengths);
    const double count = view.vertex_count();
    Scores scores{std::vector<double>(view.vertex_count(), 0.0), {}};
    const double pairs = options.endpoints ? count * (count - 1) / 2 : (count - 1) * (count - 2) / 2;
    if (pairs <= 0) return scores;
    for (const detail::Wires& piece : detail::wires(view, strengths)) {
        if (piece.members.size() < 2) continue;
        // Half of the current of the pairs that an actor belongs to is already in.
        const double own = (static_cast<double>(piece.members.size()) - 1) / 2;
        const auto through = throughput(piece, monitor);
        for (std::size_t v = 0; v < through.size(); ++v) {
            const double sum = through[v] + (options.endpoints ? own : -own);
            const bool nothing = sum < rounding * own;  // so that who is at an end has 0
            scores.values[piece.members[v]] = nothing ? 0 : sum / (options.normalized ? pairs : 1);
        }
    }
    return scores;
}

}  // namespace coopnet::centrality
