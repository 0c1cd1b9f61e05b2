#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/view/figures.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::flows {

/// How many persons some reports count together.
struct Count {
    double count = 0;                    ///< the mean of what is reported of each number, added up
    double low = 0;                      ///< by the lowest report of each
    double high = 0;                     ///< by the highest
    std::vector<std::uint32_t> reports;  ///< of the numbers added up, ascending; empty: nothing is reported
};

/// Whatever the measure, who arrives at another time is somebody else. Of all sums of numbers that count nobody
/// twice, and of which none is part of another that is reported too, the greatest: the most inclusive account that the
/// reports give together. Cost: as that of accounts. Throws Cancelled.
Count most_inclusive(const Figures& figures, std::span<const std::uint32_t> reports, Monitor& monitor);

}  // namespace coopnet::flows
