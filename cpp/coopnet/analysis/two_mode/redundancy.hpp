#pragma once

#include <coopnet/analysis/two_mode/modes.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>

namespace coopnet::two_mode {

/// The share of pairs of an actor's neighbors that would stay joined without it, by another
/// of its mode. 1: it could be left out; 0: it alone joins them.
///
/// Undefined for who has fewer than two neighbors. Cost: O(Σ over ties of deg²).
/// Reference: Latapy, Magnien and Del Vecchio (2008), doi:10.1016/j.socnet.2007.04.006.
/// Throws Cancelled.
Scores redundancy(const Modes& modes, Monitor& monitor);

}  // namespace coopnet::two_mode
