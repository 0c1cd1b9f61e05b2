#include <coopnet/analysis/brokerage/dominators.hpp>

#include <algorithm>
#include <ranges>
#include <utility>

namespace coopnet::brokerage {

Dominators::Dominators(const detail::Contacts& ties, const detail::Contacts& back, const std::vector<bool>& gone)
    : ties_(ties),
      back_(back),
      gone_(gone),
      steps_(ties.vertex_count(), Distances::unreached),
      above_(ties.vertex_count()),
      only_step_(ties.vertex_count()),
      detour_(ties.vertex_count()),
      below_(ties.vertex_count()),
      place_(ties.vertex_count(), none),
      order_(ties.vertex_count()),
      repaired_(ties.vertex_count()) {}

// Breadth first. An actor's nearest dominator is where those of the actors before it on
// shortest pathways meet (Cooper, Harvey and Kennedy 2001).
void Dominators::from(Vertex source) {
    for (const Vertex v : reached_) {
        steps_[v] = Distances::unreached;
        place_[v] = none;
    }
    reached_.assign(1, source);
    steps_[source] = 0;
    only_step_[source] = none;
    detour_[source] = {source, Distances::unreached};
    for (std::size_t next = 0; next < reached_.size();) {
        const Vertex v = reached_[next++];
        for (std::uint32_t step = ties_.offsets[v]; step < ties_.offsets[v + 1]; ++step) follow(v, step);
    }
    stand_in_order();
}

void Dominators::follow(Vertex v, std::uint32_t step) {
    const Vertex w = ties_.actors[step];
    const std::uint32_t steps = steps_[v] + 1;
    if (steps_[w] == Distances::unreached) {
        if (gone_[w]) return;
        steps_[w] = steps;
        above_[w] = v;
        only_step_[w] = step;
        detour_[w] = {w, Distances::unreached};
        reached_.push_back(w);
    } else if (steps_[w] == steps) {
        above_[w] = meet(above_[w], v);
        only_step_[w] = none;
    } else if (detour_[w].from == w) {
        detour_[w] = {v, steps};
    }
}

// Nobody is farther than whom it dominates.
Vertex Dominators::meet(Vertex a, Vertex b) const noexcept {
    while (a != b) {
        if (steps_[a] < steps_[b]) std::swap(a, b);
        a = above_[a];
    }
    return a;
}

void Dominators::stand_in_order() {
    const auto others = reached().subspan(1);
    for (const Vertex v : reached_) below_[v] = 1;
    for (const Vertex v : others | std::views::reverse) below_[above_[v]] += below_[v];
    // The next below an actor goes where the last one's end, kept in `repaired_` meanwhile.
    auto& next = repaired_;
    place_[reached_.front()] = 0;
    next[reached_.front()] = 1;
    for (const Vertex v : others) {
        place_[v] = std::exchange(next[above_[v]], next[above_[v]] + below_[v]);
        next[v] = place_[v] + 1;
    }
    for (const Vertex v : reached_) order_[place_[v]] = v;
}

// On the remains of shortest pathways, or over a tie from who is not lost. Nobody lost stays
// as near as it was.
std::uint32_t Dominators::repaired(Vertex v, Lost lost) const noexcept {
    const Detour detour = detour_[v];
    const bool open = !is_among(lost, detour.from);
    if (open && detour.steps == steps_[v] + 1) return detour.steps;
    std::uint32_t before = open ? detour.steps - 1 : Distances::unreached;
    if (open && only_step_[v] != none) return std::min(before, repaired_[above_[v]]) + 1;
    for (const Vertex w : back_.of(v)) {
        if (steps_[w] < steps_[v]) {
            before = std::min(before, repaired_[w]);
        } else if (!is_among(lost, w)) {
            before = std::min(before, steps_[w]);
        }
    }
    return before == Distances::unreached ? before : before + 1;
}

// The lost may be nearer over ties among them that were on no shortest pathway; but two steps
// farther than before at least.
void Dominators::mend(std::span<const Vertex> actors, Lost lost) {
    bool mended = false;
    for (const Vertex v : actors) {
        if (repaired_[v] - steps_[v] <= 2) continue;
        const std::uint32_t before = repaired_[v];
        for (const Vertex w : back_.of(v)) {
            if (is_among(lost, w) && repaired_[w] < repaired_[v] - 1) repaired_[v] = repaired_[w] + 1;
        }
        if (repaired_[v] == before) continue;
        wait(v);
        mended = true;
    }
    if (mended) spread(lost);
}

void Dominators::wait(Vertex v) {
    if (repaired_[v] >= waiting_.size()) waiting_.resize(repaired_[v] + 1);
    waiting_[repaired_[v]].push_back(v);
}

// Among the lost, nearer ones first.
void Dominators::spread(Lost lost) {
    for (std::uint32_t steps = 0; steps < waiting_.size(); ++steps) {
        for (std::size_t next = 0; next < waiting_[steps].size(); ++next) {
            const Vertex v = waiting_[steps][next];
            if (repaired_[v] != steps) continue;  // came nearer since
            for (const Vertex w : ties_.of(v)) {
                if (!is_among(lost, w) || repaired_[w] <= steps + 1) continue;
                repaired_[w] = steps + 1;
                wait(w);
            }
        }
        waiting_[steps].clear();
    }
}

}  // namespace coopnet::brokerage
