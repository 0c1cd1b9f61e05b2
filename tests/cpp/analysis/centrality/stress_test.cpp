#include <coopnet/analysis/centrality/stress.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <cmath>
#include <span>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Ties;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Pointwise;

template <Direction D>
Scores stress(const Csr<D>& view, std::span<const double> costs) {
    Monitor monitor;
    return centrality::stress(view, costs, monitor);
}

TEST(Stress, CountsEveryPathwayWhereBetweennessSharesAPair) {
    const Ugraph diamond{5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}}};
    EXPECT_THAT(stress(diamond, {}).values, ElementsAre(1, 2, 2, 5, 0));
}

TEST(Stress, IsAllPairsInTheMiddleOfAStarAndNothingOnARingOfThree) {
    EXPECT_THAT(stress(support::star<Direction::undirected>(4), {}).values, ElementsAre(6, 0, 0, 0, 0));
    EXPECT_THAT(stress(support::ring<Direction::undirected>(3), {}).values, Each(0.0));
    EXPECT_THAT(stress(support::ring<Direction::directed>(3), {}).values, Each(1.0));
    EXPECT_THAT(stress(support::complete(5), {}).values, Each(0.0));
}

TEST(Stress, IsZeroForFewerThanThree) {
    for (const std::uint32_t count : {0U, 1U, 2U}) {
        EXPECT_THAT(stress(support::path<Direction::directed>(count), {}).values, Each(0.0));
    }
}

TEST(Stress, SaysWhyWhenPathwaysAreTooManyToCount) {
    std::vector<EdgeSpec> edges;
    for (Vertex v = 0; v < 3300; v += 3)
        edges.insert(edges.end(), {{v, v + 1}, {v, v + 2}, {v + 1, v + 3}, {v + 2, v + 3}});
    const Scores scores = stress(Digraph{3301, edges}, {});
    EXPECT_TRUE(std::isnan(scores.values[1500]));
    EXPECT_FALSE(scores.why.empty());
}

TEST(Stress, RefusesCostsThatAreNotPositive) {
    EXPECT_THROW(stress(Ugraph{2, {{0, 1}}}, std::vector{0.0}), InvalidWeight);
}

template <Direction D>
void compare_with_enumeration(const support::RandomGraph& graph, bool weighted) {
    const support::Plain plain{graph, D == Direction::directed, weighted};
    std::vector<double> expected(plain.size());
    for (Vertex source = 0; source < plain.size(); ++source) {
        for (Vertex target = plain.directed ? 0 : source; target < plain.size(); ++target) {
            for (const auto& row : support::shortest_rows(plain, source, target)) {
                for (const Vertex v : row) expected[v] += v != source && v != target ? 1 : 0;
            }
        }
    }
    const auto costs = weighted ? graph.costs() : std::vector<double>{};
    EXPECT_THAT(stress(graph.view<D>(), costs).values, Pointwise(DoubleNear(1e-12), expected));
}

TEST(Stress, IsWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        for (const bool weighted : {false, true}) {
            compare_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::directed), weighted);
            compare_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::mixed), weighted);
            compare_with_enumeration<Direction::undirected>(support::random_graph(seed, Ties::undirected), weighted);
        }
    }
}

}  // namespace
}  // namespace coopnet::centrality
