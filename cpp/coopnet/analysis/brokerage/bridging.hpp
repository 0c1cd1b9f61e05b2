#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

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

}  // namespace coopnet::brokerage
