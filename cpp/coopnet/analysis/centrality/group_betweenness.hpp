#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/value.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

struct GroupBetweennessOptions {
    /// Divide by the number of pairs of actors outside the group.
    bool normalized = true;
};

/// How often a shortest pathway between two actors outside the group passes through a
/// member, or several.
///
/// A pair with several shortest pathways shares its one unit between them. An undirected
/// pair counts once; parallel edges are no further pathways, loops no steps. A group of one
/// has the actor's betweenness. With fewer than two actors outside it is zero. `costs` by
/// edge id, empty: each edge has length one.
///
/// Cost: O(V·E), or O(V·E·log V) with costs.
/// Reference: Everett and Borgatti (1999), doi:10.1080/0022250X.1999.9990219.
/// Throws InvalidWeight if a cost is not positive and finite, InvalidOption if the group is
/// empty or names no vertices of the view, Cancelled.
template <Direction D>
Value group_betweenness(const Csr<D>& view, std::span<const double> costs, std::span<const Vertex> group,
                        GroupBetweennessOptions options, Monitor& monitor);

}  // namespace coopnet::centrality
