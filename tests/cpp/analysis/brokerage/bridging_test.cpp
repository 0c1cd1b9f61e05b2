#include <coopnet/analysis/brokerage/bridging.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <cmath>
#include <span>
#include <vector>

namespace coopnet::brokerage {
namespace {

using support::Ties;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsNan;

template <Direction D>
Scores bridging(const Csr<D>& view, std::span<const double> costs = {}, BridgingOptions options = {}) {
    Monitor monitor;
    return brokerage::bridging(view, costs, options, monitor);
}

TEST(Bridging, IsHighestBetweenTwoTriangles) {
    const Ugraph view{7, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 4}}};
    const auto scores = bridging(view, {}, {.normalized = false}).values;
    // Nine pairs pass 3, whose coefficient is (1/2)/(1/3 + 1/3); eight pass 2, with (1/3)/(1/2 + 1/2 + 1/2).
    EXPECT_NEAR(scores[3], 9 * 0.75, 1e-12);
    EXPECT_NEAR(scores[2], 8 * (1.0 / 3) / 1.5, 1e-12);
    EXPECT_EQ(scores[0], 0);
    EXPECT_NEAR(bridging(view).values[3], 9.0 / 15 * 0.75, 1e-12);
}

TEST(Bridging, OfAnIsolateIsUndefinedAndSaysWhy) {
    EXPECT_THAT(bridging(Ugraph{}).values, IsEmpty());
    const Scores alone = bridging(Digraph{1, {{0, 0}}});
    EXPECT_THAT(alone.values, ElementsAre(IsNan()));
    EXPECT_FALSE(alone.why.empty());
    EXPECT_THAT(bridging(Ugraph{2, {{0, 1}}}).values, ElementsAre(0, 0));
}

TEST(Bridging, RefusesCostsThatAreNotPositive) {
    for (const double bad : {0.0, -1.0, std::nan("")}) {
        EXPECT_THROW(bridging(Ugraph{2, {{0, 1}}}, std::vector{bad}), InvalidWeight) << bad;
    }
}

TEST(Bridging, StopsWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(brokerage::bridging(support::complete(3), {}, {}, monitor), Cancelled);
}

template <Direction D>
void compare(const support::RandomGraph& graph, bool weighted) {
    const support::Plain plain{graph, D == Direction::directed, weighted};
    const auto between = support::between_ordered_pairs(plain).actors;
    const auto ties = support::strength_matrix(graph, false, std::vector<double>(graph.edges.size(), 1.0));
    std::vector<double> contacts(graph.count, 0);
    for (std::size_t u = 0; u < graph.count; ++u) {
        for (std::size_t v = 0; v < graph.count; ++v) contacts[u] += u != v && ties[u][v] > 0 ? 1 : 0;
    }
    const std::vector<double> costs = weighted ? graph.costs() : std::vector<double>{};
    const auto scores = bridging(graph.view<D>(), costs, {.normalized = false}).values;
    for (std::size_t u = 0; u < graph.count; ++u) {
        double others = 0;
        for (std::size_t v = 0; v < graph.count; ++v) {
            if (u != v && ties[u][v] > 0) others += 1 / contacts[v];
        }
        const double pairs = D == Direction::directed ? between[u] : between[u] / 2;
        if (contacts[u] == 0) {
            EXPECT_TRUE(std::isnan(scores[u]));
        } else {
            EXPECT_NEAR(scores[u], pairs * (1 / contacts[u]) / others, 1e-12);
        }
    }
}

TEST(Bridging, IsWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        SCOPED_TRACE(seed);
        for (const bool weighted : {false, true}) {
            compare<Direction::directed>(support::random_graph(seed, Ties::directed), weighted);
            compare<Direction::directed>(support::random_graph(seed, Ties::mixed), weighted);
            compare<Direction::undirected>(support::random_graph(seed, Ties::undirected), weighted);
        }
    }
}

}  // namespace
}  // namespace coopnet::brokerage
