#include <coopnet/analysis/brokerage/absences.hpp>
#include <coopnet/analysis/brokerage/distance_counts.hpp>
#include <coopnet/analysis/brokerage/dominators.hpp>
#include <coopnet/core/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>

namespace coopnet::brokerage {
namespace {

void look_from(Vertex source, Dominators& dominators, DistanceChanges& changes) {
    dominators.from(source);
    for (const Vertex v : dominators.reached().subspan(1)) {
        const std::uint32_t steps = dominators.steps(v);
        changes.pair(steps);
        DistanceChanges::drop(changes.without(source), steps);
        auto& without = changes.without(v);
        DistanceChanges::drop(without, steps);
        dominators.without(
            v, [&](Vertex w, std::uint32_t now) { DistanceChanges::move(without, dominators.steps(w), now); });
    }
}

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
    std::vector<DistanceChanges> parts(blocks, DistanceChanges{actors});
    for (Vertex first = 0; first < actors; first += at_once) {
        const std::uint32_t count = std::min(at_once, actors - first);
        if (!patience.lasts(count * effort)) return false;
        parallel_blocks(blocks, [&](std::size_t block) {
            Dominators dominators{ties_, back_, gone};
            for (auto i = static_cast<std::uint32_t>(block); i < count; i += blocks) {
                if (gone[first + i]) continue;
                patience.monitor().check();
                look_from(first + i, dominators, parts[block]);
            }
        });
    }
    for (std::uint32_t block = 1; block < blocks; ++block) parts.front().add(parts[block]);
    for (Vertex v = 0; v < actors; ++v) {
        if (!gone[v]) costs[v] = parts.front().worth_without(v, by_distance);
    }
    return true;
}

}  // namespace coopnet::brokerage
