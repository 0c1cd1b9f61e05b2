#pragma once

#include <coopnet/analysis/detail/max_flow.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::flows {

/// From whom to whom. Several sources, or targets, are as one.
struct Ends {
    std::vector<Vertex> sources;
    std::vector<Vertex> targets;
};

/// Throws InvalidOption if there is no source, no target, or one that is both.
void require_ends(const Ends& ends);

/// A view as a network of flow arcs, in which edges and vertices can be made wider, narrower and
/// closed. What starts or ends at a vertex passes it too. An edge that runs both ways holds as much either way, which
/// is as much for both: what runs one way and back cancels. A vertex is two nodes with an arc between.
class Channels {
public:
    template <Direction D>
    Channels(const Csr<D>& view, const Ends& ends, std::span<const double> edges, std::span<const double> vertices);

    void set_edge(EdgeId edge, double capacity) noexcept;
    void set_vertex(Vertex v, double capacity) noexcept { arcs_[v].capacity = capacity; }

    [[nodiscard]] detail::MaxFlow flow(const Monitor& monitor) const;
    /// What of a flow runs along an edge, negative if against it, and through a vertex.
    [[nodiscard]] double along(const detail::MaxFlow& flow, EdgeId edge) const noexcept;
    [[nodiscard]] static double through(const detail::MaxFlow& flow, Vertex v) noexcept { return flow.amounts[v]; }

    /// The arc of a vertex, or of an edge; two if it runs both ways.
    [[nodiscard]] std::span<const detail::FlowArc> arcs_of(bool is_vertex, std::uint32_t id) const noexcept {
        if (is_vertex) return {&arcs_[id], 1};
        return {&arcs_[first_[id]], both_ways_[id] ? std::size_t{2} : std::size_t{1}};
    }

    /// The edge, or the vertex, that an arc is of, if it is one.
    [[nodiscard]] std::optional<std::uint32_t> carrier(std::size_t arc, bool of_vertices) const noexcept;

    /// The vertices of a way that has no limit at all, none if there is none.
    [[nodiscard]] std::vector<Vertex> endless_way() const;

    [[nodiscard]] const std::vector<detail::FlowArc>& arcs() const noexcept { return arcs_; }
    [[nodiscard]] std::uint32_t node_count() const noexcept { return nodes_; }
    [[nodiscard]] std::uint32_t source() const noexcept { return nodes_ - 2; }
    [[nodiscard]] std::uint32_t target() const noexcept { return nodes_ - 1; }
    [[nodiscard]] static std::uint32_t entry(Vertex v) noexcept { return 2 * v; }
    [[nodiscard]] static std::uint32_t exit(Vertex v) noexcept { return (2 * v) + 1; }

private:
    std::uint32_t nodes_;
    std::vector<detail::FlowArc> arcs_;  // of the vertices first, then of the edges
    std::vector<std::uint32_t> first_;   // of an edge; the arc back, if there is one, is the next
    std::vector<bool> both_ways_;
    std::vector<EdgeId> edge_of_;  // of the arcs behind those of the vertices
};

}  // namespace coopnet::flows
