#pragma once

#include <coopnet/analysis/two_mode/modes.hpp>
#include <coopnet/core/monitor.hpp>

#include <array>
#include <string>

namespace coopnet::two_mode {

enum class Measure { degree, closeness, betweenness };

struct CentralizationOptions {
    Measure measure = Measure::degree;
};

/// A number for each mode; an undefined one is NaN, and `why` says what makes it so.
struct ByMode {
    std::array<double, 2> values{};
    std::string why;
};

/// How much one actor of a mode stands out in it: the differences between the highest score of
/// the mode and each, added and divided by the most that connected modes of these sizes allow.
/// 1: one actor is tied to all of the other mode, and each other actor of its mode to one,
/// spread as evenly as can be; 0: all are alike.
///
/// Undefined where nothing can differ; by degree, where some of the mode have no tie; and by
/// closeness, if the network is in pieces, since then the most possible is another.
/// Cost: that of the measure.
/// Reference: Borgatti and Everett (1997), doi:10.1016/S0378-8733(96)00301-2. Throws Cancelled.
ByMode centralization(const Modes& modes, CentralizationOptions options, Monitor& monitor);

}  // namespace coopnet::two_mode
