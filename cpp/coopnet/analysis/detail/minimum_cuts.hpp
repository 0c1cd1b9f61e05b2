#pragma once

#include <coopnet/analysis/detail/apart.hpp>
#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace coopnet::detail {

struct MinimumCuts {
    std::optional<std::uint32_t> size;  ///< of each; none: no actors part two that are tied, or the time was up
    std::vector<std::vector<std::uint32_t>> sets;  ///< vertices or edge ids, ascending; sets in order
    bool partial = false;                          ///< a limit stopped the search
};

/// All smallest sets of vertices, or of edges, without which no pathway leads from source to
/// target, who differ. If none leads anyway, nothing is needed: the one set is empty.
///
/// `size` is how many pathways share no vertex, or no edge (Menger). Edges that run both ways
/// are cut as one; parallel edges each by itself; loops make no difference. Ends that have an
/// edge are parted by no vertices.
///
/// Cost: O(size·E·log V), then O(V + E) a set, of which there may be exponentially many; past
/// a limit those found by then, the one nearest to the source among them.
/// Reference: Picard and Queyranne (1980), doi:10.1007/BFb0120902. Throws Cancelled.
template <Direction D>
MinimumCuts minimum_cuts(const Csr<D>& view, Vertex source, Vertex target, Of of, std::uint64_t max_results,
                         Patience& patience);

}  // namespace coopnet::detail
