#include <coopnet/analysis/detail/reductions.hpp>

#include <coopnet/analysis/detail/useful_steps.hpp>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace coopnet::detail {
namespace {

Vertex other_end(const EdgeSpec& edge, Vertex v) noexcept {
    return edge.source == v ? edge.target : edge.source;
}

bool leads(const EdgeSpec& edge, Vertex from, Vertex to) noexcept {
    return (edge.source == from && edge.target == to) || (edge.both_ways && edge.source == to && edge.target == from);
}

void merge(std::vector<EdgeSpec>& edges, Vertex v, Vertex into) {
    for (EdgeSpec& edge : edges) {
        if (edge.source == v) edge.source = into;
        if (edge.target == v) edge.target = into;
    }
}

void join_parallel(std::vector<EdgeSpec>& edges) {
    std::ranges::sort(edges, {}, [](const EdgeSpec& edge) {
        return std::tuple{edge.source, edge.target, edge.both_ways, edge.weight};
    });
    std::size_t last = 0;
    for (std::size_t i = 1; i < edges.size(); ++i) {
        EdgeSpec& kept = edges[last];
        const EdgeSpec& edge = edges[i];
        if (kept.source == edge.source && kept.target == edge.target && kept.both_ways == edge.both_ways) {
            kept.weight += (1 - kept.weight) * edge.weight;
        } else {
            edges[++last] = edge;
        }
    }
    if (!edges.empty()) edges.resize(last + 1);
}

}  // namespace

// True if source and target are joined for sure.
bool Reductions::reduce(Edges& edges) const {
    std::erase_if(edges, [](const EdgeSpec& edge) { return edge.weight == 0; });
    for (bool goes_on = true; goes_on; goes_on = join_series(edges)) {
        if (join_sure(edges)) return true;
        prune(edges);
        join_parallel(edges);
    }
    return false;
}

// Whoever is reached from the source for sure is the source, whoever reaches the target for
// sure is the target, and an edge that surely runs both ways makes its ends one.
bool Reductions::join_sure(Edges& edges) const {
    for (std::size_t i = 0; i < edges.size();) {
        const EdgeSpec edge = edges[i++];
        if (edge.weight < 1 || edge.source == edge.target) continue;
        const bool from_source = leads(edge, source_, other_end(edge, source_));
        const bool to_target = leads(edge, other_end(edge, target_), target_);
        if (from_source && to_target) return true;
        if (from_source) {
            merge(edges, other_end(edge, source_), source_);
        } else if (to_target) {
            merge(edges, other_end(edge, target_), target_);
        } else if (edge.both_ways) {
            merge(edges, edge.target, edge.source);
        } else {
            continue;
        }
        i = 0;  // others may start at the source now
    }
    return false;
}

void Reductions::prune(Edges& edges) const {
    const UsefulSteps steps{vertex_count_, edges, source_, target_};
    for (EdgeSpec& edge : edges) {
        const bool forth = steps.useful(edge.source, edge.target);
        const bool back = edge.both_ways && steps.useful(edge.target, edge.source);
        if (!forth && !back) edge.weight = 0;
        if (!forth) std::swap(edge.source, edge.target);
        edge.both_ways = forth && back;
        if (edge.both_ways && edge.source > edge.target) std::swap(edge.source, edge.target);
    }
    std::erase_if(edges, [](const EdgeSpec& edge) { return edge.weight == 0; });
}

// Where a vertex has two edges, they are one from its one neighbor to the other. An edge is
// joined once a round: the next round sees what became of it.
bool Reductions::join_series(Edges& edges) const {
    std::vector<std::uint32_t> degree(vertex_count_, 0);
    std::vector<std::array<std::uint32_t, 2>> at(vertex_count_);
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        for (const Vertex v : {edges[i].source, edges[i].target}) {
            if (degree[v] < 2) at[v][degree[v]] = i;
            ++degree[v];
        }
    }
    std::vector<bool> touched(edges.size(), false);
    bool joined = false;
    for (Vertex v = 0; v < vertex_count_; ++v) {
        if (degree[v] != 2 || v == source_ || v == target_ || touched[at[v][0]] || touched[at[v][1]]) continue;
        EdgeSpec& edge = edges[at[v][0]];
        EdgeSpec& other = edges[at[v][1]];
        const Vertex u = other_end(edge, v);
        const Vertex w = other_end(other, v);
        const bool forth = leads(edge, u, v) && leads(other, v, w);
        const bool back = leads(other, w, v) && leads(edge, v, u);
        edge = forth ? EdgeSpec{u, w, edge.weight * other.weight, back} : EdgeSpec{w, u, edge.weight * other.weight};
        other.weight = 0;
        touched[at[v][0]] = touched[at[v][1]] = joined = true;
    }
    std::erase_if(edges, [](const EdgeSpec& edge) { return edge.weight == 0; });
    return joined;
}

}  // namespace coopnet::detail
