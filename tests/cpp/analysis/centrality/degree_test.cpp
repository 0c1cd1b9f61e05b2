#include <coopnet/analysis/centrality/degree.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/graphs.hpp>

#include <cmath>
#include <limits>
#include <vector>

namespace coopnet::centrality {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Degree, CountsTiesOutInAndAll) {
    const Digraph view{3, {{0, 1}, {0, 2}, {2, 0}}};
    EXPECT_THAT(degree(view, {.mode = Mode::out}).values, ElementsAre(2, 0, 1));
    EXPECT_THAT(degree(view, {.mode = Mode::in}).values, ElementsAre(1, 1, 1));
    EXPECT_THAT(degree(view).values, ElementsAre(3, 1, 2));
}

TEST(Degree, CountsALoopOnceEachWayAndTwiceInAll) {
    const Digraph directed{1, {{0, 0}}};
    EXPECT_THAT(degree(directed, {.mode = Mode::out}).values, ElementsAre(1));
    EXPECT_THAT(degree(directed, {.mode = Mode::in}).values, ElementsAre(1));
    EXPECT_THAT(degree(directed).values, ElementsAre(2));
    EXPECT_THAT(degree(Digraph{1, {{0, 0, 1, true}}}, {.mode = Mode::out}).values, ElementsAre(1));
    EXPECT_THAT(degree(Ugraph{1, {{0, 0}}}).values, ElementsAre(2));
}

TEST(Degree, CountsAnUndirectedTieOfADirectedViewOnceAtEachEnd) {
    const Digraph view{2, {{0, 1, 1, true}}};
    for (const Mode mode : {Mode::out, Mode::in, Mode::all}) {
        EXPECT_THAT(degree(view, {.mode = mode}).values, ElementsAre(1, 1));
    }
}

TEST(Degree, IsTheSameEachWayWithoutDirections) {
    const Ugraph view{3, {{0, 1}, {0, 2}, {1, 1}}};
    for (const Mode mode : {Mode::out, Mode::in, Mode::all}) {
        EXPECT_THAT(degree(view, {.mode = mode}).values, ElementsAre(2, 3, 1));
    }
}

TEST(Degree, NormalizedDividesByTheOthers) {
    EXPECT_THAT(degree(support::star<Direction::undirected>(4), {.normalized = true}).values,
                ElementsAre(1, 0.25, 0.25, 0.25, 0.25));
    EXPECT_THAT(degree(Ugraph{}, {.normalized = true}).values, IsEmpty());
    const Scores alone = degree(Ugraph{1, {}}, {.normalized = true});
    EXPECT_TRUE(std::isnan(alone.values[0]));
    EXPECT_FALSE(alone.why.empty());
}

TEST(Strength, AddsTheStrengthsOfTies) {
    const Digraph view{3, {{0, 1}, {0, 2}, {1, 1}, {1, 2, 1, true}}};
    const std::vector<double> strengths{0.5, 2, 4, 8};
    EXPECT_THAT(strength(view, strengths, Mode::out).values, ElementsAre(2.5, 12, 8));
    EXPECT_THAT(strength(view, strengths, Mode::in).values, ElementsAre(0, 12.5, 10));
    EXPECT_THAT(strength(view, strengths).values, ElementsAre(2.5, 16.5, 10));
}

TEST(Strength, RefusesWhatIsNoStrength) {
    for (const double bad : {0.0, -1.0, std::numeric_limits<double>::infinity(), std::nan("")}) {
        EXPECT_THROW(strength(Ugraph{2, {{0, 1}}}, std::vector{bad}), InvalidWeight) << bad;
    }
}

}  // namespace
}  // namespace coopnet::centrality
