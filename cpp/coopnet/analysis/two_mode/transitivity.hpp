#pragma once

#include <coopnet/analysis/two_mode/modes.hpp>
#include <coopnet/core/monitor.hpp>

namespace coopnet::two_mode {

/// The share of paths of three ties that a fourth closes to a circle of two actors and two of
/// the other mode: whether those who meet once meet again.
///
/// Undefined without a path of three ties. Cost: O(Σ deg²).
/// Reference: Robins and Alexander (2004), doi:10.1023/B:CMOT.0000032580.12184.c0.
/// Throws Cancelled.
Whole transitivity(const Modes& modes, Monitor& monitor);

}  // namespace coopnet::two_mode
