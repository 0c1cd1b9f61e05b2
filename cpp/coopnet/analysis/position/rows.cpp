#include <coopnet/analysis/position/rows.hpp>

#include <coopnet/core/parallel.hpp>

#include <algorithm>
#include <string>

namespace coopnet::position {
namespace {

constexpr std::uint64_t small_work = 2'000'000;  // below, a thread costs more than it brings
constexpr std::uint64_t most_blocks = 64;
constexpr std::uint32_t most_actors = 20'000;  // 3.2 GB of numbers

}  // namespace

void require_room(std::uint32_t actors) {
    if (actors <= most_actors) return;
    throw InvalidOption{"A number for each pair of " + std::to_string(actors) + " actors is too much: at most " +
                        std::to_string(most_actors) + " can be compared. Select fewer by the projection."};
}

void over_rows(std::uint32_t actors, std::uint64_t work, Monitor& monitor, const std::function<void(Vertex)>& visit) {
    const std::uint64_t blocks = work <= small_work ? 1 : std::min<std::uint64_t>(actors, most_blocks);
    parallel_blocks(blocks, [&](std::size_t block) {
        for (std::uint64_t actor = block; actor < actors; actor += blocks) {
            monitor.check();
            visit(static_cast<Vertex>(actor));
            monitor.advance();
        }
    });
}

}  // namespace coopnet::position
