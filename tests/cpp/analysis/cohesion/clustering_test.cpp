#include <coopnet/analysis/cohesion/clustering.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace coopnet::cohesion {
namespace {

using support::Matrix;
using ::testing::Each;
using ::testing::ElementsAre;

TEST(Clustering, IsTheShareOfContactsTiedAmongThemselves) {
    EXPECT_THAT(clustering(support::complete(4), {}).values, Each(1));
    const Ugraph kite{4, {{0, 1}, {1, 2}, {0, 2}, {2, 3}}};
    const Scores scores = clustering(kite, {}, {.zero = true});
    EXPECT_THAT(scores.values, ElementsAre(1, 1, 1.0 / 3, 0));
    EXPECT_TRUE(scores.why.empty());
}

TEST(Clustering, IsUndefinedForFewerThanTwoContactsAndSaysWhy) {
    for (const std::uint32_t count : {1U, 2U}) {
        const Scores scores = clustering(support::path<Direction::directed>(count), {});
        for (const double value : scores.values) EXPECT_TRUE(std::isnan(value));
        EXPECT_FALSE(scores.why.empty());
    }
    EXPECT_TRUE(clustering(Digraph{}, {}).values.empty());
}

TEST(Clustering, RefusesWhatHasNoMeaning) {
    EXPECT_THROW(clustering(Ugraph{2, {{0, 1}}}, std::vector{-1.0}), InvalidWeight);
    EXPECT_THROW(clustering(Digraph{2, {{0, 1}}}, std::vector{1.0}, {.weighted = Clustering::barrat}), InvalidOption);
}

// The strengths of all ties from u to v, no loops.
Matrix strengths(const support::RandomGraph& graph, bool directed, bool weighted) {
    auto matrix = support::strength_matrix(graph, directed, graph.costs());
    for (std::size_t u = 0; u < graph.count; ++u) {
        matrix[u][u] = 0;
        for (double& cell : matrix[u]) cell = !weighted && cell > 0 ? 1 : cell;
    }
    return matrix;
}

// Fagiolo's (2007) formula: with S the cube roots, added to their transpose, the diagonal of S³ over
// 2(d(d − 1) − 2b) for d ties and b of them both ways; without directions that of the plain matrix.
std::vector<double> by_matrix(const Matrix& given, bool directed) {
    const std::size_t count = given.size();
    double greatest = 0;
    for (const auto& row : given) {
        for (const double cell : row) greatest = std::max(greatest, cell);
    }
    Matrix root(count, std::vector<double>(count, 0.0));
    for (std::size_t u = 0; u < count; ++u) {
        for (std::size_t v = 0; v < count; ++v) {
            root[u][v] = std::cbrt(given[u][v] / greatest) + (directed ? std::cbrt(given[v][u] / greatest) : 0);
        }
    }
    std::vector<double> scores;
    for (std::size_t v = 0; v < count; ++v) {
        double cycles = 0, ties = 0, both = 0;
        for (std::size_t a = 0; a < count; ++a) {
            ties += (given[v][a] > 0 ? 1 : 0) + (directed && given[a][v] > 0 ? 1 : 0);
            both += directed && given[v][a] > 0 && given[a][v] > 0 ? 1 : 0;
            for (std::size_t b = 0; b < count; ++b) cycles += root[v][a] * root[a][b] * root[b][v];
        }
        const double possible = ties * (ties - 1) - 2 * both;
        scores.push_back(cycles / (directed ? 2 * possible : possible));
    }
    return scores;
}

TEST(Clustering, IsWhatTheMatrixSays) {
    support::each_random_graph(300, [](const support::RandomGraph& graph, bool directed) {
        for (const bool weighted : {false, true}) {
            const auto costs = weighted ? graph.costs() : std::vector<double>{};
            const auto scores =
                support::asked(graph, directed, [&](const auto& view) { return clustering(view, costs).values; });
            const auto expected = by_matrix(strengths(graph, directed, weighted), directed);
            for (std::size_t v = 0; v < graph.count; ++v) {
                ASSERT_EQ(std::isnan(scores[v]), std::isnan(expected[v]));
                if (!std::isnan(expected[v])) {
                    EXPECT_NEAR(scores[v], expected[v], 1e-12);
                }
            }
        }
    });
}

TEST(Clustering, OfBarratIsTheMeanStrengthOfTiesInTriangles) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const auto graph = support::random_graph(seed, support::Ties::undirected);
        const auto matrix = strengths(graph, false, true);
        const auto view = graph.view<Direction::undirected>();
        const auto scores = clustering(view, graph.costs(), {.weighted = Clustering::barrat}).values;
        for (std::size_t v = 0; v < graph.count; ++v) {
            double strength = 0, contacts = 0, closed = 0;
            for (std::size_t a = 0; a < graph.count; ++a) {
                strength += matrix[v][a];
                contacts += matrix[v][a] > 0 ? 1 : 0;
                for (std::size_t b = 0; b < graph.count; ++b) {
                    const bool triangle = matrix[v][a] > 0 && matrix[v][b] > 0 && matrix[a][b] > 0;
                    if (triangle) closed += (matrix[v][a] + matrix[v][b]) / 2;
                }
            }
            if (contacts < 2) {
                EXPECT_TRUE(std::isnan(scores[v]));
            } else {
                EXPECT_NEAR(scores[v], closed / (strength * (contacts - 1)), 1e-12);
            }
        }
    }
}

}  // namespace
}  // namespace coopnet::cohesion
