#include <coopnet/analysis/detail/passing.hpp>
#include <coopnet/analysis/two_mode/betweenness.hpp>

#include <cmath>
#include <utility>

namespace coopnet::two_mode {

double most_betweenness(double own, double other) noexcept {
    if (own < 1 || other < 1) return 0;
    // The others of its own mode hang on those of the other, s or s + 1 on each; t have one more.
    const double s = std::floor((own - 1) / other);
    const double t = own - 1 - (s * other);
    const double twice =
        (other * other * (s + 1) * (s + 1)) + (other * (s + 1) * ((2 * t) - s - 1)) - (t * ((2 * s) - t + 3));
    return twice / 2;
}

Scores betweenness(const Modes& modes, BetweennessOptions options, Monitor& monitor) {
    const auto steps = detail::steps<detail::Sum>(modes.graph, {}, detail::Mode::all);
    auto sums = detail::passing(steps, modes.graph.vertex_count(), {}, monitor, detail::add_credit);
    Scores scores = detail::credit_scores(std::move(sums), 2);  // each pair was counted from both ends
    if (!options.normalized) return scores;
    for (Vertex v = 0; v < modes.graph.vertex_count(); ++v) {
        const double most = most_betweenness(modes.own(v), modes.other(v));
        if (most > 0) scores.values[v] /= most;
    }
    return scores;
}

}  // namespace coopnet::two_mode
