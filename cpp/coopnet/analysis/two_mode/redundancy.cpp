#include <coopnet/analysis/two_mode/redundancy.hpp>

#include <limits>
#include <vector>

namespace coopnet::two_mode {
namespace {

constexpr Vertex nobody = ~Vertex{0};

// Counts pairs of neighbors; kept and asked again.
class Joined {
public:
    explicit Joined(const Ugraph& graph)
        : graph_(graph), neighbor_of_(graph.vertex_count(), nobody), met_by_(graph.vertex_count(), nobody) {}

    // How many pairs of v's neighbors another actor joins, each pair from both its ends.
    double twice(Vertex v) {
        for (const Vertex near : graph_.out(v)) {
            neighbor_of_[near] = v;
            met_by_[near] = nobody;
        }
        double joined = 0;
        for (const Vertex near : graph_.out(v)) {
            for (const Vertex other : graph_.out(near)) {
                if (other != v) joined += meet(v, near, other);
            }
        }
        return joined;
    }

private:
    double meet(Vertex v, Vertex near, Vertex other) {
        double met = 0;
        for (const Vertex far : graph_.out(other)) {
            if (far == near || neighbor_of_[far] != v || met_by_[far] == near) continue;
            met_by_[far] = near;
            ++met;
        }
        return met;
    }

    const Ugraph& graph_;
    std::vector<Vertex> neighbor_of_;
    std::vector<Vertex> met_by_;
};

}  // namespace

Scores redundancy(const Modes& modes, Monitor& monitor) {
    const Ugraph& graph = modes.graph;
    Scores scores{std::vector<double>(graph.vertex_count(), std::numeric_limits<double>::quiet_NaN()), {}};
    Joined joined{graph};
    for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        monitor.check();
        const auto degree = static_cast<double>(graph.out(v).size());
        if (degree < 2) {
            scores.why = "an actor with fewer than two ties joins no pair.";
            continue;
        }
        scores.values[v] = joined.twice(v) / (degree * (degree - 1));
    }
    return scores;
}

}  // namespace coopnet::two_mode
