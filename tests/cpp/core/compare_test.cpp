#include <gtest/gtest.h>
#include <coopnet/core/compare.hpp>

#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace coopnet {
namespace {

TEST(CostScale, CallsSumsEqualThatAreEqualOnPaper) {
    const std::vector<double> given{0.1, 0.7, 0.3, 0.5};
    const CostScale scale{given, 4};
    const auto costs = scale.costs();
    ASSERT_TRUE(scale.exact());
    EXPECT_NE(0.1 + 0.7, 0.3 + 0.5);  // what doubles say
    EXPECT_TRUE(scale.equal(costs[0] + costs[1], costs[2] + costs[3]));
    EXPECT_DOUBLE_EQ(scale.length(costs[0] + costs[1]), 0.8);
}

TEST(CostScale, TellsDecimalsApartThatATakenToleranceWouldNot) {
    const CostScale scale{std::vector<double>{1'000'000, 0.000001}, 2};
    ASSERT_TRUE(scale.exact());
    EXPECT_TRUE(scale.less(scale.costs()[0], scale.costs()[0] + scale.costs()[1]));
}

// The oracle holds every cost as a whole number of units and never touches a double.
TEST(CostScale, OrdersSumsOfDecimalsAsWholeNumbersDo) {
    std::mt19937 random{1};
    for (int round = 0; round < 2000; ++round) {
        const int decimals = static_cast<int>(random() % 10);
        std::int64_t unit = 1;
        for (int i = 0; i < decimals; ++i) unit *= 10;
        std::vector<std::int64_t> whole;
        std::vector<double> given;
        for (int i = 0; i < 8; ++i) {
            whole.push_back(static_cast<std::int64_t>(random() % 1000));
            given.push_back(static_cast<double>(whole.back()) / static_cast<double>(unit));
        }
        const CostScale scale{given, given.size()};
        ASSERT_TRUE(scale.exact());
        const auto sum = [&](std::size_t from) {
            double total = 0;
            for (std::size_t i = from; i < from + 4; ++i) total += scale.costs()[i];
            return total;
        };
        const std::int64_t first = whole[0] + whole[1] + whole[2] + whole[3];
        const std::int64_t second = whole[4] + whole[5] + whole[6] + whole[7];
        ASSERT_EQ(scale.equal(sum(0), sum(4)), first == second);
        ASSERT_EQ(scale.less(sum(0), sum(4)), first < second);
    }
}

TEST(CostScale, ComparesWithinATolerationWhereThereIsNoDecimalScale) {
    const double third = 1.0 / 3;
    const CostScale scale{std::vector<double>{third, 2 * third}, 2};
    ASSERT_FALSE(scale.exact());
    EXPECT_TRUE(scale.equal(1, 1 + 1e-11));
    EXPECT_FALSE(scale.equal(1, 1 + 1e-9));
    EXPECT_FALSE(scale.less(1, 1 + 1e-11));
    EXPECT_EQ(scale.length(third), third);
}

TEST(CostScale, KeepsTinyCostsApart) {
    const CostScale scale{std::vector<double>{1e-14, 3e-14}, 2};
    EXPECT_TRUE(scale.less(scale.costs()[0], scale.costs()[1]));
    EXPECT_GT(scale.costs()[0], 0);
}

TEST(CostScale, GivesUpExactnessBeforeSumsOutgrowADouble) {
    EXPECT_TRUE((CostScale{std::vector<double>{1e15}, 8}).exact());
    EXPECT_FALSE((CostScale{std::vector<double>{1e15}, 9}).exact());
    EXPECT_FALSE((CostScale{std::vector<double>{std::numeric_limits<double>::infinity()}, 1}).exact());
}

TEST(CostScale, OfNothingIsExact) {
    EXPECT_TRUE((CostScale{{}, 0}).exact());
}

TEST(NearlyEqual, HoldsWithinARelativeTenBillionth) {
    EXPECT_TRUE(nearly_equal(1e-300, 1e-300));
    EXPECT_TRUE(nearly_equal(1e300, 1e300 * (1 + 1e-11)));
    EXPECT_FALSE(nearly_equal(1e-20, 2e-20));
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_TRUE(nearly_equal(infinity, infinity));
    EXPECT_FALSE(nearly_equal(infinity, 1));
    EXPECT_FALSE(nearly_equal(std::numeric_limits<double>::quiet_NaN(), 1));
}

}  // namespace
}  // namespace coopnet
