#include <coopnet/analysis/cohesion/density.hpp>

#include <coopnet/analysis/detail/weights.hpp>

#include <limits>

namespace coopnet::cohesion {

template <Direction D>
Value density(const Csr<D>& view, std::span<const double> strengths, DensityOptions options) {
    detail::require_strengths(strengths);
    const double actors = view.vertex_count();
    const double ordered = actors * (options.loops ? actors : actors - 1);
    const double loops = options.loops ? actors : 0;
    const double possible = Csr<D>::is_directed ? ordered : (ordered + loops) / 2;
    if (possible <= 0) return {std::numeric_limits<double>::quiet_NaN(), "there are no two actors to be tied."};

    double sum = 0;
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        const bool loop = edge.source == edge.target;
        if (loop && !options.loops) continue;
        const double times = Csr<D>::is_directed && edge.both_ways && !loop ? 2 : 1;
        sum += times * (strengths.empty() ? 1.0 : strengths[id]);
    }
    return {sum / possible, {}};
}

template Value density(const Digraph&, std::span<const double>, DensityOptions);
template Value density(const Ugraph&, std::span<const double>, DensityOptions);

}  // namespace coopnet::cohesion
