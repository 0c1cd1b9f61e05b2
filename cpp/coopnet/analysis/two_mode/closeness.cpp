#include <coopnet/analysis/detail/sources.hpp>
#include <coopnet/analysis/detail/sweep.hpp>
#include <coopnet/analysis/two_mode/closeness.hpp>

#include <vector>

namespace coopnet::two_mode {

Scores closeness(const Modes& modes, ClosenessOptions options, Monitor& monitor) {
    const auto steps = detail::steps<detail::Sum>(modes.graph, {}, detail::Mode::all);
    Scores scores{std::vector<double>(modes.graph.vertex_count(), 0.0), {}};
    const double others = static_cast<double>(modes.graph.vertex_count()) - 1;
    detail::over_sources(steps, monitor, [&](const detail::SourceBlock& block) {
        detail::Sweep<detail::Sum> sweep{steps};
        block.each([&](Vertex v) {
            sweep.from(v);
            double farness = 0;
            double own = 0;
            for (const Vertex w : sweep.order()) {
                farness += sweep.lengths()[w];
                if (modes.mode[w] == modes.mode[v]) ++own;
            }
            const auto size = static_cast<double>(sweep.order().size());
            if (size < 2) return;
            const bool piece = options.relative_to == Extent::piece;
            const double least = piece ? (size - own) + (2 * (own - 1)) : modes.other(v) + (2 * (modes.own(v) - 1));
            scores.values[v] = least / farness * ((size - 1) / others);
        });
    });
    return scores;
}

}  // namespace coopnet::two_mode
