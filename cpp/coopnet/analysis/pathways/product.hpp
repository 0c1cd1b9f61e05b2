#pragma once

#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/analysis/pathways/admission.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace coopnet::pathways {

/// A view times a pattern: each vertex once for every state that a way to it can leave the
/// pattern in, and for what it has passed by then. A way through it is a way through the view
/// that is admitted, and is there once, though the pattern may fit it in several ways.
///
/// The last vertex is the one goal, to which a last edge without an edge of the view leads
/// from wherever a way may end.
/// Edges from a vertex come in the order of the view's vertices, then edges.
struct Product {
    Digraph graph;
    std::vector<Vertex> vertices;  ///< by its vertices but the goal: the view's
    std::vector<EdgeId> edges;     ///< by its edges: the view's
    Vertex goal = 0;

    static constexpr EdgeId arrival = ~EdgeId{0};  ///< in `edges`: the last one, to the goal
};

/// What is reached from the source, its first vertex. Nothing once patience is spent.
/// Cost: O(states · (V + E)) for the part that is reached.
/// Throws InvalidOption for too many passings, or a pattern of too many states for this view.
template <Direction D>
std::optional<Product> product(const Csr<D>& view, const Admission& admitted, Vertex source, Vertex target,
                               detail::Patience& patience);

}  // namespace coopnet::pathways
