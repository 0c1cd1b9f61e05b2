#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/timed_pathway.hpp>
#include <coopnet/view/csr.hpp>

#include <optional>
#include <span>

namespace coopnet::pathways {

/// When the edges of a view can be used and how many days a step along each takes, by edge id.
struct Steps {
    std::span<const Stretch> holds;
    std::span<const double> delays;
};

struct TimedOptions {
    std::optional<double> max_wait = std::nullopt;    ///< days at a vertex on the way; nothing: as long as it takes
    std::optional<double> time_limit = std::nullopt;  ///< seconds
};

// All questions here: a step begins while its edge holds and arrives its delay later, and the next
// begins no earlier. One may wait between two steps, at most `max_wait`, and before the first as
// long as one likes. No vertex stands on a pathway twice, loops never lie on one; parallel edges
// make pathways of their own. Times that are equal on paper are equal (Clock); among equally good
// pathways fewer steps come first, then the one whose vertices and edges come first in the view,
// and of the times of its steps those that the question asks for: as early as can be, or as late.
// With unlimited waiting a pathway that comes to no vertex twice is always among the best; with
// less it may take longer than a walk that passes the time on a detour, and to find it is NP-hard.
//
// Cost: of a search (O(E + V·log V)) times the ways to a vertex that are kept, few as a rule; with
// limited waiting at worst as many as there are pathways: give a time limit.
// References: Bui Xuan, Ferreira, Jarry (2003), doi:10.1142/S0129054103001728; with limited
// waiting Casteigts, Himmel, Molter, Zschoche (2021), doi:10.1007/s00453-021-00831-w.
//
// They throw InvalidWeight if a delay is negative or not finite, InvalidOption if an end is no vertex
// or `max_wait` is negative, and Cancelled.

/// Of all pathways that begin at the moment `from` or later, the one that arrives first. Its length: days
/// from `from` until it arrives.
template <Direction D>
BestInTime earliest_arrival(const Csr<D>& view, Steps steps, Vertex source, Vertex target, Moment from,
                            TimedOptions options, Monitor& monitor);

/// Of all pathways that arrive at the moment `by` or before, the one that leaves last. Its length: days
/// from when it leaves until `by`.
template <Direction D>
BestInTime latest_departure(const Csr<D>& view, Steps steps, Vertex source, Vertex target, Moment by,
                            TimedOptions options, Monitor& monitor);

/// Of all pathways that leave and arrive within a stretch of time, the one that takes the fewest days from
/// when it leaves until it arrives, waiting included; as early as this can be. A pathway over edges without
/// any bound in time takes as long whenever it leaves: its times are infinite.
template <Direction D>
BestInTime fastest(const Csr<D>& view, Steps steps, Vertex source, Vertex target, Stretch during, TimedOptions options,
                   Monitor& monitor);

/// When one gets to vertices first, leaving at the moment `from` or later and waiting as long as it takes;
/// those to which one does not get are left out. Cost: O(E + V·log V).
template <Direction D>
Arrivals first_arrivals(const Csr<D>& view, Steps steps, Vertex source, Moment from, Monitor& monitor);

}  // namespace coopnet::pathways
