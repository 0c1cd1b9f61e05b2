#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/actor_matrix.hpp>
#include <coopnet/tables/partition.hpp>

#include <cstdint>

namespace coopnet::position {

/// How far apart two groups are: the mean over their pairs, the farthest pair, the nearest.
enum class Linkage { average, complete, single };

struct ClustersOptions {
    Linkage linkage = Linkage::average;
    /// The numbers say how alike actors are, at most 1; their distance is what is missing to 1.
    bool similarities = false;
};

/// Groups of actors near each other: the two nearest groups are joined until `k` remain.
///
/// Distances that differ by less than 1e-10 of the largest are equal; of equally near groups
/// those are joined that begin with the earliest actors. Groups are numbered by their first
/// actor. Cost: O(V²) for most networks, O(V³) at worst; V² numbers.
/// Reference: Johnson (1967), doi:10.1007/BF02289588.
/// Throws InvalidOption if `k` is not from 1 to the number of actors or a number is NaN, Cancelled.
Partition clusters(const ActorMatrix& matrix, std::uint32_t k, ClustersOptions options, Monitor& monitor);

}  // namespace coopnet::position
