#include <coopnet/analysis/centrality/group_degree.hpp>

#include <coopnet/analysis/detail/group.hpp>
#include <coopnet/analysis/detail/steps.hpp>

#include <limits>
#include <vector>

namespace coopnet::centrality {

template <Direction D>
Value group_degree(const Csr<D>& view, std::span<const Vertex> group, GroupDegreeOptions options) {
    const detail::Group inside{group, view.vertex_count()};
    const auto steps = detail::steps<detail::Sum>(view, {}, options.mode);
    std::vector<bool> tied(view.vertex_count(), false);
    double count = 0;
    for (const Vertex member : inside.members()) {
        for (std::uint32_t step = steps.offsets[member]; step < steps.offsets[member + 1]; ++step) {
            const Vertex other = steps.targets[step];
            if (inside.has(other) || tied[other]) continue;
            tied[other] = true;
            ++count;
        }
    }
    if (!options.normalized) return {count, {}};
    if (inside.others() == 0) {
        return {std::numeric_limits<double>::quiet_NaN(), "there is nobody outside the group."};
    }
    return {count / inside.others(), {}};
}

template Value group_degree(const Digraph&, std::span<const Vertex>, GroupDegreeOptions);
template Value group_degree(const Ugraph&, std::span<const Vertex>, GroupDegreeOptions);

}  // namespace coopnet::centrality
