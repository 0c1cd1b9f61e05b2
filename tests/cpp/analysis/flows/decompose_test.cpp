#include <coopnet/analysis/flows/decompose.hpp>
#include <coopnet/analysis/flows/maximum.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/flows.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace coopnet::flows {
namespace {

using support::FlowCase;
using support::FlowShape;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<Vertex> first{0}, second{1};

// Adds a route to `sum`, each edge in the way that it is gone.
void add(const FlowCase& asked, const FlowRoute& route, std::vector<double>& sum) {
    ASSERT_EQ(route.vertices.size(), route.edges.size() + 1);
    for (std::size_t i = 0; i < route.edges.size(); ++i) {
        const EdgeSpec& edge = asked.edges[route.edges[i]];
        const bool along = edge.source == route.vertices[i] && edge.target == route.vertices[i + 1];
        const bool back = edge.target == route.vertices[i] && edge.source == route.vertices[i + 1];
        ASSERT_TRUE(along || back);
        sum[route.edges[i]] += along ? route.amount : -route.amount;
    }
}

class RoutesOfSmallFlows : public ::testing::TestWithParam<FlowShape> {};

TEST_P(RoutesOfSmallFlows, AddUpToTheFlow) {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        SCOPED_TRACE(seed);
        const FlowCase asked = support::flow_case(seed, GetParam());
        Monitor monitor;
        support::with_view(asked, [&](const auto& view) {
            const Flow flow = maximum(view, first, second, asked.bounds(), monitor);
            if (flow.shortage || !flow.endless.empty()) return;
            const FlowRoutes found = decompose(view, flow.amounts, {}, monitor);
            std::vector<double> sum(asked.edges.size(), 0);
            double value = 0, last = unlimited;
            for (const FlowRoute& route : found.routes) {
                add(asked, route, sum);
                EXPECT_EQ(route.vertices.front(), flow.value > 0 ? 0 : 1);
                EXPECT_EQ(route.vertices.back(), flow.value > 0 ? 1 : 0);
                EXPECT_GT(route.amount, 0);
                EXPECT_LE(route.amount, last);
                value += route.amount;
                last = route.amount;
            }
            for (const FlowRoute& circle : found.circles) {
                add(asked, circle, sum);
                EXPECT_EQ(circle.vertices.front(), circle.vertices.back());
                EXPECT_TRUE(GetParam().has_least);
            }
            EXPECT_NEAR(value, std::abs(flow.value), 1e-9);
            const auto used = std::ranges::count_if(flow.amounts, [](double amount) { return amount != 0; });
            EXPECT_LE(found.routes.size() + found.circles.size(), used);
            for (std::size_t i = 0; i < sum.size(); ++i) EXPECT_NEAR(sum[i], flow.amounts[i], 1e-9);
        });
    }
}

INSTANTIATE_TEST_SUITE_P(OfAnyShape, RoutesOfSmallFlows, ::testing::ValuesIn(support::flow_shapes));

TEST(Decompose, TakesTheWidestFirstAndCirclesApart) {
    Monitor monitor;
    const Digraph view{5, {{0, 2}, {2, 1}, {0, 1}, {3, 4}, {4, 3}, {4, 4}}};
    const std::vector<double> amounts{0.3, 0.3, 0.1, 2, 2, 7};
    const FlowRoutes found = decompose(view, amounts, {}, monitor);
    ASSERT_EQ(found.routes.size(), 2);
    EXPECT_THAT(found.routes[0].vertices, ElementsAre(0, 2, 1));
    EXPECT_EQ(found.routes[0].amount, 0.3);
    EXPECT_THAT(found.routes[1].edges, ElementsAre(2));
    ASSERT_EQ(found.circles.size(), 1);
    EXPECT_THAT(found.circles[0].vertices, ElementsAre(3, 4, 3));
    EXPECT_EQ(found.circles[0].amount, 2);
}

TEST(Decompose, StopsAtALimit) {
    Monitor monitor;
    const Digraph view{2, {{0, 1}, {0, 1}}};
    const std::vector<double> amounts{1, 2};
    const FlowRoutes found = decompose(view, amounts, {.max_results = 1}, monitor);
    EXPECT_TRUE(found.partial);
    EXPECT_EQ(found.routes.size(), 1);
    EXPECT_FALSE(decompose(view, amounts, {.max_results = 2}, monitor).partial);
    EXPECT_THROW(decompose(view, amounts, {.max_results = 0}, monitor), InvalidOption);
}

TEST(Decompose, RefusesAmountsAgainstTheWay) {
    Monitor monitor;
    const std::vector<double> back{-1.0}, none{std::nan("")};
    EXPECT_THROW(decompose(Digraph{2, {{0, 1}}}, back, {}, monitor), InvalidWeight);
    EXPECT_THROW(decompose(Ugraph{2, {{0, 1}}}, none, {}, monitor), InvalidWeight);
    EXPECT_EQ(decompose(Ugraph{2, {{0, 1}}}, back, {}, monitor).routes[0].vertices.front(), 1);
}

}  // namespace
}  // namespace coopnet::flows
