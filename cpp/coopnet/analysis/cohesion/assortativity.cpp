#include <coopnet/analysis/cohesion/assortativity.hpp>

#include <coopnet/analysis/detail/weights.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace coopnet::cohesion {
namespace {

Value undefined(const char* why) {
    return {std::numeric_limits<double>::quiet_NaN(), why};
}

// `visit(from, to, strength)` for each tie, an undirected one both ways.
template <Direction D, class Visit>
void each_tie(const Csr<D>& view, std::span<const double> strengths, const Visit& visit) {
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        if (edge.source == edge.target) continue;
        const double strength = strengths.empty() ? 1 : strengths[id];
        visit(edge.source, edge.target, strength);
        if (!Csr<D>::is_directed || edge.both_ways) visit(edge.target, edge.source, strength);
    }
}

}  // namespace

Value group_assortativity(const Mixing& mixing) {
    const double all = mixing.all();
    if (all == 0) return undefined("there are no ties.");
    const auto sent = mixing.sent();
    const auto received = mixing.received();
    double chance = 0;
    for (std::uint32_t group = 0; group < mixing.group_count; ++group) chance += sent[group] * received[group];
    chance /= all * all;
    if (chance >= 1) return undefined("all ties are within one group, so that nothing varies.");
    return {(mixing.inside() / all - chance) / (1 - chance), {}};
}

template <Direction D>
Value number_assortativity(const Csr<D>& view, std::span<const double> sending, std::span<const double> receiving,
                           std::span<const double> strengths) {
    detail::require_strengths(strengths);
    for (const auto numbers : {sending, receiving}) {
        if (numbers.size() == view.vertex_count() &&
            std::ranges::all_of(numbers, [](double number) { return std::isfinite(number); }))
            continue;
        throw InvalidOption{"Assortativity needs a finite number for each actor."};
    }
    double ties = 0;
    double mean_out = 0;
    double mean_in = 0;
    each_tie(view, strengths, [&](Vertex from, Vertex to, double strength) {
        ties += strength;
        mean_out += strength * sending[from];
        mean_in += strength * receiving[to];
    });
    if (ties == 0) return undefined("there are no ties.");
    mean_out /= ties;
    mean_in /= ties;
    // Means are subtracted before anything is squared, so that large numbers lose no digits.
    double covariance = 0;
    double variance_out = 0;
    double variance_in = 0;
    bool varies_out = false;
    bool varies_in = false;
    const EdgeSpec* first = nullptr;
    for (const EdgeSpec& edge : view.edges()) {
        if (first == nullptr && edge.source != edge.target) first = &edge;
    }
    each_tie(view, strengths, [&](Vertex from, Vertex to, double strength) {
        const double out = sending[from] - mean_out;
        const double in = receiving[to] - mean_in;
        covariance += strength * out * in;
        variance_out += strength * out * out;
        variance_in += strength * in * in;
        varies_out = varies_out || sending[from] != sending[first->source];
        varies_in = varies_in || receiving[to] != receiving[first->target];
    });
    if (!varies_out || !varies_in) return undefined("the number is the same at all ties.");
    return {covariance / std::sqrt(variance_out * variance_in), {}};
}

template <Direction D>
Value degree_assortativity(const Csr<D>& view, std::span<const double> strengths) {
    std::vector<double> sent(view.vertex_count(), 0.0);
    std::vector<double> received(view.vertex_count(), 0.0);
    each_tie(view, strengths, [&](Vertex from, Vertex to, double strength) {
        sent[from] += strength;
        received[to] += strength;
    });
    return number_assortativity(view, sent, received, {});
}

template Value number_assortativity(const Digraph&, std::span<const double>, std::span<const double>,
                                    std::span<const double>);
template Value number_assortativity(const Ugraph&, std::span<const double>, std::span<const double>,
                                    std::span<const double>);
template Value degree_assortativity(const Digraph&, std::span<const double>);
template Value degree_assortativity(const Ugraph&, std::span<const double>);

}  // namespace coopnet::cohesion
