#include <coopnet/analysis/community/starts.hpp>

#include <coopnet/core/compare.hpp>
#include <coopnet/core/error.hpp>
#include <coopnet/core/parallel.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace coopnet::community {

std::uint32_t starts(std::optional<std::uint32_t> asked, std::uint32_t actors) noexcept {
    constexpr std::uint32_t shared = 4'000;  // actors searched in all
    return asked.value_or(std::clamp(shared / std::max(actors, 1U), 4U, 100U));
}

Found best_of(std::uint32_t starts, std::uint64_t seed, Monitor& monitor, const std::function<Found(Random&)>& search) {
    if (starts == 0) throw InvalidOption{"starts=0 is no search. Say 1 or more."};
    std::vector<Found> found(starts);
    monitor.expect(starts);
    parallel_blocks(starts, [&](std::size_t start) {
        Random random{seed, start};
        found[start] = search(random);
        monitor.advance();
    });
    std::size_t best = 0;
    for (std::size_t start = 1; start < starts; ++start) {
        const double gained = found[start].quality;
        const double most = found[best].quality;
        if (gained > most && !nearly_equal(gained, most)) best = start;
    }
    return std::move(found[best]);
}

}  // namespace coopnet::community
