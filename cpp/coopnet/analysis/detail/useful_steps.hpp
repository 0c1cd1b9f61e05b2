#pragma once

#include <coopnet/analysis/detail/dominator_tree.hpp>

#include <span>
#include <vector>

namespace coopnet::detail {

/// Which steps can lie on a pathway from source to target that passes nobody twice.
///
/// A step u → v is of no use if nobody comes to u or gets on from v, if one was at v before
/// (v dominates u), or must go back to u (u dominates v, seen from the target). Without
/// direction no other step is useless; with it some may remain.
class UsefulSteps {
public:
    /// Edges as in a directed view.
    UsefulSteps(std::uint32_t vertex_count, const std::vector<EdgeSpec>& edges, Vertex source, Vertex target);

    [[nodiscard]] bool useful(Vertex u, Vertex v) const noexcept {
        return from_.reached(u) && towards_.reached(v) && !from_.dominates(v, u) && !towards_.dominates(u, v);
    }
    /// Either way, if it runs both ways.
    [[nodiscard]] bool useful(const EdgeSpec& edge) const noexcept {
        return useful(edge.source, edge.target) || (edge.both_ways && useful(edge.target, edge.source));
    }

private:
    DominatorTree from_;
    DominatorTree towards_;
};

/// The part of a view that matters between two of its vertices, as a directed view of few
/// vertices: the source is 0 and the target 1.
struct Between {
    std::uint32_t vertex_count = 2;
    std::vector<EdgeSpec> edges;  ///< with the weights that were asked
    std::vector<EdgeId> ids;      ///< what they are in the view
};

/// The edges of useful steps, in the order of the view. `weights` are by edge id; source and
/// target differ. Cost: that of two dominator trees.
template <Direction D>
Between between(const Csr<D>& view, std::span<const double> weights, Vertex source, Vertex target);

}  // namespace coopnet::detail
