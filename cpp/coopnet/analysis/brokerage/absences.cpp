#include <coopnet/analysis/brokerage/absences.hpp>
#include <coopnet/analysis/brokerage/distance_counts.hpp>
#include <coopnet/core/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>

namespace coopnet::brokerage {
namespace {

constexpr std::uint32_t unreached = Distances::unreached;

// How many pairs are at each distance, and how many more or fewer without each actor. Whole
// numbers: the parts of several threads add up to the same in any order.
class Changes {
public:
    explicit Changes(std::uint32_t actors) : without_(actors) {}

    void pair(std::uint32_t steps) { add(all_, steps, 1); }
    void without(Vertex absent, std::uint32_t steps, std::int64_t more) { add(without_[absent], steps, more); }

    void add(const Changes& other) {
        for (std::uint32_t steps = 0; steps < other.all_.size(); ++steps) add(all_, steps, other.all_[steps]);
        for (Vertex v = 0; v < without_.size(); ++v) {
            const auto& changes = other.without_[v];
            for (std::uint32_t steps = 0; steps < changes.size(); ++steps) add(without_[v], steps, changes[steps]);
        }
    }
    [[nodiscard]] double worth(Vertex absent, bool by_distance) const noexcept {
        const auto& changes = without_[absent];
        double sum = 0;
        for (std::size_t steps = 1; steps < std::max(all_.size(), changes.size()); ++steps) {
            std::int64_t pairs = steps < all_.size() ? all_[steps] : 0;
            if (steps < changes.size()) pairs += changes[steps];
            sum += static_cast<double>(pairs) / (by_distance ? static_cast<double>(steps) : 1);
        }
        return sum;
    }

private:
    using Counts = std::vector<std::int64_t>;

    static void add(Counts& counts, std::uint32_t steps, std::int64_t more) {
        if (steps >= counts.size()) counts.resize(steps + 1);
        counts[steps] += more;
    }

    Counts all_;
    std::vector<Counts> without_;
};

// One source after the other; kept, so that nothing is allocated twice.
class Dominators {
public:
    Dominators(const detail::Contacts& ties, const detail::Contacts& back, const std::vector<bool>& gone)
        : ties_(ties),
          back_(back),
          gone_(gone),
          distances_(ties.vertex_count()),
          above_(ties.vertex_count()),
          depth_(ties.vertex_count()),
          below_(ties.vertex_count()),
          repaired_(ties.vertex_count(), unreached),
          is_below_(ties.vertex_count(), false) {}

    void from(Vertex source, Changes& changes) {
        distances_.from(
            ties_, {&source, 1}, unreached, [&](Vertex v) { return gone_[v]; }, [](Vertex) { return false; });
        find_dominators();
        for (const Vertex v : distances_.reached().subspan(1)) {
            const std::uint32_t steps = distances_.steps(v);
            changes.pair(steps);
            changes.without(source, steps, -1);
            changes.without(v, steps, -1);
            if (!below_[v].empty()) repair(v, changes);
        }
    }

private:
    // Who is on all shortest pathways to v and nearest to it: where its predecessors' lines
    // of dominators meet (Cooper, Harvey and Kennedy).
    void find_dominators() {
        for (const Vertex v : distances_.reached()) below_[v].clear();
        depth_[distances_.reached().front()] = 0;
        for (const Vertex v : distances_.reached().subspan(1)) {
            Vertex dominator = unreached;
            for (const Vertex w : back_.of(v)) {
                if (distances_.steps(w) == unreached || distances_.steps(w) + 1 != distances_.steps(v)) continue;
                dominator = dominator == unreached ? w : meet(dominator, w);
            }
            above_[v] = dominator;
            depth_[v] = depth_[dominator] + 1;
            if (depth_[v] > 1) below_[dominator].push_back(v);
        }
    }

    [[nodiscard]] Vertex meet(Vertex a, Vertex b) const noexcept {
        while (a != b) {
            if (depth_[a] < depth_[b]) std::swap(a, b);
            a = above_[a];
        }
        return a;
    }

    // Distances of those below `absent`, without it: from those who are not, step by step.
    void repair(Vertex absent, Changes& changes) {
        lost_.assign(below_[absent].begin(), below_[absent].end());
        for (std::size_t next = 0; next < lost_.size(); ++next) {
            const auto& further = below_[lost_[next]];
            lost_.insert(lost_.end(), further.begin(), further.end());
        }
        for (const Vertex v : lost_) is_below_[v] = true;
        for (const Vertex v : lost_) {
            for (const Vertex w : back_.of(v)) {
                if (w == absent || is_below_[w] || distances_.steps(w) == unreached) continue;
                repaired_[v] = std::min(repaired_[v], distances_.steps(w) + 1);
            }
            wait(v);
        }
        for (std::uint32_t steps = 0; steps < waiting_.size(); ++steps) {
            for (std::size_t next = 0; next < waiting_[steps].size(); ++next) {
                const Vertex v = waiting_[steps][next];
                if (repaired_[v] != steps) continue;  // came nearer since
                for (const Vertex w : ties_.of(v)) {
                    if (!is_below_[w] || repaired_[w] <= steps + 1) continue;
                    repaired_[w] = steps + 1;
                    wait(w);
                }
            }
            waiting_[steps].clear();
        }
        for (const Vertex v : lost_) {
            changes.without(absent, distances_.steps(v), -1);
            if (repaired_[v] != unreached) changes.without(absent, repaired_[v], 1);
            repaired_[v] = unreached;
            is_below_[v] = false;
        }
    }

    void wait(Vertex v) {
        const std::uint32_t steps = repaired_[v];
        if (steps == unreached) return;
        if (steps >= waiting_.size()) waiting_.resize(steps + 1);
        waiting_[steps].push_back(v);
    }

    const detail::Contacts& ties_;
    const detail::Contacts& back_;
    const std::vector<bool>& gone_;
    Distances distances_;
    std::vector<Vertex> above_;  // the nearest dominator
    std::vector<std::uint32_t> depth_;
    std::vector<std::vector<Vertex>> below_;  // whom an actor dominates at once; not kept for the source
    std::vector<std::uint32_t> repaired_;
    std::vector<bool> is_below_;
    std::vector<Vertex> lost_;
    std::vector<std::vector<Vertex>> waiting_;  // by distance
};

}  // namespace

bool Absences::costs(const std::vector<bool>& gone, bool by_distance, detail::Patience& patience,
                     std::vector<double>& costs) const {
    const std::uint32_t actors = ties_.vertex_count();
    const std::uint64_t effort = 4 * (actors + ties_.actors.size());
    costs.assign(actors, std::numeric_limits<double>::infinity());

    // Some sources at a time, so that the time is looked at in between.
    constexpr std::uint64_t small_work = 2'000'000;
    const std::uint32_t blocks = actors * effort < small_work ? 1 : 8;
    const std::uint32_t at_once = std::max(blocks, static_cast<std::uint32_t>(small_work / (effort + 1)));
    std::vector<Changes> parts(blocks, Changes{actors});
    for (Vertex first = 0; first < actors; first += at_once) {
        const std::uint32_t count = std::min(at_once, actors - first);
        if (!patience.lasts(count * effort)) return false;
        parallel_blocks(blocks, [&](std::size_t block) {
            Dominators dominators{ties_, back_, gone};
            for (auto i = static_cast<std::uint32_t>(block); i < count; i += blocks) {
                if (gone[first + i]) continue;
                patience.monitor().check();
                dominators.from(first + i, parts[block]);
            }
        });
    }
    for (std::uint32_t block = 1; block < blocks; ++block) parts.front().add(parts[block]);
    for (Vertex v = 0; v < actors; ++v) {
        if (!gone[v]) costs[v] = parts.front().worth(v, by_distance);
    }
    return true;
}

}  // namespace coopnet::brokerage
