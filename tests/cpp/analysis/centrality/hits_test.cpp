#include <coopnet/analysis/centrality/hits.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Matrix;
using support::Ties;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsNan;
using ::testing::Pointwise;

template <Direction D>
Hits hits(const Csr<D>& view, std::span<const double> strengths, HitsOptions options = {}) {
    Monitor monitor;
    return centrality::hits(view, strengths, options, monitor);
}

TEST(Hits, TellsWhoPointsFromWhoIsPointedTo) {
    const Hits found = hits(Digraph{4, {{0, 2}, {0, 3}, {1, 2}}}, {});
    EXPECT_EQ(found.why, "");
    const double golden = (1 + std::sqrt(5.0)) / 2;  // to the square: the largest eigenvalue of (2 1; 1 1)
    EXPECT_THAT(found.hubs, ElementsAre(DoubleNear(1 / golden, 1e-12), DoubleNear(1 - (1 / golden), 1e-12), 0, 0));
    EXPECT_THAT(found.authorities,
                ElementsAre(0, 0, DoubleNear(1 / golden, 1e-12), DoubleNear(1 - (1 / golden), 1e-12)));
}

TEST(Hits, WhereTwoPiecesLeadEquallyIsUndefinedAndSaysWhy) {
    const Hits twins = hits(Digraph{4, {{0, 1}, {2, 3}}}, {});
    EXPECT_THAT(twins.hubs, Each(IsNan()));
    EXPECT_THAT(twins.authorities, Each(IsNan()));
    EXPECT_THAT(twins.why, HasSubstr("2 pieces"));
    // A ring points each to another: four pieces of one hub and one authority.
    EXPECT_THAT(hits(support::ring<Direction::directed>(4), {}).why, HasSubstr("4 pieces"));
    EXPECT_THAT(hits(support::star<Direction::undirected>(4), {}).why, HasSubstr("change places"));
}

TEST(Hits, WithoutDirectionsHubsAreAuthorities) {
    const Hits found = hits(Ugraph{4, {{0, 1}, {1, 2}, {2, 0}, {2, 3}}}, {}, {.scale = Scale::largest});
    EXPECT_THAT(found.hubs, Pointwise(DoubleNear(1e-11), found.authorities));
    EXPECT_NEAR(found.hubs[2], 1, 1e-15);
}

TEST(Hits, OfNobodyAndWithoutTies) {
    EXPECT_THAT(hits(Digraph{}, {}).hubs, IsEmpty());
    EXPECT_THAT(hits(Digraph{2, {}}, {}).hubs, Each(IsNan()));
    EXPECT_THAT(hits(Digraph{2, {}}, {}).why, HasSubstr("no ties"));
    EXPECT_THAT(hits(Digraph{1, {{0, 0}}}, {}).hubs, ElementsAre(1));
    EXPECT_THROW(hits(Digraph{2, {{0, 1}}}, std::vector{std::numeric_limits<double>::infinity()}), InvalidWeight);
}

// Squared until it takes everything to the leading direction.
std::vector<double> leading(Matrix power) {
    for (int doubling = 0; doubling < 60; ++doubling) {
        power = support::product(power, power);
        double largest = 0;
        for (const auto& row : power)
            for (const double entry : row) largest = std::max(largest, entry);
        for (auto& row : power)
            for (double& entry : row) entry /= largest;
    }
    std::vector<double> sums(power.size(), 0.0);
    double total = 0;
    for (std::size_t v = 0; v < power.size(); ++v) {
        for (const double entry : power[v]) sums[v] += entry;
        total += sums[v];
    }
    for (double& sum : sums) sum /= total;
    return sums;
}

template <Direction D>
int compare(const support::RandomGraph& graph) {
    const Hits found = hits(graph.view<D>(), graph.costs());
    if (!found.why.empty() || graph.count == 0) return 0;
    const auto matrix = support::strength_matrix(graph, D == Direction::directed, graph.costs());
    const auto turned = support::transposed(matrix);
    EXPECT_THAT(found.hubs, Pointwise(DoubleNear(1e-9), leading(support::product(matrix, turned))));
    EXPECT_THAT(found.authorities, Pointwise(DoubleNear(1e-9), leading(support::product(turned, matrix))));
    return 1;
}

TEST(Hits, IsWhatSquaringTheMatricesFinds) {
    int compared = 0;
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        compared += compare<Direction::directed>(support::random_graph(seed, Ties::directed));
        compared += compare<Direction::directed>(support::random_graph(seed, Ties::mixed));
        compared += compare<Direction::undirected>(support::random_graph(seed, Ties::undirected));
    }
    EXPECT_GT(compared, 300);
}

}  // namespace
}  // namespace coopnet::centrality
