#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/analysis/flows/suppress.hpp>

#include <limits>
#include <vector>

namespace coopnet::flows {
namespace {

using ::testing::ElementsAre;

constexpr double infinite = std::numeric_limits<double>::infinity();

CountTable exact(std::vector<double> counts, std::vector<Sum> sums = {}) {
    CountTable table;
    table.low = counts;
    table.high = std::move(counts);
    table.sums = std::move(sums);
    return table;
}

TEST(SmallCounts, LieAboveZeroAndBelowK) {
    EXPECT_THAT(small_counts(exact({0, 1, 10, 11, 12}), 11, false), ElementsAre(false, true, true, false, false));
}

TEST(SmallCounts, ZerosIfAskedFor) {
    EXPECT_THAT(small_counts(exact({0, 11}), 11, true), ElementsAre(true, false));
}

TEST(SmallCounts, AnEndOfAnIntervalIsANumberToo) {
    const CountTable table{.low = {30, 7, 2, 0, 0}, .high = {infinite, infinite, 40, 8, infinite}, .sums = {}};
    EXPECT_THAT(small_counts(table, 11, false), ElementsAre(false, true, true, true, false));
    EXPECT_THAT(small_counts(table, 11, true), ElementsAre(false, true, true, true, false));
}

TEST(Attacked, KnowsWhatIsShownAndTheSums) {
    const auto program = attacked(exact({62, 55, 7}, {{.whole = 0, .parts = {1, 2}}}), {false, false, true});
    EXPECT_THAT(program.low, ElementsAre(62, 55, 1));
    EXPECT_THAT(program.high, ElementsAre(62, 55, infinite));
    EXPECT_THAT(program.rows.starts, ElementsAre(0, 3));
    EXPECT_THAT(program.rows.columns, ElementsAre(0, 1, 2));
    EXPECT_THAT(program.rows.values, ElementsAre(1, -1, -1));
    EXPECT_THAT(program.rows.low, ElementsAre(0));
    EXPECT_THAT(program.rows.high, ElementsAre(0));
}

TEST(Attacked, PartsThatNeedNotMakeUpTheWholeLeaveItOpenAbove) {
    const auto program = attacked(exact({9, 4}, {{.whole = 0, .parts = {1}, .exact = false}}), {false, false});
    EXPECT_THAT(program.rows.high, ElementsAre(infinite));
}

TEST(Covered, AsksForTwoReadingsSoFarApart) {
    // Of the three counts the second is to be protected, the third must stay as it is.
    const CountTable table = exact({62, 55, 0}, {{.whole = 0, .parts = {1, 2}}});
    const auto program = covered(table, {false, true, false}, std::vector<double>{2, 1, infinite}, 1, 11);
    EXPECT_THAT(program.costs, ElementsAre(0, 0, 0, 0, 0, 0, 2, 0, 0));
    EXPECT_THAT(program.low, ElementsAre(1, 1, 0, 1, 1, 0, 0, 0, 0));
    EXPECT_THAT(program.high, ElementsAre(infinite, infinite, 0, infinite, infinite, 0, infinite, 0, 0));
    // Two sums, four rows that say how far the first count is from 62, and the distance asked for.
    EXPECT_THAT(program.rows.low, ElementsAre(0, 0, -infinite, 62, -infinite, 62, 11));
    EXPECT_THAT(program.rows.high, ElementsAre(0, 0, 62, infinite, 62, infinite, infinite));
}

}  // namespace
}  // namespace coopnet::flows
