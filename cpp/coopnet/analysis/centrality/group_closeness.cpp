#include <coopnet/analysis/centrality/group_closeness.hpp>

#include <coopnet/analysis/detail/group.hpp>
#include <coopnet/analysis/detail/nearness.hpp>
#include <coopnet/analysis/detail/sweep.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace coopnet::centrality {
namespace {

// How far each actor is from the nearest member.
std::vector<double> nearest(const detail::Steps& steps, const std::vector<Vertex>& members, Monitor& monitor) {
    std::vector<double> nearest(steps.vertex_count(), detail::Sum::unreached);
    detail::Sweep<detail::Sum> sweep{steps};
    monitor.expect(members.size());
    for (const Vertex member : members) {
        monitor.check();
        sweep.from(member);
        for (const Vertex v : sweep.order()) nearest[v] = std::min(nearest[v], sweep.lengths()[v]);
        monitor.advance();
    }
    return nearest;
}

}  // namespace

template <Direction D>
Value group_closeness(const Csr<D>& view, std::span<const double> costs, std::span<const Vertex> group,
                      GroupClosenessOptions options, Monitor& monitor) {
    detail::require_costs(costs);
    const detail::Group inside{group, view.vertex_count()};
    if (inside.others() == 0) {
        return {std::numeric_limits<double>::quiet_NaN(), "there is nobody outside the group."};
    }
    const CostScale scale{costs, view.vertex_count()};
    const auto steps = detail::steps<detail::Sum>(view, {scale.costs(), scale.exact()}, options.mode);
    const auto far = nearest(steps, inside.members(), monitor);

    double farness = 0;
    double reached = 0;
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        if (inside.has(v) || far[v] == detail::Sum::unreached) continue;
        farness += far[v];
        ++reached;
    }
    const detail::Nearness nearness{
        .wf_improved = options.wf_improved, .normalized = options.normalized, .unreached = options.unreached};
    const double closeness = nearness.closeness(scale.length(farness), reached, inside.others(), view.vertex_count());
    if (std::isnan(closeness)) return {closeness, "a group cut off from all others has no distance to average."};
    return {closeness, {}};
}

template Value group_closeness(const Digraph&, std::span<const double>, std::span<const Vertex>, GroupClosenessOptions,
                               Monitor&);
template Value group_closeness(const Ugraph&, std::span<const double>, std::span<const Vertex>, GroupClosenessOptions,
                               Monitor&);

}  // namespace coopnet::centrality
