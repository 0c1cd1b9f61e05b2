#pragma once

#include <coopnet/analysis/position/profiles.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/partition.hpp>

namespace coopnet::position {

/// The fewest positions such that actors of one position are tied to the same positions, in
/// the same directions and by the same relations, however often (CATREGE).
///
/// At first all are together; actors tied to different positions part, until none do. Without
/// directions all but isolates stay together. Loops are ties to the own position; parallel
/// edges and strengths make no difference. Positions are numbered by their first actor.
/// Cost: O((V + E) log d) a round, few rounds for most networks, V at worst.
/// Reference: Borgatti and Everett (1993), doi:10.1016/0378-8733(93)90012-A.
/// Throws InvalidOption if an edge's relation is not below their number, Cancelled.
template <Direction D>
Partition catrege(const Csr<D>& view, const Relations& relations, Monitor& monitor);

}  // namespace coopnet::position
