#include <coopnet/analysis/centrality/leverage.hpp>

#include <coopnet/analysis/detail/steps.hpp>

#include <limits>
#include <vector>

namespace coopnet::centrality {

template <Direction D>
Scores leverage(const Csr<D>& view, LeverageOptions options) {
    const auto steps = detail::steps<detail::Sum>(view, {}, options.mode);
    const auto neighbors = [&](Vertex v) { return static_cast<double>(steps.offsets[v + 1] - steps.offsets[v]); };

    Scores scores{std::vector<double>(view.vertex_count()), {}};
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        const double own = neighbors(v);
        if (own == 0) {
            scores.values[v] = std::numeric_limits<double>::quiet_NaN();
            scores.why = "an actor without neighbors has nobody to be compared with.";
            continue;
        }
        double sum = 0;
        for (std::uint32_t step = steps.offsets[v]; step < steps.offsets[v + 1]; ++step) {
            const double theirs = neighbors(steps.targets[step]);
            sum += (own - theirs) / (own + theirs);
        }
        scores.values[v] = sum / own;
    }
    return scores;
}

template Scores leverage(const Digraph&, LeverageOptions);
template Scores leverage(const Ugraph&, LeverageOptions);

}  // namespace coopnet::centrality
