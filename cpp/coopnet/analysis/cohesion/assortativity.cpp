#include <coopnet/analysis/cohesion/assortativity.hpp>

#include <coopnet/analysis/detail/ties.hpp>
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

// The numbers at one end of all ties.
struct Side {
    double sum = 0;  // each times the strength of its tie
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();

    void meet(double number, double strength) noexcept {
        sum += strength * number;
        least = std::min(least, number);
        most = std::max(most, number);
    }
    [[nodiscard]] bool varies() const noexcept { return least < most; }
};

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
    Side out;
    Side in;
    detail::each_tie(view, strengths, [&](Vertex from, Vertex to, double strength) {
        ties += strength;
        out.meet(sending[from], strength);
        in.meet(receiving[to], strength);
    });
    if (ties == 0) return undefined("there are no ties.");
    if (!out.varies() || !in.varies()) return undefined("the number is the same at all ties.");

    // Means are subtracted before anything is squared, so that large numbers lose no digits.
    double covariance = 0;
    double variance_out = 0;
    double variance_in = 0;
    detail::each_tie(view, strengths, [&](Vertex from, Vertex to, double strength) {
        const double sent = sending[from] - (out.sum / ties);
        const double received = receiving[to] - (in.sum / ties);
        covariance += strength * sent * received;
        variance_out += strength * sent * sent;
        variance_in += strength * received * received;
    });
    return {covariance / std::sqrt(variance_out * variance_in), {}};
}

template <Direction D>
Value degree_assortativity(const Csr<D>& view, std::span<const double> strengths) {
    std::vector<double> sent(view.vertex_count(), 0.0);
    std::vector<double> received(view.vertex_count(), 0.0);
    detail::each_tie(view, strengths, [&](Vertex from, Vertex to, double strength) {
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
