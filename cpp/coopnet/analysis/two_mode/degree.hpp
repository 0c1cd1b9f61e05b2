#pragma once

#include <coopnet/analysis/two_mode/modes.hpp>
#include <coopnet/tables/scores.hpp>

namespace coopnet::two_mode {

struct DegreeOptions {
    /// Divide by the size of the other mode, all that one can be tied to.
    bool normalized = true;
};

/// How many of the other mode each actor is tied to; 1 is all of them.
///
/// Normalized, it is undefined if the other mode is empty. Cost: O(V).
/// Reference: Borgatti and Everett (1997), doi:10.1016/S0378-8733(96)00301-2.
Scores degree(const Modes& modes, DegreeOptions options = {});

}  // namespace coopnet::two_mode
