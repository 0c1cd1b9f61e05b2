#include <coopnet/core/compare.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace coopnet {
namespace {

constexpr double largest_exact = 9007199254740992.0;  // 2^53
constexpr int most_decimals = 9;

// The decimal that was written is the nearest double to a whole number over the factor,
// and division rounds to the nearest: no tolerance is needed.
bool is_decimal(double cost, double factor) noexcept {
    return std::round(cost * factor) / factor == cost;
}

std::optional<double> decimal_factor(std::span<const double> costs, std::size_t longest) noexcept {
    double largest = 0;
    for (const double cost : costs) {
        if (!std::isfinite(cost)) return std::nullopt;
        largest = std::max(largest, std::abs(cost));
    }
    double factor = 1;
    for (int decimals = 0; decimals <= most_decimals; ++decimals, factor *= 10) {
        if (largest * factor * static_cast<double>(longest + 1) > largest_exact) return std::nullopt;
        if (std::ranges::all_of(costs, [factor](double cost) { return is_decimal(cost, factor); })) return factor;
    }
    return std::nullopt;
}

}  // namespace

CostScale::CostScale(std::span<const double> costs, std::size_t longest) : costs_(costs.begin(), costs.end()) {
    const auto factor = decimal_factor(costs, longest);
    if (!factor) return;
    exact_ = true;
    factor_ = *factor;
    for (double& cost : costs_) cost = std::round(cost * factor_);
}

}  // namespace coopnet
