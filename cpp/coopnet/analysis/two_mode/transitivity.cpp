#include <coopnet/analysis/two_mode/shared.hpp>
#include <coopnet/analysis/two_mode/transitivity.hpp>

#include <limits>

namespace coopnet::two_mode {
namespace {

double beyond(const Ugraph& graph, Vertex v) noexcept {
    return static_cast<double>(graph.out(v).size()) - 1;
}

}  // namespace

Whole transitivity(const Modes& modes, Monitor& monitor) {
    const Ugraph& graph = modes.graph;
    double paths = 0;
    for (const EdgeSpec& edge : graph.edges()) paths += beyond(graph, edge.source) * beyond(graph, edge.target);
    if (paths == 0) return {std::numeric_limits<double>::quiet_NaN(), "there is no path of three ties."};

    double circles = 0;  // each from both its actors of mode 0
    Shared shared{graph};
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        if (modes.mode[v] != 0) continue;
        monitor.check();
        shared.from(v);
        for (const Vertex u : shared.seconds()) circles += shared.count(u) * (shared.count(u) - 1) / 2;
    }
    return {4 * (circles / 2) / paths, {}};  // a circle is four paths
}

}  // namespace coopnet::two_mode
