#include <coopnet/analysis/centrality/laplacian.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <cmath>
#include <optional>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Ties;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsNan;
using ::testing::Pointwise;

// Qi et al. (2012): degree squared, plus the degree, plus twice the degrees of the neighbors.
TEST(Laplacian, FollowsTheFormulaOfUnweightedTies) {
    EXPECT_THAT(laplacian(support::path<Direction::undirected>(4), {}, {.normalized = false}).values,
                ElementsAre(1 + 1 + 4, 4 + 2 + 6, 4 + 2 + 6, 1 + 1 + 4));
    EXPECT_THAT(laplacian(support::star<Direction::undirected>(3), {}, {.normalized = false}).values,
                ElementsAre(9 + 3 + 6, 1 + 1 + 6, 1 + 1 + 6, 1 + 1 + 6));
    EXPECT_THAT(laplacian(support::star<Direction::undirected>(3), {}).values,
                ElementsAre(1, 8.0 / 18, 8.0 / 18, 8.0 / 18));
}

TEST(Laplacian, LeavesLoopsOutAndAddsParallelEdgesUp) {
    const Ugraph merged{3, {{0, 1}, {1, 2}}};
    const Ugraph parallel{3, {{0, 1}, {2, 2}, {1, 0}, {1, 2}}};
    EXPECT_THAT(laplacian(parallel, std::vector{0.5, 9.0, 1.5, 1.0}).values,
                Pointwise(DoubleNear(1e-15), laplacian(merged, std::vector{2.0, 1.0}).values));
}

TEST(Laplacian, IsUndefinedAsAShareWithoutTies) {
    EXPECT_THAT(laplacian(Ugraph{}, {}).values, IsEmpty());
    EXPECT_THAT(laplacian(Ugraph{2, {{1, 1}}}, {}, {.normalized = false}).values, Each(0.0));
    const Scores scores = laplacian(Ugraph{2, {{1, 1}}}, {});
    EXPECT_THAT(scores.values, Each(IsNan()));
    EXPECT_FALSE(scores.why.empty());
}

TEST(Laplacian, RefusesStrengthsThatAreNotPositive) {
    for (const double bad : {0.0, -1.0, std::nan("")}) {
        EXPECT_THROW(laplacian(Ugraph{2, {{0, 1}}}, std::vector{bad}), InvalidWeight) << bad;
    }
}

// The squares of all entries of the Laplacian, written out, without one actor.
double energy(const support::Matrix& strengths, std::optional<std::size_t> without = {}) {
    double sum = 0;
    for (std::size_t u = 0; u < strengths.size(); ++u) {
        double diagonal = 0;
        for (std::size_t v = 0; v < strengths.size(); ++v) {
            if (u == v || u == without || v == without) continue;
            diagonal += strengths[u][v];
            sum += strengths[u][v] * strengths[u][v];
        }
        sum += diagonal * diagonal;
    }
    return sum;
}

template <Direction D>
void compare_with_definition(const support::RandomGraph& graph) {
    const auto strengths = graph.costs();
    const auto matrix = support::strength_matrix(graph, D == Direction::directed, strengths);
    std::vector<double> expected;
    for (std::size_t v = 0; v < graph.count; ++v) expected.push_back(energy(matrix) - energy(matrix, v));
    const auto view = graph.view<D>();
    EXPECT_THAT(laplacian(view, strengths, {.normalized = false}).values, Pointwise(DoubleNear(1e-12), expected));
    if (energy(matrix) == 0) return;
    for (double& drop : expected) drop /= energy(matrix);
    EXPECT_THAT(laplacian(view, strengths).values, Pointwise(DoubleNear(1e-12), expected));
}

TEST(Laplacian, IsTheEnergyLostWithTheActor) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        compare_with_definition<Direction::directed>(support::random_graph(seed, Ties::directed));
        compare_with_definition<Direction::directed>(support::random_graph(seed, Ties::mixed));
        compare_with_definition<Direction::undirected>(support::random_graph(seed, Ties::undirected));
    }
}

}  // namespace
}  // namespace coopnet::centrality
