#include <coopnet/analysis/flows/together.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace coopnet::flows {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

// Two things through one undirected tie: its columns are there and back of each, then what each has in all.
TEST(Together, LaysOutWhatFlowsThroughATie) {
    const Ugraph pair{2, {{0, 1}, {1, 1}}};
    const std::vector<double> capacities{4, 9};
    const std::vector<Commodity> two{{0, 1, 3}, {1, 0, unlimited}};
    const Program program = together(pair, two, {capacities, {}, {}}, false);
    EXPECT_THAT(program.edge, ElementsAre(0, 0));  // the loop carries nothing
    EXPECT_THAT(program.back, ElementsAre(0, 1));
    EXPECT_THAT(program.limits, ElementsAre(unlimited, unlimited, unlimited, unlimited, 3, unlimited));
    // Two things kept at two vertices, and one tie.
    EXPECT_THAT(program.rows.low, Each(0));
    EXPECT_THAT(program.rows.high, ElementsAre(0, 0, 0, 0, 4));
    EXPECT_THAT(program.rows.starts, ElementsAre(0, 3, 6, 9, 12, 16));
    EXPECT_THAT(program.rows.columns, ElementsAre(0, 1, 4, 1, 0, 4, 2, 3, 5, 3, 2, 5, 0, 1, 2, 3));
    EXPECT_THAT(program.rows.values, ElementsAre(1, -1, -1, 1, -1, 1, 1, -1, 1, 1, -1, -1, 1, 1, 1, 1));
}

TEST(Together, SharesOneShareAndMakesRoomOfItsOwnSource) {
    const Digraph pair{2, {{0, 1}}};
    const std::vector<double> capacities{unlimited}, rooms{5, unlimited};
    const Program program = together(pair, std::vector<Commodity>{{0, 1, 2}}, {capacities, {}, rooms}, true);
    EXPECT_THAT(program.rows.high, ElementsAre(0, 0, 5, 0));
    EXPECT_THAT(program.rows.columns, ElementsAre(0, 1, 0, 1, 1, 1, 2));
    EXPECT_THAT(program.rows.values, ElementsAre(1, -1, -1, 1, 1, 1, -2));
    EXPECT_THAT(program.limits, Each(unlimited));
}

TEST(Together, RefusesWhatCannotFlow) {
    const Digraph pair{2, {{0, 1}}};
    const std::vector<double> capacities{1};
    const auto ask = [&](const std::vector<Commodity>& commodities, bool shares) {
        return together(pair, commodities, {capacities, {}, {}}, shares);
    };
    EXPECT_THROW(ask({}, false), InvalidOption);
    EXPECT_THROW(ask({{1, 1}}, false), InvalidOption);
    EXPECT_THROW(ask({{0, 1}}, true), InvalidOption);
    EXPECT_THROW(ask({{0, 1, 0}}, true), InvalidOption);
    EXPECT_THROW(ask({{0, 1, -1}}, false), InvalidWeight);
    EXPECT_THROW(ask({{0, 1, std::nan("")}}, true), InvalidWeight);
}

}  // namespace
}  // namespace coopnet::flows
