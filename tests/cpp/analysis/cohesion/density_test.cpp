#include <coopnet/analysis/cohesion/density.hpp>
#include <coopnet/core/error.hpp>

#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <cmath>
#include <vector>

namespace coopnet::cohesion {
namespace {

using support::Ties;

TEST(Density, IsTheShareOfPossibleTies) {
    EXPECT_EQ(density(support::complete(4), {}).value, 1);
    EXPECT_EQ(density(support::ring<Direction::directed>(4), {}).value, 1.0 / 3);
    EXPECT_EQ(density(support::ring<Direction::undirected>(4), {}).value, 2.0 / 3);
    EXPECT_EQ(density(Ugraph{3, {}}, {}).value, 0);
}

TEST(Density, CountsATieThatRunsBothWaysTwiceAmongDirectedOnes) {
    EXPECT_EQ(density(Digraph{2, {{0, 1, 1, true}}}, {}).value, 1);
}

TEST(Density, LeavesLoopsOutUnlessAsked) {
    const Ugraph view{2, {{0, 1}, {1, 1}}};
    EXPECT_EQ(density(view, {}).value, 1);
    EXPECT_EQ(density(view, {}, {.loops = true}).value, 2.0 / 3);
    EXPECT_EQ(density(Digraph{1, {{0, 0}}}, {}, {.loops = true}).value, 1);
}

TEST(Density, OfStrengthsIsTheirMeanOverPossibleTies) {
    EXPECT_EQ(density(Digraph{3, {{0, 1}, {1, 2}}}, std::vector{2.0, 4.0}).value, 1);
}

TEST(Density, IsUndefinedWithoutTwoActorsAndSaysWhy) {
    for (const std::uint32_t count : {0U, 1U}) {
        const Value alone = density(Digraph{count, {}}, {});
        EXPECT_TRUE(std::isnan(alone.value));
        EXPECT_FALSE(alone.why.empty());
    }
}

TEST(Density, RefusesStrengthsThatAreNotPositive) {
    for (const double bad : {0.0, -1.0, std::nan("")}) {
        EXPECT_THROW(density(Ugraph{2, {{0, 1}}}, std::vector{bad}), InvalidWeight) << bad;
    }
}

// The mean cell of the matrix of strengths, the diagonal left out.
template <Direction D>
void compare(const support::RandomGraph& graph) {
    const auto matrix = support::strength_matrix(graph, D == Direction::directed, graph.costs());
    double sum = 0, cells = 0;
    for (std::size_t u = 0; u < graph.count; ++u) {
        for (std::size_t v = 0; v < graph.count; ++v) {
            if (u == v) continue;
            sum += matrix[u][v];
            ++cells;
        }
    }
    if (cells > 0) {
        EXPECT_NEAR(density(graph.view<D>(), graph.costs()).value, sum / cells, 1e-12);
    }
}

TEST(Density, IsTheMeanCellOfTheMatrix) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        compare<Direction::directed>(support::random_graph(seed, Ties::directed));
        compare<Direction::directed>(support::random_graph(seed, Ties::mixed));
        compare<Direction::undirected>(support::random_graph(seed, Ties::undirected));
    }
}

}  // namespace
}  // namespace coopnet::cohesion
