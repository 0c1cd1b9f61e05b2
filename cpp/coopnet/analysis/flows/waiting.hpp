#pragma once

#include <coopnet/analysis/detail/sparse_rows.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::flows {

/// Persons on their way from source to target, day by day: who comes, how long a tie takes, how
/// many it takes a day, how many a vertex can keep overnight and pass on a day. Infinite: no limit.
struct Journey {
    Vertex source = 0;
    Vertex target = 0;
    std::span<const double> arrivals;      ///< at the source, by day; the days are as many as these
    std::span<const std::uint32_t> delay;  ///< by edge, whole days
    std::span<const double> seats;         ///< by edge, then day of leaving
    std::span<const double> beds;          ///< by vertex
    std::span<const double> handles;       ///< by vertex
};

/// What one column of the program counts: persons that leave along an edge on a day, persons that
/// stay overnight, all that share the seats of an edge that runs both ways, or that a vertex passes on.
enum class Act : std::uint8_t { moves, stays, shares, passes };

/// A linear program: the least person-days between coming and arriving. Each column lies between 0
/// and `most`; each row is equal to a number.
struct TimeExpanded {
    std::vector<Act> acts;              ///< by column, as all up to `most`
    std::vector<std::uint32_t> places;  ///< an edge, or the vertex one stays at
    std::vector<std::uint32_t> days;    ///< of leaving; the night after it
    std::vector<Vertex> from, to;
    std::vector<double> costs;  ///< person-days of one person
    std::vector<double> most;
    detail::SparseRows rows;
};

/// Lays a journey out in time: each vertex once a day; edges lead `delay` days on; who stays is
/// there the next day; who has arrived is out of it. Persons who do not arrive by the last day are
/// counted until then, and none leaves so late as to be on an edge at the end.
///
/// Vertices that are on no way from source to target are left out; loops are no use. An edge that
/// runs both ways has its seats for both together.
/// Cost: O((V + E) · days). Reference: Ford and Fulkerson (1958), doi:10.1287/opre.6.3.419.
/// Throws InvalidOption if source and target are the same.
template <Direction D>
TimeExpanded time_expanded(const Csr<D>& view, const Journey& journey);

}  // namespace coopnet::flows
