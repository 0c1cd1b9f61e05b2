#include <coopnet/analysis/detail/scale.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace coopnet::detail {
namespace {

double unit(const std::vector<double>& values, Scale scale) noexcept {
    const double square = std::inner_product(values.begin(), values.end(), values.begin(), 0.0);
    switch (scale) {
        case Scale::length:
            return std::sqrt(square);
        case Scale::largest:
            return std::ranges::max(values);
        case Scale::sum:
            return std::accumulate(values.begin(), values.end(), 0.0);
        case Scale::size:
            return std::sqrt(square / static_cast<double>(values.size()));
        case Scale::raw:
            break;
    }
    return 1;
}

}  // namespace

Scores scaled(std::vector<double> values, Scale scale) {
    if (values.empty()) return {};
    const double one = unit(values, scale);
    const bool defined = one != 0;
    for (double& value : values) value = defined ? value / one : std::numeric_limits<double>::quiet_NaN();
    return {std::move(values), defined ? "" : "the scores add up to 0, so that no unit makes them comparable."};
}

}  // namespace coopnet::detail
