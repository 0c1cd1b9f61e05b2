#pragma once

#include <coopnet/analysis/detail/scale.hpp>
#include <coopnet/analysis/two_mode/modes.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>

namespace coopnet::two_mode {

using detail::Scale;

struct EigenvectorOptions {
    /// The unit, in each mode by itself.
    Scale scale = Scale::length;
};

/// How well each actor is tied to those of the other mode who are well tied themselves: the
/// leading singular vectors of the ties between the modes, each scaled by itself.
///
/// Ties count by their strength. Who is outside the leading piece has 0. Undefined without
/// ties, and where two pieces lead equally. Cost: O(V + E) a round.
/// References: Bonacich (1991), doi:10.1016/0378-8733(91)90018-O; Faust (1997),
/// doi:10.1016/S0378-8733(96)00300-0. Throws Cancelled.
Scores eigenvector(const Modes& modes, EigenvectorOptions options, Monitor& monitor);

}  // namespace coopnet::two_mode
