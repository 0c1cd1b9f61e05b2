#include <coopnet/analysis/detail/sources.hpp>

#include <coopnet/core/parallel.hpp>

#include <algorithm>
#include <cstdint>

namespace coopnet::detail {
namespace {

// A thread costs some 50 µs to start and join; below a few milliseconds it buys nothing.
constexpr std::uint64_t small_work = 2'000'000;  // steps taken in all
constexpr std::uint64_t most_blocks = 64;

}  // namespace

std::size_t source_block_count(const Steps& steps) noexcept {
    const std::uint64_t sources = steps.vertex_count();
    const std::uint64_t work = sources * (sources + steps.step_count());
    return work <= small_work ? 1 : std::min(sources, most_blocks);
}

void over_sources(const Steps& steps, Monitor& monitor, const std::function<void(const SourceBlock&)>& work) {
    const std::uint64_t sources = steps.vertex_count();
    const std::uint64_t blocks = source_block_count(steps);
    monitor.expect(sources);
    const auto border = [&](std::uint64_t block) { return static_cast<Vertex>(block * sources / blocks); };
    parallel_blocks(blocks, [&](std::size_t block) { work({block, border(block), border(block + 1), monitor}); });
}

}  // namespace coopnet::detail
