#include <coopnet/analysis/cohesion/components.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <vector>

namespace coopnet::cohesion {
namespace {

using support::Ties;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Components, NumbersTheLargestFirstThenByTheFirstActor) {
    const Ugraph view{7, {{1, 2}, {3, 4}, {4, 5}, {6, 6}}};
    const Partition pieces = components(view);
    EXPECT_THAT(pieces.groups, ElementsAre(2, 1, 1, 0, 0, 0, 3));
    EXPECT_EQ(pieces.group_count, 4U);
    EXPECT_THAT(components(Ugraph{4, {{1, 2}, {0, 3}}}).groups, ElementsAre(0, 1, 1, 0));
}

TEST(Components, IgnoreDirectionUnlessStrong) {
    const Digraph view{3, {{0, 1}, {1, 2}, {2, 1}}};
    EXPECT_THAT(components(view).groups, Each(0U));
    EXPECT_THAT(components(view, {.strong = true}).groups, ElementsAre(1, 0, 0));
}

TEST(Components, OfNobodyAreNone) {
    EXPECT_THAT(components(Ugraph{}).groups, IsEmpty());
    EXPECT_EQ(components(Digraph{}, {.strong = true}).group_count, 0U);
}

TEST(Components, HoldAChainOfAHundredThousand) {
    EXPECT_EQ(components(support::path<Direction::undirected>(100'000)).group_count, 1U);
    EXPECT_EQ(components(support::ring<Direction::directed>(100'000), {.strong = true}).group_count, 1U);
}

void expect_together(const Partition& pieces, const std::vector<std::vector<bool>>& reaches) {
    for (Vertex u = 0; u < reaches.size(); ++u) {
        for (Vertex v = 0; v < reaches.size(); ++v) {
            EXPECT_EQ(pieces.groups[u] == pieces.groups[v], reaches[u][v] && reaches[v][u]) << u << " and " << v;
        }
    }
}

TEST(Components, AreWhoReachesWhom) {
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        SCOPED_TRACE(seed);
        const auto graph = support::random_graph(seed, Ties::mixed);
        expect_together(components(graph.view<Direction::directed>(), {.strong = true}), support::reach({graph, true}));
        expect_together(components(graph.view<Direction::directed>()), support::reach({graph, false}));
        expect_together(components(graph.view<Direction::undirected>(), {.strong = true}),
                        support::reach({graph, false}));
    }
}

}  // namespace
}  // namespace coopnet::cohesion
