#include <coopnet/analysis/brokerage/distance_counts.hpp>
#include <coopnet/analysis/brokerage/fragmentation.hpp>

#include <algorithm>
#include <limits>
#include <vector>

namespace coopnet::brokerage {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr auto passes = [](Vertex) { return false; };

}  // namespace

template <Direction D>
double fragmentation(const Csr<D>& view, std::span<const Vertex> without, FragmentationOptions options,
                     Monitor& monitor) {
    const auto ties = detail::contacts(view, {}, options.mode);
    std::vector<bool> gone(view.vertex_count(), false);
    for (const Vertex v : without) gone[v] = true;
    const auto remaining = static_cast<double>(std::ranges::count(gone, false));
    if (remaining < 2) return undefined;

    Distances distances{view.vertex_count()};
    DistanceCounts counts;
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        if (gone[v]) continue;
        monitor.check();
        distances.from(ties, {&v, 1}, Distances::unreached, [&](Vertex w) { return gone[w]; }, passes);
        counts.add(distances);
    }
    return 1 - (counts.worth(options.by_distance) / (remaining * (remaining - 1)));
}

template <Direction D>
double group_reach(const Csr<D>& view, std::span<const Vertex> actors, GroupReachOptions options) {
    if (view.vertex_count() == 0) return undefined;
    const auto ties = detail::contacts(view, {}, options.mode);
    std::vector<Vertex> set(actors.begin(), actors.end());
    std::ranges::sort(set);
    const auto repeated = std::ranges::unique(set);
    set.erase(repeated.begin(), repeated.end());

    Distances distances{view.vertex_count()};
    distances.from(ties, set, options.within, passes, passes);
    DistanceCounts counts;
    counts.add(distances);
    return (static_cast<double>(set.size()) + counts.worth(options.by_distance)) / view.vertex_count();
}

template double fragmentation(const Digraph&, std::span<const Vertex>, FragmentationOptions, Monitor&);
template double fragmentation(const Ugraph&, std::span<const Vertex>, FragmentationOptions, Monitor&);
template double group_reach(const Digraph&, std::span<const Vertex>, GroupReachOptions);
template double group_reach(const Ugraph&, std::span<const Vertex>, GroupReachOptions);

}  // namespace coopnet::brokerage
