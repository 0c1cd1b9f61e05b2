#pragma once

#include <coopnet/core/period.hpp>

#include <vector>

namespace coopnet {

/// When each edge of a view holds, and how long a step along it takes; by edge id.
///
/// A step begins while its edge holds; it may end later.
struct Timeline {
    std::vector<Stretch> possible;  ///< by some reading of the unknown days
    std::vector<Stretch> certain;   ///< by every reading; empty if on no day
    std::vector<double> delays;     ///< days, 0 or more, fractions too
};

}  // namespace coopnet
