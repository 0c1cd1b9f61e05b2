#include <coopnet/core/random.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>
#include <vector>

namespace coopnet {
namespace {

TEST(Random, FollowsFromSeedAndTaskAlone) {
    Random first{7, 3}, again{7, 3};
    for (int i = 0; i < 100; ++i) EXPECT_EQ(first.next(), again.next());
}

TEST(Random, DrawsTheSameNumbersOnEveryMachine) {
    Random random{42};
    const std::array drawn{random.next(), random.next(), random.next()};
    EXPECT_THAT(drawn, ::testing::ElementsAre(14241928491073317330U, 7040222520599051659U, 13020563333957079210U));
}

TEST(Random, BeginsElsewhereForEachSeedAndTask) {
    std::set<std::uint64_t> begun;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        for (std::uint64_t task = 0; task < 100; ++task) begun.insert(Random{seed, task}.next());
    }
    EXPECT_EQ(begun.size(), 10'000U);
}

TEST(Random, DrawsEachNumberBelowABoundAboutEquallyOften) {
    Random random{1};
    std::array<int, 7> drawn{};
    for (int i = 0; i < 70'000; ++i) ++drawn[random.below(7)];
    for (const int times : drawn) EXPECT_NEAR(times, 10'000, 500);  // five standard deviations
    EXPECT_EQ(random.below(1), 0U);
}

TEST(Random, DrawsUnitsFromZeroToBelowOne) {
    Random random{2};
    double sum = 0;
    for (int i = 0; i < 10'000; ++i) {
        const double unit = random.unit();
        ASSERT_GE(unit, 0);
        ASSERT_LT(unit, 1);
        sum += unit;
    }
    EXPECT_NEAR(sum / 10'000, 0.5, 0.015);
}

TEST(Random, ShufflesIntoEveryOrderAboutEquallyOften) {
    Random random{3};
    std::map<std::vector<int>, int> orders;
    for (int i = 0; i < 6'000; ++i) {
        std::vector items{1, 2, 3};
        random.shuffle(std::span{items});
        ++orders[items];
    }
    EXPECT_EQ(orders.size(), 6U);
    for (const auto& [order, times] : orders) EXPECT_NEAR(times, 1'000, 150);
}

TEST(Random, LeavesNothingAndOneAlone) {
    Random random{4};
    std::vector<int> nothing, one{5};
    random.shuffle(std::span{nothing});
    random.shuffle(std::span{one});
    EXPECT_THAT(one, ::testing::ElementsAre(5));
}

}  // namespace
}  // namespace coopnet
