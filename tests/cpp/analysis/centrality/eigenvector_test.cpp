#include <coopnet/analysis/centrality/eigenvector.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Matrix;
using support::Ties;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsNan;
using ::testing::Pointwise;

void expect_scores(const Scores& scores, std::vector<double> expected, double tolerance = 1e-12) {
    EXPECT_EQ(scores.why, "");
    EXPECT_THAT(scores.values, Pointwise(DoubleNear(tolerance), expected));
}

template <Direction D>
Scores eigenvector(const Csr<D>& view, std::span<const double> strengths, EigenvectorOptions options = {}) {
    Monitor monitor;
    return centrality::eigenvector(view, strengths, options, monitor);
}

TEST(Eigenvector, SettlesOnABipartiteNetwork) {
    const double leaf = 1 / std::sqrt(8.0);
    expect_scores(eigenvector(support::star<Direction::undirected>(4), {}), {std::sqrt(0.5), leaf, leaf, leaf, leaf});
}

TEST(Eigenvector, DoesNotDependOnTheScaleOfStrengths) {
    const auto star = support::star<Direction::undirected>(4);
    const auto expected = eigenvector(star, {}).values;
    for (const double strength : {1e-6, 1.0, 1e9}) expect_scores(eigenvector(star, std::vector(4, strength)), expected);
}

TEST(Eigenvector, IsToldInOtherUnits) {
    const auto star = support::star<Direction::undirected>(4);
    expect_scores(eigenvector(star, {}, {.scale = Scale::largest}), {1, 0.5, 0.5, 0.5, 0.5});
    expect_scores(eigenvector(star, {}, {.scale = Scale::sum}), {1.0 / 3, 1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6});
    const double leaf = std::sqrt(5.0 / 8);
    expect_scores(eigenvector(star, {}, {.scale = Scale::size}), {2 * leaf, leaf, leaf, leaf, leaf});
}

TEST(Eigenvector, OfALongChainSettlesThoughEigenvaluesNearlyCoincide) {
    // Of a chain of n the scores are sin(kπ/(n + 1)).
    constexpr std::uint32_t count = 2000;
    const auto scores = eigenvector(support::path<Direction::undirected>(count), {}, {.scale = Scale::largest}).values;
    const double top = std::sin(std::numbers::pi * (count / 2) / (count + 1.0));
    for (std::uint32_t v = 0; v < count; ++v)
        EXPECT_NEAR(scores[v], std::sin(std::numbers::pi * (v + 1) / (count + 1.0)) / top, 1e-8) << v;
}

TEST(Eigenvector, FollowsTiesReceived) {
    // 0 and 1 request each other, both request 2, which gets what they have over the eigenvalue 1.
    const Digraph view{3, {{0, 1}, {1, 0}, {0, 2}, {1, 2}}};
    const double one = 1 / std::sqrt(6.0);
    expect_scores(eigenvector(view, {}), {one, one, 2 * one});
}

TEST(Eigenvector, CountsALoopOnce) {
    // The eigenvalue of (1 1; 1 0) is the golden ratio.
    const double golden = (1 + std::sqrt(5.0)) / 2;
    const double length = std::sqrt(1 + golden * golden);
    expect_scores(eigenvector(Ugraph{2, {{0, 0}, {0, 1}}}, {}), {golden / length, 1 / length});
}

TEST(Eigenvector, IsZeroOutsideTheLeadingPiece) {
    const Ugraph view{6, {{0, 1}, {2, 3}, {3, 4}, {4, 2}}};
    const double third = 1 / std::sqrt(3.0);
    expect_scores(eigenvector(view, {}), {0, 0, third, third, third, 0});
}

TEST(Eigenvector, WithoutTiesIsUndefinedAndSaysWhy) {
    const Scores scores = eigenvector(Ugraph{3, {}}, {});
    EXPECT_THAT(scores.values, Each(IsNan()));
    EXPECT_THAT(scores.why, HasSubstr("no ties"));
    EXPECT_THAT(eigenvector(Ugraph{}, {}).values, IsEmpty());
    EXPECT_EQ(eigenvector(Ugraph{}, {}).why, "");
}

TEST(Eigenvector, WhereNoTiesRunInACircleIsUndefinedAndSaysWhy) {
    const Scores scores = eigenvector(support::path<Direction::directed>(4), {});
    EXPECT_THAT(scores.values, Each(IsNan()));
    EXPECT_THAT(scores.why, HasSubstr("circle"));
}

TEST(Eigenvector, OfTwoEqualPiecesIsUndefinedAndSaysWhy) {
    const Scores scores = eigenvector(Ugraph{4, {{0, 1}, {2, 3}}}, {});
    EXPECT_THAT(scores.values, Each(IsNan()));
    EXPECT_THAT(scores.why, HasSubstr("2 pieces"));
    // Equal eigenvalues of unlike pieces: a star of four leaves and a ring.
    const Ugraph unlike{8, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {5, 6}, {6, 7}, {7, 5}}};
    EXPECT_THAT(eigenvector(unlike, {}).values, Each(IsNan()));
}

TEST(Eigenvector, RefusesWhatIsNoStrength) {
    EXPECT_THROW(eigenvector(Ugraph{2, {{0, 1}}}, std::vector{0.0}), InvalidWeight);
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(centrality::eigenvector(Ugraph{2, {{0, 1}}}, {}, {}, monitor), Cancelled);
}

Matrix times(const Matrix& a, const Matrix& b) {
    Matrix product(a.size(), std::vector<double>(a.size(), 0.0));
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < a.size(); ++j) {
            for (std::size_t k = 0; k < a.size(); ++k) product[i][j] += a[i][k] * b[k][j];
        }
    }
    return product;
}

// The matrix plus the unit, squared until it takes everything to the leading direction.
std::vector<double> by_squaring(const Matrix& strengths) {
    const std::size_t count = strengths.size();
    Matrix power(count, std::vector<double>(count, 0.0));
    for (std::size_t u = 0; u < count; ++u) {
        power[u][u] = 1;
        for (std::size_t v = 0; v < count; ++v) power[v][u] += strengths[u][v];
    }
    for (int doubling = 0; doubling < 60; ++doubling) {
        power = times(power, power);
        double largest = 0;
        for (const auto& row : power) largest = std::max(largest, std::ranges::max(row));
        for (auto& row : power) {
            for (double& entry : row) entry /= largest;
        }
    }
    std::vector<double> sums(count, 0.0);
    double square = 0;
    for (std::size_t v = 0; v < count; ++v) {
        for (const double entry : power[v]) sums[v] += entry;
        square += sums[v] * sums[v];
    }
    for (double& sum : sums) sum /= std::sqrt(square);
    return sums;
}

template <Direction D>
int compare(const support::RandomGraph& graph) {
    const Scores scores = eigenvector(graph.view<D>(), graph.costs());
    if (!scores.why.empty() || graph.count == 0) return 0;
    const auto matrix = support::strength_matrix(graph, D == Direction::directed, graph.costs());
    expect_scores(scores, by_squaring(matrix), 1e-9);
    return 1;
}

TEST(Eigenvector, IsWhatSquaringTheMatrixFinds) {
    int compared = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        compared += compare<Direction::directed>(support::random_graph(seed, Ties::directed));
        compared += compare<Direction::directed>(support::random_graph(seed, Ties::mixed));
        compared += compare<Direction::undirected>(support::random_graph(seed, Ties::undirected));
    }
    EXPECT_GT(compared, 500);
}

}  // namespace
}  // namespace coopnet::centrality
