#pragma once

#include <coopnet/analysis/detail/chosen.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <optional>
#include <span>

namespace coopnet::centrality {

struct BetweennessOptions {
    /// Divide by the number of pairs that could route through an actor, whichever are chosen.
    bool normalized = true;
    /// Count an actor as lying on the pathways that begin or end with it.
    bool endpoints = false;
    /// Count pathways of at most this length.
    std::optional<double> cutoff = std::nullopt;
    /// Count pathways from these actors, to these actors; nothing: from all, to all.
    detail::Chosen sources = std::nullopt;
    detail::Chosen targets = std::nullopt;
    /// Count equally short parallel edges as further pathways, as igraph does.
    bool parallel_pathways = false;
};

/// How often each actor lies on a shortest cooperation pathway between two others.
///
/// A pair with several shortest pathways shares its one unit between them; parallel edges
/// are no further pathways unless asked. An undirected pair counts once: half from either
/// end, so that a pair with one end among the sources and the other among the targets, but
/// not the other way around, is a half. With fewer than three actors every score is zero.
/// `costs` by edge id, empty: each edge has length one; sums of costs that are equal on
/// paper are equal (core/compare).
///
/// Cost: O(V·E), or O(V·E·log V) with costs.
/// References: Brandes (2001), doi:10.1080/0022250X.2001.9990249; for the options Brandes
/// (2008), doi:10.1016/j.socnet.2007.11.001.
/// Throws InvalidWeight if a cost is not positive and finite, InvalidOption, Cancelled.
template <Direction D>
Scores betweenness(const Csr<D>& view, std::span<const double> costs, const BetweennessOptions& options,
                   Monitor& monitor);

}  // namespace coopnet::centrality
