#pragma once

#include <coopnet/analysis/community/communities.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace coopnet::community {

enum class Objective {
    modularity,
    cpm,  ///< ties within beyond what `resolution` asks of each pair: groups of one density
};

struct LeidenOptions {
    Objective objective = Objective::modularity;
    /// Modularity: above 1 smaller groups. CPM: the density that a group must have within.
    double resolution = 1;
    std::uint64_t seed = 0;
    /// Searches from the beginning, of which the best counts. None: 4, up to 100 for fewer than 1,000 actors.
    std::optional<std::uint32_t> starts = std::nullopt;
};

/// Groups tied more within than between: the method of Leiden, each group connected.
///
/// Actors move to the group that gains most; each group is refined into parts that hang together well
/// before these move as one; again, until nothing changes. What is optimized is modularity as
/// `modularity` has it, with directions too, or the constant Potts model: Σ ties within
/// − resolution · n(n − 1) of directed, half of both for undirected ties. Without ties everybody is
/// a group, and modularity is undefined. Groups are numbered by size, then by first actor.
///
/// The same for any number of threads: each start has a random stream of its own, and the first
/// of the best counts. Cost: O(E) a round in practice, few rounds.
/// Reference: Traag, Waltman and van Eck (2019), doi:10.1038/s41598-019-41695-z; CPM: Traag, Van
/// Dooren and Nesterov (2011), doi:10.1103/PhysRevE.84.016114.
/// Throws InvalidOption for a resolution that is negative or not finite and for no start,
/// InvalidWeight if a strength is not positive and finite, Cancelled.
template <Direction D>
Communities leiden(const Csr<D>& view, std::span<const double> strengths, const LeidenOptions& options,
                   Monitor& monitor);

}  // namespace coopnet::community
