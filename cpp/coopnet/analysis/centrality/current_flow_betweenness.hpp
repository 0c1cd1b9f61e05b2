#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

struct CurrentFlowBetweennessOptions {
    /// Divide by the number of pairs that could pass through an actor.
    bool normalized = true;
    /// Count the pairs an actor belongs to, one each, as Newman does.
    bool endpoints = false;
};

/// How much of what flows between two others passes through an actor if it takes all ways
/// at once, more over the shorter and stronger, as current does: the same as how often a walk
/// at random from one to the other passes on net balance.
///
/// 1 means: all of it. Ties are wires that conduct by their strength; `strengths` by edge
/// id, empty: all one. Pairs in different pieces give nothing. Only without directions:
/// current flows both ways. Parallel edges add up, loops carry nothing. With fewer than three
/// actors (two, with endpoints) every score is 0.
/// Cost: O(V³ + E·V·log V), memory O(V²), for the largest piece, on several threads.
/// References: Newman (2005), doi:10.1016/j.socnet.2004.11.009; Brandes and Fleischer (2005),
/// doi:10.1007/978-3-540-31856-9_44.
/// Throws InvalidWeight if a strength is not positive and finite, Cancelled.
Scores current_flow_betweenness(const Ugraph& view, std::span<const double> strengths,
                                CurrentFlowBetweennessOptions options, Monitor& monitor);

}  // namespace coopnet::centrality
