#include <coopnet/analysis/flows/maximum.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/flows.hpp>

#include <cmath>
#include <vector>

namespace coopnet::flows {
namespace {

using support::FlowCase;
using support::FlowShape;
using ::testing::ElementsAre;

const std::vector<Vertex> first{0}, second{1};

class MaximumOfSmallNetworks : public ::testing::TestWithParam<FlowShape> {};

TEST_P(MaximumOfSmallNetworks, IsTheLeastOfAllCuts) {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        SCOPED_TRACE(seed);
        const FlowCase asked = support::flow_case(seed, GetParam());
        const auto most = support::most_by_cuts(asked);
        Monitor monitor;
        support::with_view(asked, [&](const auto& view) {
            const Flow flow = maximum(view, first, second, asked.bounds(), monitor);
            if (most && std::isinf(*most)) {
                ASSERT_GE(flow.endless.size(), 2);
                EXPECT_EQ(flow.endless.front(), 0);
                EXPECT_EQ(flow.endless.back(), 1);
            } else if (!most && flow.endless.empty()) {
                ASSERT_TRUE(flow.shortage);
                EXPECT_GT(flow.shortage->must, flow.shortage->can);
            } else if (most) {
                ASSERT_FALSE(flow.shortage);
                support::expect_flow(asked, flow, *most);
            }
        });
    }
}

INSTANTIATE_TEST_SUITE_P(OfAnyShape, MaximumOfSmallNetworks, ::testing::ValuesIn(support::flow_shapes));

TEST(Maximum, SaysWhereMoreMustComeThanCanLeave) {
    Monitor monitor;
    const Digraph chain{3, {{0, 2}, {0, 2}, {2, 1}}};
    const std::vector<double> capacities{5, 5, 4}, least{3, 2, 0};
    const Flow flow = maximum(chain, first, second, {capacities, least, {}}, monitor);
    ASSERT_TRUE(flow.shortage);
    EXPECT_THAT(flow.shortage->vertices, ElementsAre(2));
    EXPECT_THAT(flow.shortage->into, ElementsAre(0, 1));
    EXPECT_THAT(flow.shortage->out, ElementsAre(2));
    EXPECT_EQ(flow.shortage->must, 5);
    EXPECT_EQ(flow.shortage->can, 4);
}

TEST(Maximum, SaysWhichTieMustCarryMoreThanItHolds) {
    Monitor monitor;
    const std::vector<double> capacities{2}, least{3};
    const Flow flow = maximum(Digraph{2, {{0, 1}}}, first, second, {capacities, least, {}}, monitor);
    ASSERT_TRUE(flow.shortage);
    EXPECT_THAT(flow.shortage->into, ElementsAre(0));
    EXPECT_EQ(flow.shortage->must, 3);
    EXPECT_EQ(flow.shortage->can, 2);
}

TEST(Maximum, RunsInCirclesOnlyWhereItMust) {
    Monitor monitor;
    const Digraph ring{4, {{0, 1}, {2, 3}, {3, 2}}};
    const std::vector<double> capacities{1, 5, 5}, least{0, 2, 0};
    EXPECT_THAT(maximum(ring, first, second, {capacities, least, {}}, monitor).amounts, ElementsAre(1, 2, 2));
    EXPECT_THAT(maximum(ring, first, second, {capacities, {}, {}}, monitor).amounts, ElementsAre(1, 0, 0));
}

TEST(Maximum, FeedsSeveralSourcesIntoSeveralTargets) {
    Monitor monitor;
    const Ugraph cross{5, {{0, 2}, {1, 2}, {2, 3}, {2, 4}}};
    const std::vector<double> capacities{1, 2, 4, 5}, rooms{9, 9, 2.5, 9, 9};
    const std::vector<Vertex> sources{0, 1}, targets{3, 4};
    EXPECT_EQ(maximum(cross, sources, targets, {capacities, {}, {}}, monitor).value, 3);
    EXPECT_EQ(maximum(cross, sources, targets, {capacities, {}, rooms}, monitor).value, 2.5);
}

TEST(Maximum, RefusesASourceThatIsATarget) {
    Monitor monitor;
    const std::vector<double> capacities{1};
    EXPECT_THROW(maximum(Ugraph{2, {{0, 1}}}, first, first, {capacities, {}, {}}, monitor), InvalidOption);
}

TEST(Maximum, RefusesBoundsThatAreNone) {
    Monitor monitor;
    const Ugraph pair{2, {{0, 1}}};
    const std::vector<double> one{1}, bad{-1}, none{std::nan("")}, rooms{1, std::nan("")};
    EXPECT_THROW(maximum(pair, first, second, {bad, {}, {}}, monitor), InvalidWeight);
    EXPECT_THROW(maximum(pair, first, second, {none, {}, {}}, monitor), InvalidWeight);
    EXPECT_THROW(maximum(pair, first, second, {one, bad, {}}, monitor), InvalidWeight);
    EXPECT_THROW(maximum(pair, first, second, {one, {}, rooms}, monitor), InvalidWeight);
    EXPECT_THROW(maximum(pair, first, second, {{}, {}, {}}, monitor), InvalidOption);
}

}  // namespace
}  // namespace coopnet::flows
