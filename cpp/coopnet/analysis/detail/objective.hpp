#pragma once

#include <coopnet/core/compare.hpp>
#include <coopnet/view/csr.hpp>

#include <algorithm>
#include <compare>
#include <cstdint>
#include <limits>
#include <span>

// What a pathway adds up, and which of two is better. A search is a template on one of
// these, so that the ways of least cost and of most reliability are found by the same code.
namespace coopnet::detail {

/// How long a pathway is: first by its value, among equal values by its steps.
struct Length {
    double value = 0;
    std::uint32_t steps = 0;
};

/// Sums of costs; less is better.
class TotalCost {
public:
    /// `longest` is the most steps a pathway can have.
    TotalCost(std::span<const double> costs, std::size_t longest) : scale_(costs, longest) {}

    [[nodiscard]] static Length nothing() noexcept { return {0, 0}; }
    [[nodiscard]] static bool passable(EdgeId /*edge*/) noexcept { return true; }
    [[nodiscard]] Length with(Length length, EdgeId edge) const noexcept {
        return {length.value + scale_.costs()[edge], length.steps + 1};
    }
    [[nodiscard]] static Length joined(Length a, Length b) noexcept { return {a.value + b.value, a.steps + b.steps}; }
    [[nodiscard]] bool equal(Length a, Length b) const noexcept { return scale_.equal(a.value, b.value); }
    /// `less` is better.
    [[nodiscard]] std::weak_ordering compare(Length a, Length b) const noexcept {
        if (equal(a, b)) return a.steps <=> b.steps;
        return a.value < b.value ? std::weak_ordering::less : std::weak_ordering::greater;
    }
    [[nodiscard]] double value(Length length) const noexcept { return scale_.length(length.value); }

private:
    CostScale scale_;
};

/// Products of probabilities, as they run along the pathway and never by logarithms; more
/// is better. A step of probability 1 is still a step, one of 0 is none.
class Reliability {
public:
    explicit Reliability(std::span<const double> probabilities) : probabilities_(probabilities) {}

    [[nodiscard]] static Length nothing() noexcept { return {1, 0}; }
    [[nodiscard]] bool passable(EdgeId edge) const noexcept { return probabilities_[edge] > 0; }
    [[nodiscard]] Length with(Length length, EdgeId edge) const noexcept {
        return {length.value * probabilities_[edge], length.steps + 1};
    }
    [[nodiscard]] static Length joined(Length a, Length b) noexcept { return {a.value * b.value, a.steps + b.steps}; }
    [[nodiscard]] static bool equal(Length a, Length b) noexcept { return nearly_equal(a.value, b.value); }
    /// `less` is better.
    [[nodiscard]] static std::weak_ordering compare(Length a, Length b) noexcept {
        if (equal(a, b)) return a.steps <=> b.steps;
        return a.value > b.value ? std::weak_ordering::less : std::weak_ordering::greater;
    }
    [[nodiscard]] static double value(Length length) noexcept { return length.value; }

private:
    std::span<const double> probabilities_;
};

/// The narrowest edge; wider is better. An edge of width 0 is none.
class Width {
public:
    explicit Width(std::span<const double> widths) : widths_(widths) {}

    [[nodiscard]] static Length nothing() noexcept { return {std::numeric_limits<double>::infinity(), 0}; }
    [[nodiscard]] bool passable(EdgeId edge) const noexcept { return widths_[edge] > 0; }
    [[nodiscard]] Length with(Length length, EdgeId edge) const noexcept {
        return {std::min(length.value, widths_[edge]), length.steps + 1};
    }
    [[nodiscard]] static Length joined(Length a, Length b) noexcept {
        return {std::min(a.value, b.value), a.steps + b.steps};
    }
    [[nodiscard]] static bool equal(Length a, Length b) noexcept { return a.value == b.value; }
    /// `less` is better.
    [[nodiscard]] static std::weak_ordering compare(Length a, Length b) noexcept {
        if (equal(a, b)) return a.steps <=> b.steps;
        return a.value > b.value ? std::weak_ordering::less : std::weak_ordering::greater;
    }
    [[nodiscard]] static double value(Length length) noexcept { return length.value; }

private:
    std::span<const double> widths_;
};

}  // namespace coopnet::detail
