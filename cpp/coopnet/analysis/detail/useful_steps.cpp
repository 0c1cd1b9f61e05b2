#include <coopnet/analysis/detail/useful_steps.hpp>

#include <utility>

namespace coopnet::detail {
namespace {

constexpr Vertex nobody = DominatorTree::nobody;

// Pathways end at `end`: nothing leads on from there. `against`: edges run the other way.
Digraph ending_at(Vertex end, std::uint32_t vertex_count, std::vector<EdgeSpec> edges, bool against) {
    for (EdgeSpec& edge : edges) {
        if (against) std::swap(edge.source, edge.target);
        if (edge.both_ways && edge.source == end) std::swap(edge.source, edge.target);
        if (edge.target == end) edge.both_ways = false;
        if (edge.source == end) edge.target = end;  // a loop
    }
    return {vertex_count, std::move(edges)};
}

// The source is 0, the target 1, the others follow by steps from the source.
template <Direction D>
std::vector<Vertex> numbers(const Csr<D>& view, Vertex source, Vertex target, std::uint32_t& next) {
    std::vector<Vertex> number(view.vertex_count(), nobody);
    number[source] = 0;
    number[target] = 1;
    std::vector<Vertex> order{source};
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const Vertex v : view.out(order[i])) {
            if (number[v] != nobody) continue;
            number[v] = next++;
            order.push_back(v);
        }
    }
    return number;
}

}  // namespace

UsefulSteps::UsefulSteps(std::uint32_t vertex_count, const std::vector<EdgeSpec>& edges, Vertex source, Vertex target)
    : from_(ending_at(target, vertex_count, edges, false), source),
      towards_(ending_at(source, vertex_count, edges, true), target) {}

template <Direction D>
Between between(const Csr<D>& view, std::span<const double> weights, Vertex source, Vertex target) {
    std::vector<EdgeSpec> edges = view.edges();
    for (EdgeId id = 0; id < edges.size(); ++id) {
        edges[id].weight = weights[id];
        edges[id].both_ways = edges[id].both_ways || !Csr<D>::is_directed;
    }
    const UsefulSteps steps{view.vertex_count(), edges, source, target};
    Between part;
    const auto number = numbers(view, source, target, part.vertex_count);
    for (EdgeId id = 0; id < edges.size(); ++id) {
        const EdgeSpec& edge = edges[id];
        if (!steps.useful(edge)) continue;
        part.edges.push_back({number[edge.source], number[edge.target], edge.weight, edge.both_ways});
        part.ids.push_back(id);
    }
    return part;
}

template Between between(const Digraph&, std::span<const double>, Vertex, Vertex);
template Between between(const Ugraph&, std::span<const double>, Vertex, Vertex);

}  // namespace coopnet::detail
