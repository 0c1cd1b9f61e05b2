#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/analysis/flows/sums.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace coopnet::flows {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST(SumsAmong, FindsEachWayToMakeUpACount) {
    EXPECT_THAT(sums_among(std::vector<double>{62, 55, 7, 52, 10}, 2, 4),
                ElementsAre(Sum{.whole = 0, .parts = {1, 2}}, Sum{.whole = 0, .parts = {3, 4}}));
}

TEST(SumsAmong, OneOtherThatIsTheSameIsASumOfOne) {
    EXPECT_THAT(sums_among(std::vector<double>{31, 8, 31}, 1, 1),
                ElementsAre(Sum{.whole = 0, .parts = {2}}, Sum{.whole = 2, .parts = {0}}));
}

TEST(SumsAmong, ZerosAndWhatIsNotKnownAreNoParts) {
    EXPECT_THAT(sums_among(std::vector<double>{5, 0, 5, none}, 2, 3), IsEmpty());
    EXPECT_THAT(sums_among(std::vector<double>{}, 1, 4), IsEmpty());
}

TEST(SumsAmong, DecimalsThatAreEqualOnPaperAreEqual) {
    EXPECT_THAT(sums_among(std::vector<double>{0.3, 0.1, 0.2}, 2, 2), ElementsAre(Sum{.whole = 0, .parts = {1, 2}}));
}

using Found = std::set<std::pair<std::uint32_t, std::uint32_t>>;  // whole, parts as a mask

Found by_definition(const std::vector<double>& counts, int fewest, int most) {
    Found found;
    for (std::uint32_t set = 1; set < (1U << counts.size()); ++set) {
        double sum = 0;
        int size = 0;
        bool counted = true;
        for (std::uint32_t i = 0; i < counts.size(); ++i) {
            if (!((set >> i) & 1U)) continue;
            counted = counted && counts[i] > 0;
            sum += counts[i];
            ++size;
        }
        if (!counted || size < fewest || size > most) continue;
        for (std::uint32_t whole = 0; whole < counts.size(); ++whole) {
            if (!((set >> whole) & 1U) && counts[whole] == sum) found.emplace(whole, set);
        }
    }
    return found;
}

TEST(SumsAmong, AgreesWithAllSetsOnRandomCounts) {
    std::mt19937 random(1);
    for (int round = 0; round < 60; ++round) {
        std::vector<double> counts(random() % 9);
        for (double& count : counts) count = static_cast<double>(random() % 20);
        Found found;
        for (const Sum& sum : sums_among(counts, 2, 4)) {
            std::uint32_t set = 0;
            for (const auto part : sum.parts) set |= 1U << part;
            EXPECT_TRUE(found.emplace(sum.whole, set).second);
        }
        EXPECT_EQ(found, by_definition(counts, 2, 4));
    }
}

TEST(FittingParts, AreTheLargestSetsWithinTheWhole) {
    EXPECT_THAT(fitting_parts(62, std::vector<double>{55, 7, 52, 10}, 9),
                ElementsAre(Sum{.parts = {0, 1}}, Sum{.parts = {2, 3}}, Sum{.parts = {1, 2}, .exact = false},
                            Sum{.parts = {1, 3}, .exact = false}));
}

TEST(FittingParts, AllThatFitTogetherAreOneSet) {
    EXPECT_THAT(fitting_parts(20, std::vector<double>{8, 4, none, 0, 30}, 9),
                ElementsAre(Sum{.parts = {0, 1}, .exact = false}));
    EXPECT_THAT(fitting_parts(1, std::vector<double>{8}, 9), IsEmpty());
}

TEST(FittingParts, OnlyTheFullestAreKept) {
    EXPECT_THAT(fitting_parts(62, std::vector<double>{55, 7, 52, 10}, 1), ElementsAre(Sum{.parts = {0, 1}}));
}

TEST(FittingParts, OfVeryManyAllButAFewAndEachAlone) {
    // Twenty provinces make up the whole; so do men and women.
    std::vector<double> parts(20, 8);
    parts.push_back(100);
    parts.push_back(60);
    const auto found = fitting_parts(160, parts, 5);
    ASSERT_EQ(found.size(), 1 + 22);
    std::vector<std::uint32_t> provinces(20);
    std::iota(provinces.begin(), provinces.end(), 0U);
    EXPECT_EQ(found[0], (Sum{.parts = provinces}));
    EXPECT_EQ(found.back(), (Sum{.parts = {21}, .exact = false}));
}

TEST(FittingParts, OfManyThatCannotFitEachStandsAlone) {
    EXPECT_EQ(fitting_parts(40, std::vector<double>(17, 8), 99).size(), 17);
}

}  // namespace
}  // namespace coopnet::flows
