#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace coopnet {

/// Equal within a relative 1e-10: for products of probabilities and sums without a scale.
[[nodiscard]] inline bool nearly_equal(double a, double b) noexcept {
    if (a == b) return true;
    if (!std::isfinite(a) || !std::isfinite(b)) return false;
    return std::abs(a - b) <= 1e-10 * std::max(std::abs(a), std::abs(b));
}

/// The one rule for "equally long": sums of costs that are equal on paper are equal.
///
/// If all costs are decimals of at most nine places (0.1, 0.25, 3), they are turned into
/// whole numbers whose sums a double holds exactly, and `==` decides. Otherwise two lengths
/// are equal within a relative 1e-10.
class CostScale {
public:
    /// `longest` is the most costs that one sum can have: the actors of the network.
    CostScale(std::span<const double> costs, std::size_t longest);

    /// The costs to add up, whole numbers where that is possible.
    [[nodiscard]] std::span<const double> costs() const noexcept { return costs_; }
    [[nodiscard]] bool exact() const noexcept { return exact_; }

    [[nodiscard]] bool equal(double a, double b) const noexcept { return exact_ ? a == b : nearly_equal(a, b); }
    [[nodiscard]] bool less(double a, double b) const noexcept { return a < b && !equal(a, b); }

    /// A length summed from `costs()`, in the unit the costs were given in.
    [[nodiscard]] double length(double sum) const noexcept { return sum / factor_; }

private:
    std::vector<double> costs_;
    double factor_ = 1;
    bool exact_ = false;
};

}  // namespace coopnet
