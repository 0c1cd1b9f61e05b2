#include <coopnet/analysis/brokerage/dominators.hpp>

#include <utility>

namespace coopnet::brokerage {

Dominators::Dominators(const detail::Contacts& ties, const detail::Contacts& back, const std::vector<bool>& gone)
    : ties_(ties),
      back_(back),
      gone_(gone),
      distances_(ties.vertex_count()),
      above_(ties.vertex_count(), nobody),
      only_(ties.vertex_count(), nobody),
      depth_(ties.vertex_count()),
      below_(ties.vertex_count()),
      repaired_(ties.vertex_count(), Distances::unreached),
      is_lost_(ties.vertex_count(), 0) {}

void Dominators::from(Vertex source) {
    distances_.from(
        ties_, {&source, 1}, Distances::unreached, [this](Vertex v) { return gone_[v]; }, [](Vertex) { return false; });
    find_dominators();
}

// Where the predecessors' lines of dominators meet (Cooper, Harvey and Kennedy 2001).
void Dominators::find_dominators() {
    for (const Vertex v : reached()) below_[v].clear();
    const Vertex source = reached().front();
    depth_[source] = 0;
    only_[source] = nobody;
    for (const Vertex v : reached().subspan(1)) {
        Vertex dominator = nobody;
        only_[v] = nobody;
        for (const Vertex w : back_.of(v)) {
            if (steps(w) == Distances::unreached || steps(w) + 1 != steps(v)) continue;
            only_[v] = dominator == nobody ? w : nobody;
            dominator = dominator == nobody ? w : meet(dominator, w);
        }
        above_[v] = dominator;
        depth_[v] = depth_[dominator] + 1;
        if (depth_[v] > 1) below_[dominator].push_back(v);
    }
}

Vertex Dominators::meet(Vertex a, Vertex b) const noexcept {
    while (a != b) {
        if (depth_[a] < depth_[b]) std::swap(a, b);
        a = above_[a];
    }
    return a;
}

void Dominators::wait(Vertex v) {
    const std::uint32_t steps = repaired_[v];
    if (steps == Distances::unreached) return;
    if (steps >= waiting_.size()) waiting_.resize(steps + 1);
    waiting_[steps].push_back(v);
}

// Among the lost, nearer ones first.
void Dominators::spread() {
    for (std::uint32_t steps = 0; steps < waiting_.size(); ++steps) {
        for (std::size_t next = 0; next < waiting_[steps].size(); ++next) {
            const Vertex v = waiting_[steps][next];
            if (repaired_[v] != steps) continue;  // came nearer since
            for (const Vertex w : ties_.of(v)) {
                if (is_lost_[w] == 0 || repaired_[w] <= steps + 1) continue;
                repaired_[w] = steps + 1;
                wait(w);
            }
        }
        waiting_[steps].clear();
    }
}

}  // namespace coopnet::brokerage
