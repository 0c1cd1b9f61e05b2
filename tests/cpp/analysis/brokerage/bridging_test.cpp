#include <coopnet/analysis/brokerage/bridging.hpp>
#include <coopnet/core/parallel.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
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

// --- by what is lost with a tie ---------------------------------------------------

template <Direction D>
std::vector<TieBridging> tie_bridging(const Csr<D>& view, TieBridgingOptions options = {}) {
    Monitor monitor;
    return brokerage::tie_bridging(view, options, monitor);
}

template <Direction D>
Scores bridging_by_loss(const Csr<D>& view, TieBridgingOptions options = {}) {
    Monitor monitor;
    return brokerage::bridging_by_loss(view, options, monitor);
}

TEST(TieBridging, IsAllOfAPairAndNothingOfAMutualTieMore) {
    const auto pair = tie_bridging(Ugraph{2, {{0, 1}}});
    ASSERT_EQ(pair.size(), 1);
    EXPECT_EQ(pair[0].loss, 1);
    EXPECT_EQ(tie_bridging(Digraph{3, {{0, 1}, {1, 0}}}, {.normalized = false})[0].loss, 2.0 / 6);
    EXPECT_TRUE(tie_bridging(Digraph{1, {{0, 0}}}).empty());
    EXPECT_TRUE(tie_bridging(Ugraph{}).empty());
}

TEST(TieBridging, IsHighestBetweenTwoTriangles) {
    const Ugraph view{6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 3}}};
    const auto ties = tie_bridging(view);
    for (const TieBridging& tie : ties) {
        if (tie.first == 2 && tie.second == 3) {
            EXPECT_NEAR(tie.loss, (1 + 4 * 0.5 + 4.0 / 3) / (7 + 4 * 0.5 + 4.0 / 3), 1e-12);
        } else {
            EXPECT_LT(tie.loss, 0.15);
        }
    }
    const auto actors = bridging_by_loss(view).values;
    EXPECT_GT(actors[2], actors[0]);
}

TEST(TieBridging, OfAnIsolateIsUndefinedAndSaysWhy) {
    const Scores scores = bridging_by_loss(Ugraph{3, {{0, 1}}});
    EXPECT_TRUE(std::isnan(scores.values[2]));
    EXPECT_FALSE(scores.why.empty());
}

TEST(TieBridging, StopsWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(brokerage::tie_bridging(support::complete(3), {}, monitor), Cancelled);
}

TEST(TieBridging, IsTheSameForAnyNumberOfThreads) {
    std::mt19937 random{3};
    const Digraph view{400, support::random_edges(random, 400, 1500, true)};
    set_threads(1);
    const auto one = bridging_by_loss(view).values;
    set_threads(2);
    const auto two = bridging_by_loss(view).values;
    set_threads(0);
    for (std::size_t v = 0; v < one.size(); ++v) EXPECT_TRUE(one[v] == two[v] || std::isnan(one[v]));
}

// The mean of one over the steps between ordered pairs (Floyd and Warshall).
double cohesion(const std::vector<EdgeSpec>& edges, std::uint32_t count, bool directed) {
    constexpr double far = 1e9;
    std::vector<std::vector<double>> steps(count, std::vector<double>(count, far));
    for (const EdgeSpec& edge : edges) {
        steps[edge.source][edge.target] = 1;
        if (!directed || edge.both_ways) steps[edge.target][edge.source] = 1;
    }
    for (std::uint32_t w = 0; w < count; ++w) {
        for (std::uint32_t u = 0; u < count; ++u) {
            for (std::uint32_t v = 0; v < count; ++v) steps[u][v] = std::min(steps[u][v], steps[u][w] + steps[w][v]);
        }
    }
    double sum = 0;
    for (std::uint32_t u = 0; u < count; ++u) {
        for (std::uint32_t v = 0; v < count; ++v) sum += u != v && steps[u][v] < far ? 1 / steps[u][v] : 0;
    }
    return sum / (count * (count - 1.0));
}

template <Direction D>
void compare_losses(const support::RandomGraph& graph) {
    constexpr bool directed = D == Direction::directed;
    const double whole = cohesion(graph.edges, graph.count, directed);
    std::vector<double> sums(graph.count, 0), contacts(graph.count, 0);
    const auto raw = tie_bridging(graph.view<D>(), {.normalized = false});
    const auto shares = tie_bridging(graph.view<D>());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        auto left = graph.edges;
        std::erase_if(left, [&](const EdgeSpec& edge) {
            return std::minmax(edge.source, edge.target) == std::minmax(raw[i].first, raw[i].second);
        });
        EXPECT_LT(left.size(), graph.edges.size());
        const double loss = whole - cohesion(left, graph.count, directed);
        EXPECT_NEAR(raw[i].loss, loss, 1e-12);
        EXPECT_NEAR(shares[i].loss, loss / whole, 1e-12);
        for (const Vertex v : {raw[i].first, raw[i].second}) {
            sums[v] += loss;
            ++contacts[v];
        }
    }
    const auto scores = bridging_by_loss(graph.view<D>(), {.normalized = false}).values;
    for (std::size_t v = 0; v < graph.count; ++v) {
        if (contacts[v] > 0) {
            EXPECT_NEAR(scores[v], sums[v] / contacts[v], 1e-12);
        }
    }
}

TEST(TieBridging, IsWhatRemovalFinds) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        compare_losses<Direction::directed>(support::random_graph(seed, Ties::directed));
        compare_losses<Direction::directed>(support::random_graph(seed, Ties::mixed));
        compare_losses<Direction::undirected>(support::random_graph(seed, Ties::undirected));
    }
}

}  // namespace
}  // namespace coopnet::brokerage
