#pragma once

#include <coopnet/view/csr.hpp>

#include <algorithm>
#include <limits>
#include <vector>

namespace coopnet::support {

/// A small flow network: what each edge and each vertex can hold, from whom to whom.
struct SmallFlow {
    std::uint32_t count = 0;
    std::vector<EdgeSpec> edges;
    bool directed = true;
    std::vector<Vertex> sources, targets;
    std::vector<double> capacities, rooms;

    template <Direction D>
    [[nodiscard]] Csr<D> view() const {
        return {count, edges};
    }
};

/// The most that flows, as the least that any cut holds: each vertex lies before the cut, behind it,
/// or is itself cut.
inline double flow_by_cuts(const SmallFlow& flow) {
    constexpr double no_limit = std::numeric_limits<double>::infinity();
    std::uint32_t cuts = 1;
    for (Vertex v = 0; v < flow.count; ++v) cuts *= 3;
    double least = no_limit;
    for (std::uint32_t cut = 0; cut < cuts; ++cut) {
        std::vector<bool> entered, left;  // is one before the cut on coming in, on going out
        for (std::uint32_t v = 0, rest = cut; v < flow.count; ++v, rest /= 3) {
            entered.push_back(rest % 3 != 0);
            left.push_back(rest % 3 == 2);
        }
        double holds = 0;
        for (Vertex v = 0; v < flow.count; ++v) holds += entered[v] && !left[v] ? flow.rooms[v] : 0;
        for (const Vertex v : flow.sources) holds += entered[v] ? 0 : no_limit;
        for (const Vertex v : flow.targets) holds += left[v] ? no_limit : 0;
        for (EdgeId id = 0; id < flow.edges.size(); ++id) {
            const auto& [from, to, weight, both_ways] = flow.edges[id];
            const bool back = !flow.directed || both_ways;
            if ((left[from] && !entered[to]) || (back && left[to] && !entered[from])) holds += flow.capacities[id];
        }
        least = std::min(least, holds);
    }
    return least;
}

}  // namespace coopnet::support
