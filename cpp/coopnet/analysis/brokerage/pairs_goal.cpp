#include <coopnet/analysis/brokerage/choices.hpp>
#include <coopnet/analysis/brokerage/distance_counts.hpp>
#include <coopnet/analysis/brokerage/pairs_goal.hpp>

#include <algorithm>
#include <functional>
#include <numeric>

namespace coopnet::brokerage {
std::vector<Vertex> PairsGoal::order() const {
    std::vector<std::uint32_t> degree(ties_.vertex_count());
    for (Vertex v = 0; v < ties_.vertex_count(); ++v) {
        degree[v] += ties_.degree(v);
        for (const Vertex w : ties_.of(v)) ++degree[w];
    }
    return ordered_by(ties_.vertex_count(), [&](Vertex v) { return degree[v]; });
}

double PairsGoal::cost(std::span<const Vertex> chosen, Monitor& monitor) const {
    const auto gone = marked(ties_.vertex_count(), chosen);
    Distances distances{ties_.vertex_count()};
    DistanceCounts counts;
    for (Vertex v = 0; v < ties_.vertex_count(); ++v) {
        if (gone[v]) continue;
        monitor.check();
        distances.from(
            ties_, {&v, 1}, Distances::unreached, [&](Vertex w) { return gone[w]; }, [](Vertex) { return false; });
        counts.add(distances);
    }
    return counts.worth(by_distance_);
}

bool PairsGoal::singles(std::span<const Vertex> chosen, detail::Patience& patience, std::vector<double>& costs) const {
    return absences_.costs(marked(ties_.vertex_count(), chosen), by_distance_, patience, costs);
}

PairsGoal::Bounds::Bounds(const PairsGoal& goal, std::span<const Vertex> chosen, std::uint32_t left)
    : goal_(goal),
      left_(left),
      gone_(marked(goal.ties_.vertex_count(), chosen)),
      kept_(goal.ties_.vertex_count(), false) {}

double PairsGoal::Bounds::now() const {
    const std::uint32_t actors = goal_.ties_.vertex_count();
    Distances distances{actors};
    std::vector<double> share(actors, 0);  // of each actor, the pairs it is one of
    double all = 0;
    for (Vertex v = 0; v < actors; ++v) {
        if (gone_[v]) continue;
        distances.from(
            goal_.ties_, {&v, 1}, Distances::unreached, [&](Vertex w) { return gone_[w]; },
            [&](Vertex w) { return !kept_[w]; });
        for (const Vertex w : distances.reached().subspan(1)) {
            const double worth = goal_.by_distance_ ? 1.0 / distances.steps(w) : 1.0;
            all += worth;
            share[v] += worth;
            share[w] += worth;
        }
    }
    for (Vertex v = 0; v < actors; ++v) {
        if (kept_[v]) share[v] = 0;
    }
    const auto first = share.begin();
    std::partial_sort(first, first + std::min(left_, actors), share.end(), std::greater{});
    const double rounding = 1e-12 * all;
    return std::max(0.0, std::accumulate(first, first + std::min(left_, actors), all, std::minus{}) - rounding);
}

}  // namespace coopnet::brokerage
