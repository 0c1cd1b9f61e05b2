#pragma once

#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <vector>

namespace coopnet::detail {

/// Makes a network of uncertain edges smaller without changing the probability that some
/// pathway leads from source to target. Weights are probabilities, edges as in a directed view.
///
/// What lies on no pathway is dropped, parallel edges and edges in series become one, and
/// vertices joined for sure are one. Edges are left in order, vertices keep their numbers.
class Reductions {
public:
    Reductions(std::uint32_t vertex_count, Vertex source, Vertex target)
        : vertex_count_(vertex_count), source_(source), target_(target) {}

    /// True if source and target turn out to be joined for sure.
    [[nodiscard]] bool reduce(std::vector<EdgeSpec>& edges) const;

private:
    using Edges = std::vector<EdgeSpec>;

    bool join_sure(Edges& edges) const;
    void prune(Edges& edges) const;
    bool join_series(Edges& edges) const;

    std::uint32_t vertex_count_;
    Vertex source_;
    Vertex target_;
};

}  // namespace coopnet::detail
