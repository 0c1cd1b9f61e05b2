#pragma once

#include <coopnet/analysis/two_mode/modes.hpp>

namespace coopnet::two_mode {

/// The share of possible ties between the modes that there are, each pair once. Undefined if
/// a mode is empty. Cost: O(1).
/// Reference: Borgatti and Everett (1997), doi:10.1016/S0378-8733(96)00301-2.
Whole density(const Modes& modes);

}  // namespace coopnet::two_mode
