#pragma once

#include <coopnet/core/error.hpp>

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace coopnet {

enum class Direction { directed, undirected };

using Vertex = std::uint32_t;
using EdgeId = std::uint32_t;

/// One edge to freeze. `both_ways` makes an undirected tie of a directed view: two halves
/// with one edge id, so that it fails, is cut and counts as one tie.
struct EdgeSpec {
    Vertex source = 0;
    Vertex target = 0;
    double weight = 1;
    bool both_ways = false;
};

/// A frozen graph: flat arrays, an out half and an in half.
///
/// The direction is part of the type, so Boost.Graph treats an undirected view as
/// undirected; it never has to guess from symmetric storage. In an undirected graph each
/// edge stands at both its ends, a loop once. Edges keep the order they were given in, and
/// so do the neighbors of a vertex.
template <Direction D>
class Csr {
public:
    static constexpr bool is_directed = D == Direction::directed;

    Csr() : Csr(0, {}) {}
    /// Throws InvalidOption if an end is not a vertex. Cost: O(vertices + edges).
    Csr(std::uint32_t vertex_count, std::vector<EdgeSpec> edges);

    [[nodiscard]] std::uint32_t vertex_count() const noexcept {
        return static_cast<std::uint32_t>(out_offsets_.size() - 1);
    }
    [[nodiscard]] std::uint32_t edge_count() const noexcept { return static_cast<std::uint32_t>(edges_.size()); }

    [[nodiscard]] std::span<const Vertex> out(Vertex v) const noexcept { return slice(out_targets_, out_offsets_, v); }
    [[nodiscard]] std::span<const EdgeId> out_edges(Vertex v) const noexcept {
        return slice(out_edges_, out_offsets_, v);
    }
    [[nodiscard]] std::span<const Vertex> in(Vertex v) const noexcept {
        return is_directed ? slice(in_sources_, in_offsets_, v) : out(v);
    }
    [[nodiscard]] std::span<const EdgeId> in_edges(Vertex v) const noexcept {
        return is_directed ? slice(in_edges_, in_offsets_, v) : out_edges(v);
    }

    /// Where a vertex' slice of the out half begins, for kernels that keep arrays beside it.
    [[nodiscard]] std::span<const std::uint32_t> out_offsets() const noexcept { return out_offsets_; }
    [[nodiscard]] std::span<const Vertex> out_targets() const noexcept { return out_targets_; }
    [[nodiscard]] std::span<const EdgeId> out_edge_ids() const noexcept { return out_edges_; }

    [[nodiscard]] const std::vector<EdgeSpec>& edges() const noexcept { return edges_; }
    [[nodiscard]] std::span<const double> weights() const noexcept { return weights_; }

private:
    template <class T>
    static std::span<const T> slice(const std::vector<T>& values, const std::vector<std::uint32_t>& offsets,
                                    Vertex v) noexcept {
        return {values.data() + offsets[v], values.data() + offsets[v + 1]};
    }

    std::vector<EdgeSpec> edges_;
    std::vector<double> weights_;  // by edge id
    std::vector<std::uint32_t> out_offsets_, in_offsets_;
    std::vector<Vertex> out_targets_, in_sources_;
    std::vector<EdgeId> out_edges_, in_edges_;
};

using Digraph = Csr<Direction::directed>;
using Ugraph = Csr<Direction::undirected>;

}  // namespace coopnet
