#pragma once

#include <coopnet/view/csr.hpp>

#include <functional>
#include <vector>

namespace coopnet::support {

struct Walked {
    std::vector<Vertex> vertices;
    std::vector<EdgeId> edges;
};

/// Every simple pathway from source to target, by going everywhere along the list of edges.
inline std::vector<Walked> all_pathways(const std::vector<EdgeSpec>& edges, bool directed, std::uint32_t vertex_count,
                                        Vertex source, Vertex target) {
    std::vector<Walked> found;
    std::vector<bool> visited(vertex_count, false);
    Walked way{{source}, {}};
    const std::function<void(Vertex)> go_on = [&](Vertex at) {
        if (at == target) {
            found.push_back(way);
            return;
        }
        visited[at] = true;
        const auto step = [&](EdgeId edge, Vertex to) {
            if (visited[to]) return;
            way.vertices.push_back(to);
            way.edges.push_back(edge);
            go_on(to);
            way.vertices.pop_back();
            way.edges.pop_back();
        };
        for (EdgeId id = 0; id < edges.size(); ++id) {
            const EdgeSpec& edge = edges[id];
            if (edge.source == at) step(id, edge.target);
            if (edge.target == at && edge.source != at && (!directed || edge.both_ways)) step(id, edge.source);
        }
        visited[at] = false;
    };
    go_on(source);
    return found;
}

}  // namespace coopnet::support
