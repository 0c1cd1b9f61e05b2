#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>
#include <vector>

namespace coopnet::brokerage {

struct BridgingOptions {
    /// Divide betweenness by the number of pairs that could route through an actor.
    bool normalized = true;
};

/// How much an actor lies between densely tied regions: its betweenness times its bridging
/// coefficient, (1/d) / Σ over contacts of 1/d, for d the number of an actor's contacts. The
/// coefficient is high for an actor with few contacts that each have many.
///
/// Contacts are counted whatever the direction of ties; betweenness follows it. Loops are no
/// ties, parallel edges one. `costs` by edge id are lengths for betweenness, empty: each
/// edge has length one. Undefined for an isolate, which bridges nothing.
///
/// Cost: O(V·E), or O(V·E·log V) with costs. References: Hwang, Cho, Zhang and Ramanathan
/// (2006), Bridging centrality (product of ranks); Hwang, Kim, Ramanathan and Zhang (2008),
/// doi:10.1145/1401890.1401934 (product of values, taken here).
/// Throws InvalidWeight if a cost is not positive and finite, Cancelled.
template <Direction D>
Scores bridging(const Csr<D>& view, std::span<const double> costs, BridgingOptions options, Monitor& monitor);

/// Two actors, and how much less hangs together without the ties between them.
struct TieBridging {
    Vertex first;  ///< the earlier actor
    Vertex second;
    double loss;
};

struct TieBridgingOptions {
    /// As a share of the cohesion there was. Off: as it is.
    bool normalized = true;
};

/// Of each pair of actors with ties between them: how much of the network's cohesion is lost
/// if these were missing, whichever way they run. Cohesion is the mean, over ordered pairs of
/// actors, of one over their distance, 0 where there is no pathway.
///
/// Pathways follow the direction of ties, each one step. Loops do not count.
/// Cost: O(V·E) and repairs of distances, O(V²·E) at worst. Throws Cancelled.
template <Direction D>
std::vector<TieBridging> tie_bridging(const Csr<D>& view, TieBridgingOptions options, Monitor& monitor);

/// The mean of `tie_bridging` over an actor's contacts: how much its ties hold together, one
/// by one. Undefined for an isolate. Otherwise as `tie_bridging`.
/// Reference: Valente and Fujimoto (2010), doi:10.1016/j.socnet.2010.03.003.
template <Direction D>
Scores bridging_by_loss(const Csr<D>& view, TieBridgingOptions options, Monitor& monitor);

}  // namespace coopnet::brokerage
