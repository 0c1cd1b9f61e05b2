#pragma once

#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace coopnet::detail {

/// Whom all pathways from a root pass: each vertex stands below the last vertex that all
/// pathways to it pass, its immediate dominator.
///
/// Cost: O(V + E) and the climbs to where pathways meet, few in practice, O(V·E) at worst.
/// Reference: Cooper, Harvey and Kennedy (2001), "A simple, fast dominance algorithm".
class DominatorTree {
public:
    static constexpr Vertex nobody = std::numeric_limits<Vertex>::max();

    template <Direction D>
    DominatorTree(const Csr<D>& graph, Vertex root);

    [[nodiscard]] bool reached(Vertex v) const noexcept { return size_[v] > 0; }
    /// Those reached, each behind all its dominators; the root first.
    [[nodiscard]] std::span<const Vertex> order() const noexcept { return order_; }
    /// The immediate dominator of a vertex that is reached; nobody for the root.
    [[nodiscard]] Vertex above(Vertex v) const noexcept { return above_[v]; }
    /// Do all pathways to `b`, which is reached, pass `a`? A vertex dominates itself.
    [[nodiscard]] bool dominates(Vertex a, Vertex b) const noexcept {
        return entry_[a] <= entry_[b] && entry_[b] - entry_[a] < size_[a];
    }

private:
    template <Direction D>
    void visit(const Csr<D>& graph, Vertex root);
    template <Direction D>
    void settle(const Csr<D>& graph, Vertex root);
    void number();
    [[nodiscard]] Vertex meet(Vertex a, Vertex b) const noexcept;

    std::vector<Vertex> order_;  // a reversed postorder
    std::vector<std::uint32_t> place_;
    std::vector<Vertex> above_;
    std::vector<std::uint32_t> size_;   // of the subtree; 0: not reached
    std::vector<std::uint32_t> entry_;  // preorder of the tree: a subtree is a run of numbers
};

}  // namespace coopnet::detail
