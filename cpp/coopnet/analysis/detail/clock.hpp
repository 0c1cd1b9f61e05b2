#pragma once

#include <coopnet/core/compare.hpp>
#include <coopnet/core/moment.hpp>

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstddef>
#include <span>

namespace coopnet::detail {

/// Compares moments by the one rule for "equally long", CostScale's: exactly if all times share a
/// decimal scale, else within 1e-10 of the largest, since differences of dates are compared too.
class Clock {
public:
    /// `times` are all that occur, finite; `longest` the most of them that are added up.
    Clock(std::span<const double> times, std::size_t longest) : scale_(times, longest) {
        if (scale_.exact()) return;
        for (const double time : times) tolerance_ = std::max(tolerance_, 1e-10 * std::abs(time));
    }

    /// The times in the clock's unit.
    [[nodiscard]] std::span<const double> times() const noexcept { return scale_.costs(); }
    /// Back in days.
    [[nodiscard]] Moment in_days(Moment moment) const noexcept { return {scale_.length(moment.days), moment.hairs}; }

    [[nodiscard]] std::weak_ordering compare(Moment a, Moment b) const noexcept {
        if (a.days == b.days && std::isinf(a.days)) return std::weak_ordering::equivalent;
        if (std::abs(a.days - b.days) <= tolerance_) return a.hairs <=> b.hairs;
        return a.days < b.days ? std::weak_ordering::less : std::weak_ordering::greater;
    }
    [[nodiscard]] Moment earlier(Moment a, Moment b) const noexcept { return compare(b, a) < 0 ? b : a; }
    [[nodiscard]] Moment later(Moment a, Moment b) const noexcept { return compare(b, a) > 0 ? b : a; }

private:
    CostScale scale_;
    double tolerance_ = 0;
};

}  // namespace coopnet::detail
