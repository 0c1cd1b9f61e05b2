#pragma once

#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/view/csr.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::detail {

struct MaximalCliques {
    std::vector<std::vector<Vertex>> members;  ///< ascending each; larger sets first, then by member
    bool partial = false;                      ///< a limit stopped the search
};

struct CliqueLimits {
    std::uint32_t min_size = 1;
    std::uint64_t max_results = ~std::uint64_t{0};
};

/// All sets of vertices that are tied each to each, and to which none can be added.
///
/// Of a graph without loops and parallel edges whose neighbors ascend, and an order of its
/// vertices in which each is tried with those after it: from the outside in is quickest.
/// There may be 3^(V/3). Reference: Bron and Kerbosch (1973), doi:10.1145/362342.362367, with
/// the pivot of Tomita, Tanaka and Takahashi (2006), doi:10.1016/j.tcs.2006.06.015. Throws Cancelled.
MaximalCliques maximal_cliques(const Ugraph& graph, std::span<const Vertex> order, const CliqueLimits& limits,
                               Patience& patience);

}  // namespace coopnet::detail
