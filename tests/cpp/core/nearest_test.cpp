#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/core/nearest.hpp>

#include <string>
#include <vector>

namespace coopnet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<std::string> keys{"KH.CNP", "KH.CSD", "ID.NCB", "IOM"};

TEST(Nearest, PutsTheLeastChangedFirst) {
    EXPECT_THAT(nearest("KH.CPN", keys, 2), ElementsAre("KH.CNP", "KH.CSD"));
}

TEST(Nearest, MindsCaseLessThanLetters) {
    EXPECT_THAT(nearest("iom", keys, 1), ElementsAre("IOM"));
    EXPECT_THAT(nearest("IOM", std::vector<std::string>{"iom", "IOM"}, 2), ElementsAre("IOM", "iom"));
}

TEST(Nearest, CountsASwapOfTwoNeighborsAsOneChange) {
    EXPECT_THAT(nearest("abdc", std::vector<std::string>{"abxx", "abcd"}, 1), ElementsAre("abcd"));
}

TEST(Nearest, NamesNothingThatSharesTooLittle) {
    EXPECT_THAT(nearest("xyzzy", keys), IsEmpty());
    EXPECT_THAT(nearest("", keys), IsEmpty());
    EXPECT_THAT(nearest("IOM", std::vector<std::string>{}), IsEmpty());
}

TEST(NearestHint, EndsASentence) {
    EXPECT_EQ(nearest_hint("KH.CPN", keys), " Nearest: KH.CNP, KH.CSD.");
    EXPECT_EQ(nearest_hint("xyzzy", keys), "");
}

}  // namespace
}  // namespace coopnet
