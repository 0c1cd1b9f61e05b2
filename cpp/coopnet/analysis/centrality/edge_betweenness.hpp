#pragma once

#include <coopnet/analysis/detail/chosen.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <optional>
#include <span>

namespace coopnet::centrality {

struct EdgeBetweennessOptions {
    /// Divide by the number of pairs of actors, whichever are chosen.
    bool normalized = true;
    /// Count pathways of at most this length.
    std::optional<double> cutoff = std::nullopt;
    /// Count pathways from these actors, to these actors; nothing: from all, to all.
    detail::Chosen sources = std::nullopt;
    detail::Chosen targets = std::nullopt;
    /// Count equally short parallel edges as further pathways, as igraph does.
    bool parallel_pathways = false;
};

/// How often each edge lies on a shortest cooperation pathway between two actors, by edge id.
///
/// A pair with several shortest pathways shares its one unit between them, and equally
/// short parallel edges share what passes between their ends. An undirected pair counts
/// once, as in `betweenness`; an undirected tie of a directed view gathers both its ways. A
/// loop has zero. `costs` by edge id, empty: each edge has length one.
///
/// Cost: O(V·E), or O(V·E·log V) with costs.
/// Reference: Brandes (2008), doi:10.1016/j.socnet.2007.11.001.
/// Throws InvalidWeight if a cost is not positive and finite, InvalidOption, Cancelled.
template <Direction D>
Scores edge_betweenness(const Csr<D>& view, std::span<const double> costs, const EdgeBetweennessOptions& options,
                        Monitor& monitor);

}  // namespace coopnet::centrality
