#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/value.hpp>
#include <coopnet/view/csr.hpp>

namespace coopnet::cohesion {

/// How near a network comes to an out-tree, in which orders run from one actor down to all.
struct Krackhardt {
    Value connectedness;      ///< the share of pairs that are connected if direction is ignored
    Value hierarchy;          ///< of the pairs that reach each other at all, the share that does so one way only
    Value efficiency;         ///< 1 minus the ties beyond those that each piece needs, over the most there could be
    Value least_upper_bound;  ///< 1 minus the pairs of a piece without a closest common superior, over the most
};

/// An undirected tie is two ties. A superior reaches an actor along the ties, itself too; the
/// closest common superior of two is one that all their common superiors reach. Loops and parallel
/// edges make no difference. Undefined: connectedness below two actors, hierarchy if nobody
/// reaches anybody, efficiency without a piece of two, the bound without a piece of three.
///
/// Cost: O(V·(V + E)) and V³/64 steps for the bound; V²/8 bytes.
/// Reference: Krackhardt (1994), Graph theoretical dimensions of informal organizations, in
/// Carley and Prietula (eds), Computational Organization Theory. Throws Cancelled.
template <Direction D>
Krackhardt krackhardt(const Csr<D>& view, Monitor& monitor);

}  // namespace coopnet::cohesion
