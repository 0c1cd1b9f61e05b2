#include <coopnet/analysis/two_mode/degree.hpp>

#include <limits>

namespace coopnet::two_mode {

Scores degree(const Modes& modes, DegreeOptions options) {
    Scores scores{std::vector<double>(modes.graph.vertex_count()), {}};
    for (Vertex v = 0; v < modes.graph.vertex_count(); ++v) {
        const auto tied = static_cast<double>(modes.graph.out(v).size());
        scores.values[v] = options.normalized ? tied / modes.other(v) : tied;
        if (!options.normalized || modes.other(v) > 0) continue;
        scores.values[v] = std::numeric_limits<double>::quiet_NaN();
        scores.why = "the other mode has no actors.";
    }
    return scores;
}

}  // namespace coopnet::two_mode
