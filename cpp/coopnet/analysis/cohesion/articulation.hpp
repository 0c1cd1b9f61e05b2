#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/cuts.hpp>
#include <coopnet/view/csr.hpp>

namespace coopnet::cohesion {

/// The actors without whom their piece of the network falls apart, each with those it cuts
/// off: all but the largest remaining piece (of equally large ones, that of the first
/// actor stays). Direction is ignored, and so are loops.
///
/// Cost: O(V + E log E) to find them, O(V + E) each for those cut off.
/// Reference: Hopcroft and Tarjan (1973), doi:10.1145/362248.362272. Throws Cancelled.
template <Direction D>
Cuts articulation_actors(const Csr<D>& view, Monitor& monitor);

/// The edges, by edge id, without which their piece of the network falls in two, each with
/// the actors of the smaller part (of equal parts, that without the first actor).
/// Direction is ignored; actors joined by several edges are joined by no bridge.
///
/// Cost: as `articulation_actors`. Throws Cancelled.
template <Direction D>
Cuts bridges(const Csr<D>& view, Monitor& monitor);

}  // namespace coopnet::cohesion
