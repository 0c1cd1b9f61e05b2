#include <coopnet/analysis/centrality/subgraph.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <cmath>
#include <span>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Matrix;
using support::Ties;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pointwise;

template <Direction D>
Scores subgraph(const Csr<D>& view, std::span<const double> strengths, SubgraphOptions options = {}) {
    Monitor monitor;
    return centrality::subgraph(view, strengths, options, monitor);
}

TEST(Subgraph, OfAStarIsAHyperbolicCosine) {
    const double root = std::sqrt(5.0);
    const double leaf = 1 + ((std::cosh(root) - 1) / 5);
    EXPECT_THAT(subgraph(support::star<Direction::undirected>(5), {}).values,
                Pointwise(DoubleNear(1e-13), std::vector{std::cosh(root), leaf, leaf, leaf, leaf, leaf}));
}

TEST(Subgraph, OfACompleteNetworkIsWhatItsEigenvaluesSay) {
    const double score = (std::exp(19.0) + (19 * std::exp(-1.0))) / 20;
    EXPECT_THAT(subgraph(support::complete(20), {}).values, Each(DoubleNear(score, 1e-13 * score)));
}

TEST(Subgraph, FollowsDirections) {
    double expected = 0;  // once around, twice around …
    for (int rounds = 0; rounds < 7; ++rounds) expected += 1 / std::tgamma((3 * rounds) + 1);
    EXPECT_THAT(subgraph(support::ring<Direction::directed>(3), {}).values, Each(DoubleNear(expected, 1e-15)));
    EXPECT_THAT(subgraph(support::path<Direction::directed>(3), {}).values, ElementsAre(1, 1, 1));
}

TEST(Subgraph, OfNobodyOfAnIsolateAndOfALoop) {
    EXPECT_THAT(subgraph(Ugraph{}, {}).values, IsEmpty());
    EXPECT_THAT(subgraph(Digraph{2, {}}, {}).values, ElementsAre(1, 1));
    EXPECT_THAT(subgraph(Ugraph{1, {{0, 0}}}, {}).values, ElementsAre(DoubleNear(std::exp(1.0), 1e-15)));
    EXPECT_THAT(subgraph(support::complete(3), {}, {.beta = 0}).values, ElementsAre(1, 1, 1));
}

// The exponential series by whole matrices.
std::vector<double> series(const Matrix& matrix, double beta, int terms) {
    Matrix term(matrix.size(), std::vector<double>(matrix.size(), 0.0));
    for (std::size_t v = 0; v < matrix.size(); ++v) term[v][v] = 1;
    std::vector<double> sums(matrix.size(), 1.0);
    for (int k = 1; k < terms; ++k) {
        term = support::product(term, matrix);
        for (std::size_t v = 0; v < matrix.size(); ++v) {
            for (double& entry : term[v]) entry *= beta / k;
            sums[v] += term[v][v];
        }
    }
    return sums;
}

TEST(Subgraph, IsAsExactAtTheEndOfATailAsInTheCrowdItHangsOn) {
    support::RandomGraph graph{40, {}, {}};
    for (Vertex v = 0; v < 30; ++v)
        for (Vertex u = 0; u < v; ++u) graph.edges.push_back({u, v});
    for (Vertex v = 30; v < 40; ++v) graph.edges.push_back({v - 1, v});
    const std::vector<double> ones(graph.edges.size(), 1.0);
    const auto expected = series(support::strength_matrix(graph, false, ones), 1, 200);
    const auto scores = subgraph(graph.view<Direction::undirected>(), {}).values;
    EXPECT_GT(scores[0], 1e11);
    EXPECT_LT(scores[39], 10);
    for (Vertex v = 0; v < 40; ++v) EXPECT_NEAR(scores[v] / expected[v], 1, 1e-13) << v;
}

TEST(Subgraph, RefusesWhatWouldBeTooLargeForANumber) {
    const Ugraph pair{2, {{0, 1}}};
    EXPECT_NEAR(subgraph(pair, std::vector{600.0}).values[0] / std::cosh(600.0), 1, 1e-12);
    EXPECT_THROW(subgraph(pair, std::vector{800.0}), InvalidOption);
    EXPECT_NEAR(subgraph(pair, std::vector{800.0}, {.beta = 0.01}).values[0], std::cosh(8.0), 1e-9);
    EXPECT_THROW(subgraph(pair, {}, {.beta = -1}), InvalidOption);
    EXPECT_THROW(subgraph(pair, {}, {.beta = std::nan("")}), InvalidOption);
    EXPECT_THROW(subgraph(pair, std::vector{-1.0}), InvalidWeight);
}

template <Direction D>
void compare(const support::RandomGraph& graph) {
    const auto matrix = support::strength_matrix(graph, D == Direction::directed, graph.costs());
    const auto scores = subgraph(graph.view<D>(), graph.costs(), {.beta = 1.5}).values;
    const auto expected = series(matrix, 1.5, 120);
    for (std::size_t v = 0; v < expected.size(); ++v) EXPECT_NEAR(scores[v] / expected[v], 1, 1e-13);
}

TEST(Subgraph, IsWhatTheSeriesFinds) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        compare<Direction::directed>(support::random_graph(seed, Ties::directed));
        compare<Direction::directed>(support::random_graph(seed, Ties::mixed));
        compare<Direction::undirected>(support::random_graph(seed, Ties::undirected));
    }
}

}  // namespace
}  // namespace coopnet::centrality
