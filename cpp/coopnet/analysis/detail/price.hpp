#pragma once

#include <compare>

namespace coopnet::detail {

/// What a way costs, then its steps: so ways that cost nothing have an order too.
struct Price {
    double cost = 0;
    double steps = 0;
    friend auto operator<=>(const Price&, const Price&) = default;
    friend Price operator+(Price a, Price b) noexcept { return {a.cost + b.cost, a.steps + b.steps}; }
    friend Price operator-(Price a, Price b) noexcept { return {a.cost - b.cost, a.steps - b.steps}; }
};

}  // namespace coopnet::detail
