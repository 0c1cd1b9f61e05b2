#pragma once

#include <coopnet/analysis/detail/apart.hpp>
#include <coopnet/analysis/detail/price.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/pathways.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace coopnet::detail {

/// Pathways from source to target that share no vertex but these, or no edge: as many as one
/// asks for, of all so many the ones that cost least together.
///
/// Each further one is a cheapest way through what the others leave, which may take the place
/// of a part of them; a part it takes is given back at what it cost.
/// Reference: Suurballe (1974), doi:10.1002/net.3230040204; Bhandari (1999), "Survivable
/// Networks"; potentials keep costs from being negative: Edmonds and Karp (1972),
/// doi:10.1145/321694.321699.
template <Direction D>
class UnitFlow {
public:
    /// `costs` are by edge id, none negative. Source and target differ.
    UnitFlow(const Csr<D>& graph, std::span<const double> costs, Vertex source, Vertex target, Of of);

    /// One more pathway; false if there is none. Cost: O(E·log V).
    bool add();

    /// The pathways, in the order of their first edges at the source.
    [[nodiscard]] std::vector<Pathway> pathways() const;

    /// Does an edge carry one, and from which of its ends?
    [[nodiscard]] bool carries(EdgeId edge) const noexcept { return sender_[edge] != nobody; }
    [[nodiscard]] Vertex sender(EdgeId edge) const noexcept { return sender_[edge]; }
    [[nodiscard]] bool passes(Vertex v) const noexcept { return passed_[v]; }

    // A vertex is two nodes if pathways must not share it: what comes in leaves by the other.
    using Node = std::uint32_t;
    [[nodiscard]] Node entry(Vertex v) const noexcept { return of_ == Of::actors ? 2 * v : v; }
    [[nodiscard]] Node exit(Vertex v) const noexcept { return of_ == Of::actors ? (2 * v) + 1 : v; }
    [[nodiscard]] std::uint32_t node_count() const noexcept {
        return graph_.vertex_count() * (of_ == Of::actors ? 2 : 1);
    }

    /// `visit(next, edge, sign)` for each step that is left from a node: along an edge (1), back
    /// along one that carries a pathway (−1), or within a vertex (0, and no edge).
    template <class Visit>
    void each_step(Node node, const Visit& visit) const {
        const Vertex v = of_ == Of::actors ? node / 2 : node;
        if (node == exit(v)) each_edge_on(v, visit);
        if (node == entry(v)) each_edge_back(v, visit);
        if (of_ == Of::actors) visit_inside(node, v, visit);
    }

    static constexpr EdgeId no_edge = ~EdgeId{0};

private:
    static constexpr Vertex nobody = ~Vertex{0};

    struct Step {
        Node from = 0;
        EdgeId edge = no_edge;
        int sign = 0;
    };

    template <class Visit>
    void each_edge_on(Vertex v, const Visit& visit) const {
        const auto far = graph_.out(v);
        const auto edges = graph_.out_edges(v);
        for (std::size_t i = 0; i < far.size(); ++i) {
            if (far[i] != v && !carries(edges[i])) visit(entry(far[i]), edges[i], 1);
        }
    }
    template <class Visit>
    void each_edge_back(Vertex v, const Visit& visit) const {
        const auto far = graph_.in(v);
        const auto edges = graph_.in_edges(v);
        for (std::size_t i = 0; i < far.size(); ++i) {
            if (far[i] != v && sender_[edges[i]] == far[i]) visit(exit(far[i]), edges[i], -1);
        }
    }
    template <class Visit>
    void visit_inside(Node node, Vertex v, const Visit& visit) const {
        if (node == entry(v) && !passed_[v] && v != source_) visit(exit(v), no_edge, 0);
        if (node == exit(v) && passed_[v]) visit(entry(v), no_edge, 0);
    }

    bool search();
    void take();

    const Csr<D>& graph_;
    std::vector<double> costs_;
    Vertex source_;
    Vertex target_;
    Of of_;
    std::vector<Vertex> sender_;  // by edge
    std::vector<bool> passed_;    // by vertex, if pathways must not share it
    std::vector<Price> potential_;
    std::vector<Price> far_;
    std::vector<bool> settled_;
    std::vector<Step> by_;  // the last step to a node
};

}  // namespace coopnet::detail
