#include <coopnet/analysis/detail/proportion.hpp>

#include <boost/math/special_functions/beta.hpp>

namespace coopnet::detail {

Interval clopper_pearson(std::uint64_t count, std::uint64_t trials, double confidence) {
    const double tail = (1 - confidence) / 2;
    const auto came = static_cast<double>(count);
    const auto missed = static_cast<double>(trials - count);
    Interval interval;
    if (count > 0) interval.low = boost::math::ibeta_inv(came, missed + 1, tail);
    if (count < trials) interval.high = boost::math::ibeta_inv(came + 1, missed, 1 - tail);
    return interval;
}

}  // namespace coopnet::detail
