#include <coopnet/analysis/pathways/shortest.hpp>

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <vector>

namespace coopnet::pathways {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
std::vector<std::vector<Vertex>> ways(const Csr<D>& view, Vertex source, Vertex target, std::uint64_t k) {
    Monitor monitor;
    std::vector<std::vector<Vertex>> found;
    for (const Pathway& way : k_shortest(view, view.weights(), source, target, {.k = k}, monitor).items) {
        found.push_back(way.vertices);
    }
    return found;
}

template <Direction D>
std::vector<std::vector<Vertex>> all_ways(const Csr<D>& view, Vertex source, Vertex target) {
    Monitor monitor;
    std::vector<std::vector<Vertex>> found;
    for (const Pathway& way : all_shortest(view, view.weights(), source, target, {}, monitor).items) {
        found.push_back(way.vertices);
    }
    return found;
}

TEST(Shortest, LeadsFromAVertexToItselfWithoutAStep) {
    Monitor monitor;
    const Digraph loop{1, {{0, 0, 1}}};
    const auto way = shortest(loop, {}, 0, 0, monitor);
    ASSERT_TRUE(way);
    EXPECT_THAT(way->vertices, ElementsAre(0U));
    EXPECT_THAT(way->edges, IsEmpty());
    EXPECT_EQ(way->length, 0);
    EXPECT_EQ(ways(loop, 0, 0, 5).size(), 1U);
}

TEST(Shortest, IsNothingBetweenTwoPieces) {
    Monitor monitor;
    EXPECT_FALSE(shortest(Ugraph{2, {}}, {}, 0, 1, monitor));
    EXPECT_THAT(ways(Digraph{2, {{1, 0, 1}}}, 0, 1, 3), IsEmpty());
}

TEST(Shortest, KeepsTheDirectionOfTies) {
    EXPECT_THAT(ways(Digraph{3, {{0, 1, 1}, {2, 1, 1}}}, 0, 2, 3), IsEmpty());
    EXPECT_THAT(ways(Digraph{3, {{0, 1, 1}, {2, 1, 1, true}}}, 0, 2, 3), ElementsAre(ElementsAre(0U, 1U, 2U)));
    EXPECT_THAT(ways(Ugraph{3, {{0, 1, 1}, {2, 1, 1}}}, 0, 2, 3), ElementsAre(ElementsAre(0U, 1U, 2U)));
}

TEST(Shortest, SaysTheLengthInTheUnitOfTheCosts) {
    Monitor monitor;
    const Digraph chain{3, {{0, 1, 0.1}, {1, 2, 0.7}}};
    EXPECT_DOUBLE_EQ(shortest(chain, chain.weights(), 0, 2, monitor)->length, 0.8);
}

TEST(AllShortest, CountsDecimalSumsThatAreEqualOnPaperAsEqual) {
    const Digraph diamond{4, {{0, 1, 0.1}, {1, 3, 0.7}, {0, 2, 0.3}, {2, 3, 0.5}}};
    EXPECT_THAT(all_ways(diamond, 0, 3), ElementsAre(ElementsAre(0U, 1U, 3U), ElementsAre(0U, 2U, 3U)));
}

TEST(AllShortest, ListsAPathwayOverAFreeTieOnce) {
    for (const double free : {0.0, 1e-9}) {
        EXPECT_THAT(all_ways(Ugraph{3, {{0, 1, free}, {1, 2, 100}}}, 0, 2), ElementsAre(ElementsAre(0U, 1U, 2U)));
        const Ugraph triangle{4, {{0, 1, free}, {1, 2, free}, {2, 0, free}, {1, 3, 100}}};
        for (const auto& way : all_ways(triangle, 0, 3)) EXPECT_LE(way.size(), 4U);
        EXPECT_THAT(all_ways(triangle, 0, 3).front(), ElementsAre(0U, 1U, 3U));
    }
}

TEST(AllShortest, SaysWhenThereAreMoreThanItMayGive) {
    const Ugraph square{4, {{0, 1, 1}, {1, 3, 1}, {0, 2, 1}, {2, 3, 1}}};
    Monitor monitor;
    EXPECT_TRUE(all_shortest(square, {}, 0, 3, {.max_results = 1}, monitor).partial);
    EXPECT_FALSE(all_shortest(square, {}, 0, 3, {.max_results = 2}, monitor).partial);
}

TEST(AllShortest, EndsOnNetworksWithMoreShortestPathwaysThanAnyNumberHolds) {
    constexpr Vertex diamonds = 80;  // 2^80 shortest pathways
    std::vector<EdgeSpec> edges;
    for (Vertex i = 0; i < diamonds; ++i) {
        const Vertex at = 3 * i;
        edges.insert(edges.end(), {{at, at + 1, 1}, {at, at + 2, 1}, {at + 1, at + 3, 1}, {at + 2, at + 3, 1}});
    }
    Monitor monitor;
    const auto found = all_shortest(Ugraph{3 * diamonds + 1, edges}, {}, 0, 3 * diamonds, {}, monitor);
    EXPECT_EQ(found.items.size(), 1000U);
    EXPECT_TRUE(found.partial);
}

TEST(KShortest, TakesParallelEdgesForPathwaysOfTheirOwn) {
    Monitor monitor;
    const Ugraph doubled{2, {{0, 1, 2}, {1, 0, 1}}};
    const auto found = k_shortest(doubled, doubled.weights(), 0, 1, {.k = 9}, monitor);
    ASSERT_EQ(found.items.size(), 2U);
    EXPECT_THAT(found.items[0].edges, ElementsAre(1U));
    EXPECT_THAT(found.items[1].edges, ElementsAre(0U));
    EXPECT_FALSE(found.partial);
}

TEST(KShortest, PutsFewerStepsFirstAmongEqualLengths) {
    const Digraph view{3, {{0, 1, 1}, {1, 2, 1}, {0, 2, 2}}};
    EXPECT_THAT(ways(view, 0, 2, 2), ElementsAre(ElementsAre(0U, 2U), ElementsAre(0U, 1U, 2U)));
}

// The example by which Yen's algorithm is commonly taught: C, D, E, F, G, H as 0 to 5.
TEST(KShortest, RanksTheExampleThatYensAlgorithmIsTaughtBy) {
    const Digraph view{
        6, {{0, 1, 3}, {0, 2, 2}, {1, 3, 4}, {2, 1, 1}, {2, 3, 2}, {2, 4, 3}, {3, 4, 2}, {3, 5, 1}, {4, 5, 2}}};
    Monitor monitor;
    const auto found = k_shortest(view, view.weights(), 0, 5, {.k = 100}, monitor);
    std::vector<double> lengths;
    for (const Pathway& way : found.items) lengths.push_back(way.length);
    EXPECT_THAT(lengths, ElementsAre(5, 7, 8, 8, 8, 11, 11));
    EXPECT_THAT(found.items[0].vertices, ElementsAre(0, 2, 3, 5));
    EXPECT_THAT(found.items[1].vertices, ElementsAre(0, 2, 4, 5));
    EXPECT_THAT(found.items[2].vertices, ElementsAre(0, 1, 3, 5));
}

TEST(KShortest, GivesNothingWithoutTimeAndSaysSo) {
    Monitor monitor;
    const auto found = k_shortest(Digraph{2, {{0, 1, 1}}}, {}, 0, 1, {.k = 1, .time_limit = 0.0}, monitor);
    EXPECT_THAT(found.items, IsEmpty());
    EXPECT_TRUE(found.partial);
}

TEST(KShortest, StopsWhenAskedTo) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(k_shortest(Digraph{2, {{0, 1, 1}}}, {}, 0, 1, {}, monitor), Cancelled);
}

TEST(KShortest, RefusesCostsItCannotAdd) {
    Monitor monitor;
    for (const double cost :
         {-1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        const Ugraph view{2, {{0, 1, cost}}};
        EXPECT_THROW(k_shortest(view, view.weights(), 0, 1, {}, monitor), InvalidWeight) << cost;
    }
    const std::vector<double> two{1, 1};
    EXPECT_THROW(k_shortest(Ugraph{2, {{0, 1, 1}}}, two, 0, 1, {}, monitor), InvalidOption);
    EXPECT_THROW(k_shortest(Ugraph{2, {}}, {}, 0, 2, {}, monitor), InvalidOption);
}

}  // namespace
}  // namespace coopnet::pathways
