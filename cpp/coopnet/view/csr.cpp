#include <coopnet/view/csr.hpp>

namespace coopnet {
namespace {

struct Half {
    std::vector<std::uint32_t> offsets;
    std::vector<Vertex> neighbors;
    std::vector<EdgeId> edges;
};

// Counting sort by the near end: linear, and edges keep their order within a vertex.
template <class EachArc>
Half sorted_half(std::uint32_t vertex_count, const EachArc& each_arc) {
    Half half;
    half.offsets.assign(std::size_t{vertex_count} + 1, 0);
    each_arc([&](Vertex near, Vertex, EdgeId) { ++half.offsets[near + 1]; });
    for (std::uint32_t v = 0; v < vertex_count; ++v) half.offsets[v + 1] += half.offsets[v];

    half.neighbors.resize(half.offsets.back());
    half.edges.resize(half.offsets.back());
    auto next = half.offsets;
    each_arc([&](Vertex near, Vertex far, EdgeId edge) {
        const std::uint32_t at = next[near]++;
        half.neighbors[at] = far;
        half.edges[at] = edge;
    });
    return half;
}

}  // namespace

template <Direction D>
Csr<D>::Csr(std::uint32_t vertex_count, std::vector<EdgeSpec> edges) : edges_(std::move(edges)) {
    weights_.reserve(edges_.size());
    for (const EdgeSpec& edge : edges_) {
        if (edge.source >= vertex_count || edge.target >= vertex_count) {
            throw InvalidOption{"An edge ends outside the graph. Give it ends below the number of vertices."};
        }
        weights_.push_back(edge.weight);
    }
    const auto arcs = [this](bool forward) {
        return [this, forward](const auto& visit) {
            for (std::uint32_t id = 0; id < edge_count(); ++id) {
                const EdgeSpec& edge = edges_[id];
                const bool twice = (!is_directed || edge.both_ways) && edge.source != edge.target;
                const Vertex near = forward ? edge.source : edge.target;
                const Vertex far = forward ? edge.target : edge.source;
                visit(near, far, id);
                if (twice) visit(far, near, id);
            }
        };
    };
    Half out = sorted_half(vertex_count, arcs(true));
    out_offsets_ = std::move(out.offsets);
    out_targets_ = std::move(out.neighbors);
    out_edges_ = std::move(out.edges);
    if constexpr (is_directed) {
        Half in = sorted_half(vertex_count, arcs(false));
        in_offsets_ = std::move(in.offsets);
        in_sources_ = std::move(in.neighbors);
        in_edges_ = std::move(in.edges);
    }
}

template class Csr<Direction::directed>;
template class Csr<Direction::undirected>;

}  // namespace coopnet
