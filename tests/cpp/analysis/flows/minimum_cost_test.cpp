#include <coopnet/analysis/flows/minimum_cost.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/flows.hpp>

#include <cmath>
#include <limits>
#include <vector>

namespace coopnet::flows {
namespace {

using support::FlowCase;
using support::FlowShape;
using ::testing::ElementsAre;

const std::vector<Vertex> first{0}, second{1};

// Nothing can be sent round a circle for less than nothing (Klein): no better flow of this value exists.
void expect_cheapest(const FlowCase& asked, const Flow& flow) {
    const std::size_t nodes = 2 * asked.count;  // 2v: into a vertex, 2v + 1: out of it
    std::vector<std::vector<double>> cheapest(nodes, std::vector<double>(nodes, unlimited));
    const auto step = [&](std::size_t from, std::size_t to, double left, double cost) {
        if (left > 1e-9) cheapest[from][to] = std::min(cheapest[from][to], cost);
    };
    std::vector<double> passes(asked.count, 0);
    for (EdgeId edge = 0; edge < asked.edges.size(); ++edge) {
        const auto [source, target, weight, both] = asked.edges[edge];
        if (source == target) continue;
        const double amount = flow.amounts[edge];
        const double along = std::max(amount, 0.0), back = std::max(-amount, 0.0);
        const double least = asked.least.empty() ? 0 : asked.least[edge];
        step((2 * source) + 1, 2 * target, asked.capacities[edge] - along, asked.costs[edge]);
        step(2 * target, (2 * source) + 1, along - least, -asked.costs[edge]);
        if (asked.runs_back(edge)) {
            step((2 * target) + 1, 2 * source, asked.capacities[edge] - back, asked.costs[edge]);
            step(2 * source, (2 * target) + 1, back, -asked.costs[edge]);
        }
        passes[target] += along;
        passes[source] += back;
    }
    passes[0] += flow.value;
    for (Vertex v = 0; v < asked.count; ++v) {
        step(2 * v, (2 * v) + 1, asked.rooms.empty() ? unlimited : asked.rooms[v] - passes[v], 0);
        step((2 * v) + 1, 2 * v, passes[v], 0);
    }
    for (std::size_t k = 0; k < nodes; ++k) {
        for (std::size_t i = 0; i < nodes; ++i) {
            for (std::size_t j = 0; j < nodes; ++j) {
                cheapest[i][j] = std::min(cheapest[i][j], cheapest[i][k] + cheapest[k][j]);
            }
        }
    }
    for (std::size_t i = 0; i < nodes; ++i) EXPECT_GE(cheapest[i][i], -1e-9);
}

class CheapestOfSmallNetworks : public ::testing::TestWithParam<FlowShape> {};

TEST_P(CheapestOfSmallNetworks, CannotBeBetteredByAnyCircle) {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        SCOPED_TRACE(seed);
        const FlowCase asked = support::flow_case(seed, GetParam());
        const auto most = support::most_by_cuts(asked);
        if (!most || std::isinf(*most)) continue;
        Monitor monitor;
        support::with_view(asked, [&](const auto& view) {
            const Flow flow = minimum_cost(view, asked.costs, first, second, asked.bounds(), {}, monitor);
            ASSERT_FALSE(flow.shortage);
            support::expect_flow(asked, flow, *most);
            expect_cheapest(asked, flow);
            double cost = 0;
            for (EdgeId edge = 0; edge < asked.edges.size(); ++edge) {
                cost += std::abs(flow.amounts[edge]) * asked.costs[edge];
            }
            EXPECT_DOUBLE_EQ(flow.cost, cost);
            const Flow more =
                minimum_cost(view, asked.costs, first, second, asked.bounds(), {.amount = *most + 1}, monitor);
            ASSERT_TRUE(more.shortage);
            EXPECT_NEAR(more.shortage->must - more.shortage->can, 1, 1e-9);
        });
    }
}

TEST_P(CheapestOfSmallNetworks, SendsAnAmount) {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        SCOPED_TRACE(seed);
        const FlowCase asked = support::flow_case(seed, GetParam());
        const auto most = support::most_by_cuts(asked);
        if (!most || std::isinf(*most)) continue;
        Monitor monitor;
        support::with_view(asked, [&](const auto& view) {
            const double half = *most / 2;
            const Flow flow = minimum_cost(view, asked.costs, first, second, asked.bounds(), {.amount = half}, monitor);
            if (flow.shortage) {  // what must flow may be more than a half
                EXPECT_TRUE(!asked.least.empty());
                return;
            }
            support::expect_flow(asked, flow, half);
            expect_cheapest(asked, flow);
        });
    }
}

INSTANTIATE_TEST_SUITE_P(OfAnyShape, CheapestOfSmallNetworks, ::testing::ValuesIn(support::flow_shapes));

TEST(MinimumCost, GoesTheDearWayForWhatTheCheapOneDoesNotHold) {
    Monitor monitor;
    const Digraph view{3, {{0, 1}, {0, 2}, {2, 1}}};
    const std::vector<double> capacities{unlimited, 2, 3}, costs{5, 1, 1};
    const Flow flow = minimum_cost(view, costs, first, second, {capacities, {}, {}}, {.amount = 3}, monitor);
    EXPECT_THAT(flow.amounts, ElementsAre(1, 2, 2));
    EXPECT_EQ(flow.cost, 9);
}

TEST(MinimumCost, BringsWhatIsThereToWhereItIsWanted) {
    Monitor monitor;
    const Digraph view{4, {{0, 2}, {0, 3}, {1, 2}, {1, 3}}};
    const std::vector<double> capacities{9, 9, 9, 9}, costs{1, 2, 1, 4}, supply{3, 2, -3, -2};
    const Flow flow = minimum_cost(view, costs, supply, {capacities, {}, {}}, monitor);
    EXPECT_THAT(flow.amounts, ElementsAre(1, 2, 2, 0));
    EXPECT_EQ(flow.value, 5);
    EXPECT_EQ(flow.cost, 7);
    const std::vector<double> unequal{3, 2, -3, -1};
    EXPECT_THROW(minimum_cost(view, costs, unequal, {capacities, {}, {}}, monitor), InvalidOption);
    const std::vector<double> narrow{1, 1, 9, 9};
    const Flow none = minimum_cost(view, costs, supply, {narrow, {}, {}}, monitor);
    ASSERT_TRUE(none.shortage);
    EXPECT_THAT(none.shortage->vertices, ElementsAre(0));
    EXPECT_EQ(none.shortage->must, 3);
    EXPECT_EQ(none.shortage->can, 2);
}

TEST(MinimumCost, RefusesCostsAndAmountsThatAreNone) {
    Monitor monitor;
    const Digraph pair{2, {{0, 1}}};
    const std::vector<double> one{1}, bad{-1}, none{std::nan("")};
    EXPECT_THROW(minimum_cost(pair, bad, first, second, {one, {}, {}}, {}, monitor), InvalidWeight);
    EXPECT_THROW(minimum_cost(pair, none, first, second, {one, {}, {}}, {}, monitor), InvalidWeight);
    EXPECT_THROW(minimum_cost(pair, one, first, second, {one, {}, {}}, {.amount = -1}, monitor), InvalidOption);
}

}  // namespace
}  // namespace coopnet::flows
