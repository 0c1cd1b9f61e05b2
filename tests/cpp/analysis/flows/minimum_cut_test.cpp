#include <coopnet/analysis/flows/minimum_cut.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/flows.hpp>

#include <cmath>
#include <set>
#include <utility>
#include <vector>

namespace coopnet::flows {
namespace {

using support::FlowCase;
using support::FlowShape;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<Vertex> first{0}, second{1};

using Cut = std::pair<std::set<EdgeId>, std::set<Vertex>>;

std::set<Cut> all_smallest(const FlowCase& asked, double value) {
    std::set<Cut> smallest;
    support::each_side(asked, [&](const std::vector<int>& side) {
        if (side[0] == 0 || side[1] == 2) return;
        const support::Weighed weighed = support::weigh(asked, side);
        if (std::abs(weighed.out - value) < 1e-9) smallest.emplace(weighed.edges, weighed.rooms);
    });
    return smallest;
}

class CutsOfSmallNetworks : public ::testing::TestWithParam<FlowShape> {};

TEST_P(CutsOfSmallNetworks, AreAllThatAreSmallest) {
    FlowShape shape = GetParam();
    shape.has_least = false;
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        SCOPED_TRACE(seed);
        const FlowCase asked = support::flow_case(seed, shape);
        const double value = *support::most_by_cuts(asked);
        Monitor monitor;
        support::with_view(asked, [&](const auto& view) {
            const FlowCuts found = minimum_cut(view, first, second, asked.bounds(), {}, monitor);
            if (std::isinf(value)) {
                EXPECT_EQ(found.endless.front(), 0);
                EXPECT_THAT(found.cuts, IsEmpty());
                return;
            }
            EXPECT_NEAR(found.value, value, 1e-10);
            std::set<Cut> cuts;
            for (const FlowCut& cut : found.cuts) {
                const Cut set{{cut.edges.begin(), cut.edges.end()}, {cut.rooms.begin(), cut.rooms.end()}};
                std::vector<int> side(asked.count, 0);
                for (const Vertex v : cut.source_side) {
                    const bool has_none = !asked.rooms.empty() && asked.rooms[v] == 0;
                    side.at(v) = has_none || set.second.contains(v) ? 1 : 2;
                }
                const support::Weighed around = support::weigh(asked, side);
                EXPECT_EQ(Cut(around.edges, around.rooms), set);
                cuts.insert(set);
            }
            EXPECT_EQ(cuts.size(), found.cuts.size());
            EXPECT_EQ(cuts, all_smallest(asked, value));
        });
    }
}

INSTANTIATE_TEST_SUITE_P(OfAnyShape, CutsOfSmallNetworks, ::testing::ValuesIn(support::flow_shapes));

TEST(MinimumCut, TakesThirdsForAWhole) {
    Monitor monitor;
    const Digraph view{3, {{0, 2}, {2, 1}, {2, 1}, {2, 1}}};
    const std::vector<double> capacities{1, 1 / 3.0, 1 / 3.0, 1 / 3.0};
    const FlowCuts found = minimum_cut(view, first, second, {capacities, {}, {}}, {}, monitor);
    ASSERT_EQ(found.cuts.size(), 2);
    EXPECT_THAT(found.cuts[0].edges, ElementsAre(0));
    EXPECT_THAT(found.cuts[1].edges, ElementsAre(1, 2, 3));
}

TEST(MinimumCut, StopsAtALimitWithTheNearest) {
    Monitor monitor;
    const Digraph chain{5, {{0, 2}, {2, 3}, {3, 4}, {4, 1}}};
    const std::vector<double> capacities{2, 2, 2, 2};
    const FlowCuts found = minimum_cut(chain, first, second, {capacities, {}, {}}, {.max_results = 1}, monitor);
    EXPECT_TRUE(found.partial);
    ASSERT_EQ(found.cuts.size(), 1);
    EXPECT_THAT(found.cuts[0].source_side, ElementsAre(0));
    EXPECT_FALSE(minimum_cut(chain, first, second, {capacities, {}, {}}, {.max_results = 4}, monitor).partial);
    EXPECT_THROW(minimum_cut(chain, first, second, {capacities, {}, {}}, {.max_results = 0}, monitor), InvalidOption);
}

}  // namespace
}  // namespace coopnet::flows
