#include <coopnet/analysis/detail/weights.hpp>

#include <coopnet/core/error.hpp>

#include <algorithm>
#include <cmath>

namespace coopnet::detail {
namespace {

bool is_positive(double weight) noexcept {
    return std::isfinite(weight) && weight > 0;
}

}  // namespace

void require_costs(std::span<const double> costs) {
    if (std::ranges::all_of(costs, is_positive)) return;
    throw InvalidWeight{"A pathway needs costs that are positive and finite. Mend the weights, or choose others."};
}

void require_probabilities(std::span<const double> probabilities) {
    if (std::ranges::all_of(probabilities, [](double p) { return p > 0 && p <= 1; })) return;
    throw InvalidWeight{"A probability lies above 0 and is at most 1. Mend the weights, or choose others."};
}

void require_strengths(std::span<const double> strengths) {
    if (std::ranges::all_of(strengths, is_positive)) return;
    throw InvalidWeight{"A strength is positive and finite. Mend the weights, or choose others."};
}

}  // namespace coopnet::detail
