#include <coopnet/analysis/brokerage/choices.hpp>
#include <coopnet/analysis/brokerage/distance_counts.hpp>
#include <coopnet/analysis/brokerage/reach_goal.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

namespace coopnet::brokerage {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();

}  // namespace

ReachGoal::ReachGoal(const detail::Contacts& ties, bool by_distance, std::uint32_t within, Monitor& monitor) {
    Distances distances{ties.vertex_count()};
    constexpr auto passes = [](Vertex) { return false; };
    for (Vertex v = 0; v < ties.vertex_count(); ++v) {
        monitor.check();
        distances.from(ties, {&v, 1}, within, passes, passes);
        for (const Vertex w : distances.reached()) {
            const std::uint32_t steps = std::max(1U, distances.steps(w));
            reached_.push_back({w, steps});
            while (worth_.size() <= steps) {
                worth_.push_back(by_distance ? 1.0 / static_cast<double>(worth_.size()) : 1.0);
            }
        }
        offsets_.push_back(reached_.size());
    }
}

double ReachGoal::gains(std::span<const Vertex> chosen, std::vector<double>& gains) const {
    std::vector<double> best(size(), 0);
    for (const Vertex v : chosen) {
        for (const auto& [actor, steps] : of(v)) best[actor] = std::max(best[actor], worth_[steps]);
    }
    const auto is_chosen = marked(size(), chosen);
    gains.assign(size(), 0);
    for (Vertex v = 0; v < size(); ++v) {
        if (is_chosen[v]) continue;
        for (const auto& [actor, steps] : of(v)) gains[v] += std::max(0.0, worth_[steps] - best[actor]);
    }
    return std::accumulate(best.begin(), best.end(), 0.0);
}

std::vector<Vertex> ReachGoal::order() const {
    std::vector<double> alone;
    gains({}, alone);
    return ordered_by(size(), [&](Vertex v) { return alone[v]; });
}

double ReachGoal::cost(std::span<const Vertex> chosen, Monitor& /*monitor*/) const {
    std::vector<double> unused;
    return -gains(chosen, unused);
}

bool ReachGoal::singles(std::span<const Vertex> chosen, detail::Patience& patience, std::vector<double>& costs) const {
    const bool lasts = patience.lasts(effort());
    const double reached = gains(chosen, costs);
    for (double& cost : costs) cost = -(reached + cost);
    for (const Vertex v : chosen) costs[v] = impossible;
    return lasts;
}

ReachGoal::Bounds::Bounds(const ReachGoal& goal, std::span<const Vertex> chosen, std::uint32_t left)
    : left_(left), kept_(marked(goal.size(), chosen)) {
    reached_ = goal.gains(chosen, gains_);
    by_gain_ = ordered_by(goal.size(), [&](Vertex v) { return gains_[v]; });
}

double ReachGoal::Bounds::now() const noexcept {
    double most = reached_;
    std::uint32_t left = left_;
    for (std::size_t i = 0; i < by_gain_.size() && left > 0; ++i) {
        if (kept_[by_gain_[i]]) continue;
        most += gains_[by_gain_[i]];
        --left;
    }
    return -std::min(most, static_cast<double>(kept_.size()));
}

}  // namespace coopnet::brokerage
