#pragma once

#include <coopnet/analysis/two_mode/modes.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>

namespace coopnet::two_mode {

/// What the neighbors that two actors share are divided by: all that either has (dot), those
/// of the one with fewer (min), of the one with more (max).
enum class Overlap { dot, min, max };

struct ClusteringOptions {
    Overlap kind = Overlap::dot;
};

/// How much each actor's neighbors in the other mode overlap with those of the actors of its
/// own mode with whom it shares any, on the mean. 1: they share all.
///
/// Undefined for who shares nobody with anybody. Cost: O(Σ deg²).
/// Reference: Latapy, Magnien and Del Vecchio (2008), doi:10.1016/j.socnet.2007.04.006.
/// Throws Cancelled.
Scores clustering(const Modes& modes, ClusteringOptions options, Monitor& monitor);

}  // namespace coopnet::two_mode
