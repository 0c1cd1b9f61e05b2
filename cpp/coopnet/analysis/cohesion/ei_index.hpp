#pragma once

#include <coopnet/analysis/detail/arrangements.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace coopnet::cohesion {

using detail::Alternative;

struct EiIndexOptions {
    /// How often the groups are handed out anew among the actors. 0: never.
    std::uint32_t permutations = 0;
    std::uint64_t seed = 0;
    Alternative alternative = Alternative::two_sided;
};

/// Ties to other groups and within the own: −1 all within, 1 all outward.
struct EiRow {
    double external = 0;
    double internal = 0;
    double index = 0;     ///< (external − internal) / (external + internal); NaN without ties
    double expected = 0;  ///< the index if ties led to anybody alike; NaN without another actor
    double p = 0;         ///< meaningful only if groups were permuted
};

struct EiIndex {
    EiRow network;
    std::vector<EiRow> groups;
    std::vector<EiRow> actors;
    std::uint64_t arrangements = 0;  ///< that `p` compares with; 0: none
    bool exact = false;              ///< these were all that differ
    std::string why;
};

/// How far ties lead out of groups, for the network, each group and each actor.
///
/// An undirected tie counts at both its ends, a directed one among those of who sends and of who
/// receives. Loops are no ties; parallel edges count each. `strengths` by edge id, empty: each
/// counts one. Without ties the index is undefined. Cost: O(V + E), and as much a permutation.
/// Reference: Krackhardt and Stern (1988), doi:10.2307/2786835.
/// Throws InvalidOption unless each actor has a group, InvalidWeight, Cancelled.
template <Direction D>
EiIndex ei_index(const Csr<D>& view, std::span<const std::uint32_t> groups, std::uint32_t group_count,
                 std::span<const double> strengths, const EiIndexOptions& options, Monitor& monitor);

}  // namespace coopnet::cohesion
