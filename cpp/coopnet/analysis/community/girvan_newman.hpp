#pragma once

#include <coopnet/analysis/community/communities.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::community {

struct GirvanNewmanOptions {
    /// Into how many groups. None: the division of highest modularity.
    std::optional<std::uint32_t> k = std::nullopt;
};

struct Divisions {
    /// From the pieces of the network on, one group more each time; the last is that of `k`
    /// groups, or each actor alone.
    std::vector<Communities> levels;
    std::size_t chosen = 0;  ///< among the levels
};

/// Divides a network by taking away, one by one, the tie that most shortest pathways run over,
/// until it falls apart, piece by piece.
///
/// Pathways follow the ties as they run, each one step; what runs over a tie is divided by its
/// strength (Newman, 2004). What remains connected, direction ignored, is a group. Of ties with as
/// much the first goes; parallel edges share what runs between their actors and go one by one. A network that has `k`
/// pieces or more is left as it is. `strengths` by edge id, empty: ties are alike. Groups are numbered by size, then by
/// first actor.
///
/// Cost: O(V·E²): minutes for thousands of ties.
/// Reference: Girvan and Newman (2002), doi:10.1073/pnas.122653799; weights: Newman (2004),
/// doi:10.1103/PhysRevE.70.056131. Throws InvalidOption unless `k` is from 1 to the number of
/// actors, InvalidWeight if a strength is not positive and finite, NotConverged if pathways are
/// too many to count, Cancelled.
template <Direction D>
Divisions girvan_newman(const Csr<D>& view, std::span<const double> strengths, const GirvanNewmanOptions& options,
                        Monitor& monitor);

}  // namespace coopnet::community
