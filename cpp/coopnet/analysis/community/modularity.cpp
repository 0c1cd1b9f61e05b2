#include <coopnet/analysis/community/modularity.hpp>

#include <coopnet/analysis/community/level.hpp>
#include <coopnet/analysis/community/resolution.hpp>

#include <algorithm>
#include <limits>

namespace coopnet::community {

template <Direction D>
Value modularity(const Csr<D>& view, std::span<const std::uint32_t> groups, std::span<const double> strengths,
                 ModularityOptions options) {
    require_resolution(options.resolution);
    const std::uint32_t actors = view.vertex_count();
    if (groups.size() != actors || std::ranges::any_of(groups, [&](std::uint32_t group) { return group >= actors; })) {
        throw InvalidOption{"Each actor needs a group, numbered below the number of actors."};
    }
    const Level actors_alone = level(view, strengths);
    if (view.edge_count() == 0) return {std::numeric_limits<double>::quiet_NaN(), "there are no ties."};
    const Judgment judgment{Judgment::By::modularity, options.resolution, actors_alone.all};
    return {quality(actors_alone, {groups.begin(), groups.end()}, judgment), {}};
}

template Value modularity(const Digraph&, std::span<const std::uint32_t>, std::span<const double>, ModularityOptions);
template Value modularity(const Ugraph&, std::span<const std::uint32_t>, std::span<const double>, ModularityOptions);

}  // namespace coopnet::community
