#pragma once

#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <vector>

namespace coopnet::detail {

/// Who is tied to whom, whatever the direction: no loops, and one edge for each pair of
/// actors, however many edges of the view join them.
struct Pairs {
    Ugraph graph;
    std::vector<EdgeId> first_edge;         ///< by pair: the first of the view's edges
    std::vector<std::uint32_t> edge_count;  ///< by pair: how many they are
};

/// Cost: O(V + E log E).
template <Direction D>
Pairs pairs(const Csr<D>& view);

}  // namespace coopnet::detail
