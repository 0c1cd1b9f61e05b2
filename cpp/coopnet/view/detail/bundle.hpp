#pragma once

#include <coopnet/core/ids.hpp>
#include <coopnet/view/csr.hpp>
#include <coopnet/view/projection.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::detail {

/// Edges in the making, and the ties that each stands for.
struct Bundle {
    std::vector<EdgeSpec> edges;
    std::vector<std::uint32_t> offsets{0};  ///< by edge, into ties
    std::vector<TieRow> ties;

    void reserve(std::size_t edge_count);
    void add(const EdgeSpec& edge, std::span<const TieRow> stands_for);
    [[nodiscard]] std::span<const TieRow> ties_of(std::size_t edge) const noexcept {
        return {ties.data() + offsets[edge], ties.data() + offsets[edge + 1]};
    }
};

/// Merges edges between the same two vertices by a rule (`sum`, `max`, `min` or `count`);
/// the first of them keeps its place. Where an edge that runs both ways meets a directed
/// one, it becomes two directed ones first. Cost: O(edges · log edges).
Bundle merge_parallel(Bundle bundle, Parallel rule, bool undirected);

}  // namespace coopnet::detail
