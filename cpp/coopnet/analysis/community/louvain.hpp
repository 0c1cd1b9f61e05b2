#pragma once

#include <coopnet/analysis/community/communities.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace coopnet::community {

struct LouvainOptions {
    /// Above 1 smaller groups are better, below 1 larger ones.
    double resolution = 1;
    std::uint64_t seed = 0;
    /// Searches from the beginning, of which the best counts. None: 4, up to 100 for fewer than 1,000 actors.
    std::optional<std::uint32_t> starts = std::nullopt;
};

/// Groups of high modularity: actors move to the group that gains most, then groups move as one.
///
/// A group may fall into pieces: ask `leiden` instead where that matters. Modularity is as in
/// `modularity`, with directions too. Without ties everybody is a group. Groups are numbered by
/// size, then by first actor; the same for any number of threads.
/// Cost: O(E) a round in practice, few rounds.
/// Reference: Blondel et al. (2008), doi:10.1088/1742-5468/2008/10/P10008; directed: Dugué and
/// Perez (2015), hal-01231784. Throws InvalidOption for a resolution that is negative or not
/// finite and for no start, InvalidWeight if a strength is not positive and finite, Cancelled.
template <Direction D>
Communities louvain(const Csr<D>& view, std::span<const double> strengths, const LouvainOptions& options,
                    Monitor& monitor);

}  // namespace coopnet::community
