#include <coopnet/analysis/detail/sorter.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <random>
#include <vector>

namespace coopnet::detail {
namespace {

constexpr std::size_t many = 1000;

using Make = std::function<double()>;

std::vector<double> some(const Make& make, std::size_t count = many) {
    std::vector<double> numbers(count);
    std::ranges::generate(numbers, make);
    return numbers;
}

// As comparison sorts them; −0 and 0 are equal, and so may stand in either order.
void expect_sorted(Sorter& sorter, std::vector<double> numbers) {
    auto expected = numbers;
    std::ranges::sort(expected);
    const auto zeros_below = std::ranges::count_if(numbers, [](double x) { return x == 0 && std::signbit(x); });
    sorter.sort(numbers);
    EXPECT_EQ(numbers, expected);
    EXPECT_EQ(std::ranges::count_if(numbers, [](double x) { return x == 0 && std::signbit(x); }), zeros_below);
}

TEST(Sorter, OrdersWhateverNumbers) {
    std::mt19937_64 random{1};
    std::normal_distribution<double> normal;
    std::uniform_int_distribution<int> few(-2, 2);
    const auto any = [&] {
        double number = NAN;
        while (std::isnan(number)) number = std::bit_cast<double>(random());
        return number;
    };
    const double tiny = std::numeric_limits<double>::denorm_min();
    Sorter sorter;
    for (const Make& make : std::vector<Make>{
             any,
             [&] { return normal(random); },
             [&] { return std::pow(10, 20 * normal(random)); },
             [&] { return few(random); },
             [&] { return few(random) * -0.0; },
             [&] { return few(random) * tiny; },
             [&] { return static_cast<double>(random() >> 12) * tiny; },
             [&] { return -1 - (std::abs(normal(random)) * 1e-14); },
             [&] { return 1 + (normal(random) * 1e-12); },
             [&] { return std::copysign(std::numeric_limits<double>::infinity(), few(random)); },
             [] { return 7.0; },
         }) {
        expect_sorted(sorter, some(make));
    }
}

TEST(Sorter, OrdersFewAndManyWithTheSameRoom) {
    std::mt19937 random{2};
    std::normal_distribution<double> normal;
    Sorter sorter;
    for (const std::size_t count : {0U, 1U, 2U, 5000U, 255U, 256U, 257U, 70'000U, 300U})
        expect_sorted(sorter, some([&] { return normal(random); }, count));
}

TEST(Sorter, LeavesWhatIsSortedAndTurnsWhatIsReversed) {
    double last = -0.5;
    auto numbers = some([&] { return last += 1.0 / many; });
    Sorter sorter;
    expect_sorted(sorter, numbers);
    std::ranges::reverse(numbers);
    expect_sorted(sorter, numbers);
}

}  // namespace
}  // namespace coopnet::detail
