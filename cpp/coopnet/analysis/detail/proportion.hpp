#pragma once

#include <cstdint>

namespace coopnet::detail {

struct Interval {
    double low = 0;
    double high = 1;
};

/// Where a probability lies if `count` of `trials` came true: an interval that holds it at
/// least as often as `confidence` says, whatever it is. Without trials from 0 to 1.
/// Reference: Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404.
Interval clopper_pearson(std::uint64_t count, std::uint64_t trials, double confidence);

}  // namespace coopnet::detail
