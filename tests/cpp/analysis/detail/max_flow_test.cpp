#include <coopnet/analysis/detail/max_flow.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/graphs.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace coopnet::detail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr double unlimited = std::numeric_limits<double>::infinity();

// By definition: the least of what leaves a set that holds the source and not the target.
double smallest_cut(std::uint32_t nodes, const std::vector<FlowArc>& arcs) {
    double least = unlimited;
    for (std::uint32_t set = 0; set < (1U << nodes); ++set) {
        const auto holds = [set](std::uint32_t node) { return ((set >> node) & 1U) != 0; };
        if (!holds(0) || holds(1)) continue;
        double leaves = 0;
        for (const FlowArc& arc : arcs) leaves += holds(arc.from) && !holds(arc.to) ? arc.capacity : 0;
        least = std::min(least, leaves);
    }
    return least;
}

std::vector<double> gains(std::uint32_t nodes, const std::vector<FlowArc>& arcs, const std::vector<double>& amounts) {
    std::vector<double> gain(nodes, 0);
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        gain[arcs[i].from] -= amounts[i];
        gain[arcs[i].to] += amounts[i];
    }
    return gain;
}

enum class Amounts { whole, tenths, real, mighty };

double random_amount(std::mt19937& random, Amounts kind) {
    const auto whole = static_cast<double>(support::below(random, 10));
    switch (kind) {
        case Amounts::whole:
            return whole;
        case Amounts::tenths:
            return whole / 10;
        case Amounts::real:
            return std::sqrt(whole);
        case Amounts::mighty:
            return std::sqrt(whole) * std::pow(10.0, support::below(random, 12));
    }
    return 0;
}

class RandomFlows : public ::testing::TestWithParam<Amounts> {};

TEST_P(RandomFlows, EqualTheSmallestCutAndLoseNothingOnTheWay) {
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        std::mt19937 random{seed};
        const std::uint32_t nodes = 2 + support::below(random, 6);
        std::vector<FlowArc> arcs;
        for (std::uint32_t i = support::below(random, 20); i > 0; --i) {
            arcs.push_back({support::below(random, nodes), support::below(random, nodes),
                            support::below(random, 20) == 0 ? unlimited : random_amount(random, GetParam())});
        }
        const double least = smallest_cut(nodes, arcs);
        Monitor monitor;
        if (std::isinf(least)) {
            EXPECT_THROW(max_flow(nodes, arcs, 0, 1, monitor), InvalidWeight) << seed;
            continue;
        }
        const MaxFlow flow = max_flow(nodes, arcs, 0, 1, monitor);
        const double rounding = GetParam() == Amounts::whole ? 0 : 1e-12 * (1 + least);
        EXPECT_NEAR(flow.value, least, rounding) << seed;
        double cut = 0;
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            EXPECT_GE(flow.amounts[i], 0) << seed;
            EXPECT_LE(flow.amounts[i], arcs[i].capacity) << seed;
            if (flow.source_side[arcs[i].from] && !flow.source_side[arcs[i].to]) cut += arcs[i].capacity;
        }
        EXPECT_NEAR(cut, least, rounding) << seed;
        const std::vector<double> gain = gains(nodes, arcs, flow.amounts);
        EXPECT_NEAR(gain[1], flow.value, rounding) << seed;
        for (std::uint32_t node = 2; node < nodes; ++node) EXPECT_NEAR(gain[node], 0, rounding) << seed;
    }
}

INSTANTIATE_TEST_SUITE_P(OfAnyNumbers, RandomFlows,
                         ::testing::Values(Amounts::whole, Amounts::tenths, Amounts::real, Amounts::mighty));

TEST(MaxFlow, IsExactInDecimals) {
    Monitor monitor;
    const std::vector<FlowArc> arcs{{0, 1, 0.1}, {0, 1, 0.2}, {1, 2, 0.3}};
    const MaxFlow flow = max_flow(3, arcs, 0, 2, monitor);
    EXPECT_EQ(flow.value, 0.3);
    EXPECT_THAT(flow.amounts, ElementsAre(0.1, 0.2, 0.3));
    EXPECT_EQ(flow.slack, 0);
}

TEST(MaxFlow, CutsNearestToTheSource) {
    Monitor monitor;
    const MaxFlow flow = max_flow(4, std::vector<FlowArc>{{0, 1, 2}, {1, 2, 2}, {2, 3, 2}}, 0, 3, monitor);
    EXPECT_THAT(flow.source_side, ElementsAre(true, false, false, false));
}

TEST(MaxFlow, KeepsSmallAmountsBesideMightyOnes) {
    Monitor monitor;
    const std::vector<FlowArc> arcs{{0, 1, 1e15}, {1, 2, std::sqrt(2.0)}, {2, 3, 1e15 / 3}};
    EXPECT_EQ(max_flow(4, arcs, 0, 3, monitor).value, std::sqrt(2.0));
}

// The flow on which augmenting along any way need not end, nor come near to the maximum.
TEST(MaxFlow, EndsWhereAugmentingNeedNot) {
    Monitor monitor;
    const double r = (std::sqrt(5.0) - 1) / 2;
    const std::vector<FlowArc> arcs{{0, 1, 4}, {0, 2, 4}, {0, 4, 4}, {2, 1, 1}, {2, 3, 1},
                                    {4, 3, r}, {1, 5, 4}, {3, 5, 4}, {4, 5, 4}};
    EXPECT_DOUBLE_EQ(max_flow(6, arcs, 0, 5, monitor).value, 9);
}

TEST(MaxFlow, NamesAWayWithoutLimit) {
    Monitor monitor;
    const std::vector<FlowArc> arcs{{0, 1, unlimited}, {1, 2, 5}, {1, 3, unlimited}, {3, 2, unlimited}};
    EXPECT_THAT(endless_way(4, arcs, 0, 2), ElementsAre(0, 1, 3, 2));
    EXPECT_THAT(endless_way(4, arcs, 2, 0), IsEmpty());
    EXPECT_THROW(max_flow(4, arcs, 0, 2, monitor), InvalidWeight);
}

TEST(MaxFlow, RefusesWhatIsNoCapacity) {
    Monitor monitor;
    for (const double capacity : {-1.0, std::numeric_limits<double>::quiet_NaN()}) {
        EXPECT_THROW(max_flow(2, std::vector<FlowArc>{{0, 1, capacity}}, 0, 1, monitor), InvalidWeight) << capacity;
    }
}

TEST(MaxFlow, IsNothingWithoutATie) {
    Monitor monitor;
    EXPECT_EQ(max_flow(2, {}, 0, 1, monitor).value, 0);
    EXPECT_EQ(max_flow(2, std::vector<FlowArc>{{0, 1, 0}, {0, 0, 7}}, 0, 1, monitor).value, 0);
}

TEST(MaxFlow, StopsWhenAsked) {
    std::mt19937 random{1};
    std::vector<FlowArc> arcs;
    for (std::uint32_t i = 0; i < 200'000; ++i) {
        arcs.push_back(
            {support::below(random, 20'000), support::below(random, 20'000), 1.0 + support::below(random, 9)});
    }
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(max_flow(20'000, arcs, 0, 1, monitor), Cancelled);
}

}  // namespace
}  // namespace coopnet::detail
