#include <coopnet/analysis/brokerage/simmelian.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <vector>

namespace coopnet::brokerage {
namespace {

using support::Ties;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
std::vector<double> simmelian(const Csr<D>& view) {
    Monitor monitor;
    return brokerage::simmelian(view, monitor).values;
}

template <Direction D>
std::vector<MutualTie> mutual_ties(const Csr<D>& view) {
    Monitor monitor;
    return brokerage::mutual_ties(view, monitor);
}

TEST(Simmelian, TiesLieInATriangleOfMutualTies) {
    const Ugraph kite{4, {{0, 1}, {1, 2}, {0, 2}, {2, 3}}};
    EXPECT_THAT(simmelian(kite), ElementsAre(2, 2, 2, 0));
    EXPECT_EQ(mutual_ties(kite).size(), 4);
    EXPECT_EQ(mutual_ties(kite).back().thirds, 0);  // mutual, but alone
}

TEST(Simmelian, TiesRunBothWays) {
    const std::vector<EdgeSpec> one_way{{0, 1}, {1, 2}, {2, 0}};
    EXPECT_THAT(simmelian(Digraph{3, one_way}), Each(0));
    EXPECT_THAT(mutual_ties(Digraph{3, one_way}), IsEmpty());
    EXPECT_THAT(simmelian(Digraph{3, {{0, 1}, {1, 0}, {1, 2}, {2, 1}, {2, 0}}}), Each(0));
    EXPECT_THAT(simmelian(Digraph{3, {{0, 1}, {1, 0}, {1, 2}, {2, 1}, {2, 0, 1, true}}}), Each(2));
}

TEST(Simmelian, OfNobodyOneAndTwoAreNone) {
    EXPECT_THAT(simmelian(Digraph{}), IsEmpty());
    EXPECT_THAT(simmelian(Ugraph{1, {{0, 0}}}), ElementsAre(0));
    EXPECT_THAT(simmelian(Ugraph{2, {{0, 1}, {0, 1}}}), ElementsAre(0, 0));
}

TEST(Simmelian, OfACompleteNetworkAreAll) {
    EXPECT_THAT(simmelian(support::complete(5)), Each(4));
    for (const MutualTie& tie : mutual_ties(support::complete(5))) EXPECT_EQ(tie.thirds, 3);
}

TEST(Simmelian, StopsWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(brokerage::simmelian(support::complete(3), monitor), Cancelled);
}

template <Direction D>
void compare(const support::RandomGraph& graph) {
    const std::vector<double> alike(graph.edges.size(), 1.0);
    const auto ties = support::strength_matrix(graph, D == Direction::directed, alike);
    const auto mutual = [&](std::size_t u, std::size_t v) { return u != v && ties[u][v] > 0 && ties[v][u] > 0; };
    std::vector<double> expected(graph.count, 0);
    std::vector<std::vector<std::uint32_t>> thirds(graph.count, std::vector<std::uint32_t>(graph.count));
    std::size_t pairs = 0;
    for (std::size_t u = 0; u < graph.count; ++u) {
        for (std::size_t v = 0; v < graph.count; ++v) {
            if (!mutual(u, v)) continue;
            ++pairs;
            for (std::size_t w = 0; w < graph.count; ++w) thirds[u][v] += mutual(u, w) && mutual(v, w) ? 1 : 0;
            if (thirds[u][v] > 0) ++expected[u];
        }
    }
    EXPECT_EQ(simmelian(graph.view<D>()), expected);
    const auto found = mutual_ties(graph.view<D>());
    EXPECT_EQ(2 * found.size(), pairs);
    for (const MutualTie& tie : found) EXPECT_EQ(tie.thirds, thirds[tie.first][tie.second]);
}

TEST(Simmelian, AreWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        compare<Direction::directed>(support::random_graph(seed, Ties::directed));
        compare<Direction::directed>(support::random_graph(seed, Ties::mixed));
        compare<Direction::undirected>(support::random_graph(seed, Ties::undirected));
    }
}

}  // namespace
}  // namespace coopnet::brokerage
