#include <coopnet/analysis/two_mode/clustering.hpp>
#include <coopnet/analysis/two_mode/shared.hpp>

#include <algorithm>
#include <limits>
#include <vector>

namespace coopnet::two_mode {
namespace {

double divisor(Overlap kind, double one, double other, double shared) noexcept {
    switch (kind) {
        case Overlap::min:
            return std::min(one, other);
        case Overlap::max:
            return std::max(one, other);
        case Overlap::dot:
            break;
    }
    return one + other - shared;
}

}  // namespace

Scores clustering(const Modes& modes, ClusteringOptions options, Monitor& monitor) {
    const Ugraph& graph = modes.graph;
    Scores scores{std::vector<double>(graph.vertex_count(), std::numeric_limits<double>::quiet_NaN()), {}};
    Shared shared{graph};
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        monitor.check();
        shared.from(v);
        if (shared.seconds().empty()) {
            scores.why = "an actor that shares nobody of the other mode has no overlap to average.";
            continue;
        }
        double sum = 0;
        const auto own = static_cast<double>(graph.out(v).size());
        for (const Vertex u : shared.seconds()) {
            const double both = shared.count(u);
            sum += both / divisor(options.kind, own, static_cast<double>(graph.out(u).size()), both);
        }
        scores.values[v] = sum / static_cast<double>(shared.seconds().size());
    }
    return scores;
}

}  // namespace coopnet::two_mode
