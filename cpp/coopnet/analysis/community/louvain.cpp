#include <coopnet/analysis/community/louvain.hpp>

#include <coopnet/analysis/community/level.hpp>
#include <coopnet/analysis/community/resolution.hpp>
#include <coopnet/analysis/community/starts.hpp>
#include <coopnet/analysis/detail/pieces.hpp>

#include <limits>
#include <utility>

namespace coopnet::community {

template <Direction D>
Communities louvain(const Csr<D>& view, std::span<const double> strengths, const LouvainOptions& options,
                    Monitor& monitor) {
    require_resolution(options.resolution);
    const Level actors = level(view, strengths);
    const Judgment judgment{Judgment::By::modularity, options.resolution, actors.all};
    const auto search = [&](Random& random) {
        Labels groups = alone(actors.size());
        Level nodes = actors;
        while (true) {
            Labels moved = alone(nodes.size());
            if (!move_nodes(nodes, judgment, moved, random, monitor)) break;
            const std::uint32_t count = number(moved);
            for (std::uint32_t& group : groups) group = moved[group];
            nodes = merged(nodes, moved, count);
        }
        const double reached = quality(actors, groups, judgment);
        return Found{std::move(groups), reached};
    };
    Found found = best_of(starts(options.starts, actors.size()), options.seed, monitor, search);
    Communities communities{detail::numbered_by_size(std::move(found.groups), actors.size()), {found.quality, {}}};
    if (view.edge_count() == 0) {
        communities.quality = {std::numeric_limits<double>::quiet_NaN(), "there are no ties."};
    }
    return communities;
}

template Communities louvain(const Digraph&, std::span<const double>, const LouvainOptions&, Monitor&);
template Communities louvain(const Ugraph&, std::span<const double>, const LouvainOptions&, Monitor&);

}  // namespace coopnet::community
