#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

/// What the sum of an actor's resistances to the others is made into, in a piece of p.
/// `others`: (p − 1)/sum; `information`: p/sum, Stephenson and Zelen's; `raw`: 1/sum.
enum class Nearness { others, information, raw };

struct CurrentFlowClosenessOptions {
    Nearness scale = Nearness::others;
};

/// How near an actor is to the others if all pathways between them count, not only the
/// shortest: one over its mean resistance, ties being wires that conduct by their strength.
///
/// 1 means: as near as by one tie of strength 1 and no other way. Each piece by itself; an
/// isolate, which no current reaches, has 0. Only without directions: current flows both ways. `strengths` by
/// edge id, empty: all one. Parallel edges add up, loops carry nothing.
/// Cost: O(V³), memory O(V²), for the largest piece, on several threads.
/// References: Stephenson and Zelen (1989), doi:10.1016/0378-8733(89)90016-6; Brandes and
/// Fleischer (2005), doi:10.1007/978-3-540-31856-9_44.
/// Throws InvalidWeight if a strength is not positive and finite, Cancelled.
Scores current_flow_closeness(const Ugraph& view, std::span<const double> strengths,
                              CurrentFlowClosenessOptions options, Monitor& monitor);

}  // namespace coopnet::centrality
