#include <coopnet/analysis/detail/pairs.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace coopnet::detail {

template <Direction D>
Pairs pairs(const Csr<D>& view) {
    std::vector<std::tuple<Vertex, Vertex, EdgeId>> found;
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        if (edge.source == edge.target) continue;
        found.emplace_back(std::min(edge.source, edge.target), std::max(edge.source, edge.target), id);
    }
    std::ranges::sort(found);

    Pairs pairs;
    std::vector<EdgeSpec> edges;
    for (const auto& [a, b, id] : found) {
        if (!edges.empty() && edges.back().source == a && edges.back().target == b) {
            ++pairs.edge_count.back();
            continue;
        }
        edges.push_back({a, b});
        pairs.first_edge.push_back(id);
        pairs.edge_count.push_back(1);
    }
    pairs.graph = Ugraph{view.vertex_count(), std::move(edges)};
    return pairs;
}

template Pairs pairs(const Digraph&);
template Pairs pairs(const Ugraph&);

}  // namespace coopnet::detail
