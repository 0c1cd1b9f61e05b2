#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

struct LoadOptions {
    /// Divide by the ordered pairs of others, (n − 1)(n − 2).
    bool normalized = true;
};

/// How much passes through each actor if every actor sends one unit to every other, and
/// each shares what it hands on equally among the next on shortest pathways.
///
/// `betweenness` shares equally among whole pathways instead: where ways fork and join, the
/// two differ (Brandes, 2008). Units are followed from where pathways end back to where
/// they begin, as in NetworkX, which matters in directed views alone. Ordered pairs count,
/// an undirected pair both ways. Parallel edges are one, loops no steps. With fewer than
/// three actors every score is zero. `costs` by edge id, empty: each edge has length one.
///
/// Cost: O(V·E), or O(V·E·log V) with costs.
/// References: Newman (2001), doi:10.1103/PhysRevE.64.016132; Goh, Kahng and Kim (2001),
/// doi:10.1103/PhysRevLett.87.278701; Brandes (2008), doi:10.1016/j.socnet.2007.11.001.
/// Throws InvalidWeight if a cost is not positive and finite, Cancelled.
template <Direction D>
Scores load(const Csr<D>& view, std::span<const double> costs, LoadOptions options, Monitor& monitor);

}  // namespace coopnet::centrality
