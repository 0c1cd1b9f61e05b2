#include <coopnet/analysis/centrality/edge_betweenness.hpp>
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
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pointwise;

template <Direction D>
Scores edge_betweenness(const Csr<D>& view, std::span<const double> costs, const EdgeBetweennessOptions& options = {}) {
    Monitor monitor;
    return centrality::edge_betweenness(view, costs, options, monitor);
}

TEST(EdgeBetweenness, CountsAnUnorderedPairOnce) {
    const auto chain = support::path<Direction::undirected>(3);
    EXPECT_THAT(edge_betweenness(chain, {}, {.normalized = false}).values, ElementsAre(2, 2));
    EXPECT_THAT(edge_betweenness(chain, {}).values, ElementsAre(2.0 / 3, 2.0 / 3));
}

TEST(EdgeBetweenness, DividesByOrderedPairsWhenDirected) {
    EXPECT_THAT(edge_betweenness(support::path<Direction::directed>(3), {}).values, ElementsAre(2.0 / 6, 2.0 / 6));
    EXPECT_THAT(edge_betweenness(support::path<Direction::directed>(2), {}).values, ElementsAre(0.5));
}

TEST(EdgeBetweenness, GathersBothWaysOfAnUndirectedTieInADirectedView) {
    const Digraph view{3, {{0, 1, 1, true}, {1, 2}}};
    EXPECT_THAT(edge_betweenness(view, {}, {.normalized = false}).values, ElementsAre(3, 2));
}

TEST(EdgeBetweenness, LetsEquallyShortParallelEdgesShare) {
    const Ugraph view{2, {{0, 1}, {0, 1}, {1, 0}}};
    const std::vector costs{1.0, 2.0, 1.0};
    EXPECT_THAT(edge_betweenness(view, costs).values, ElementsAre(0.5, 0, 0.5));
}

TEST(EdgeBetweenness, IsZeroForALoop) {
    EXPECT_THAT(edge_betweenness(Ugraph{1, {{0, 0}}}, {}).values, ElementsAre(0));
    EXPECT_THAT(edge_betweenness(Ugraph{}, {}).values, IsEmpty());
}

TEST(EdgeBetweenness, RefusesCostsThatAreNotPositive) {
    for (const double bad : {0.0, -1.0, std::nan("")}) {
        EXPECT_THROW(edge_betweenness(Ugraph{2, {{0, 1}}}, std::vector{bad}), InvalidWeight) << bad;
    }
}

template <Direction D>
void compare_with_enumeration(const support::RandomGraph& graph, bool weighted) {
    const bool directed = D == Direction::directed;
    auto expected = support::between_ordered_pairs({graph, directed, weighted}).edges;
    if (!directed) {
        for (double& sum : expected) sum /= 2;
    }
    const auto costs = weighted ? graph.costs() : std::vector<double>{};
    const auto scores = edge_betweenness(graph.view<D>(), costs, {.normalized = false});
    EXPECT_THAT(scores.values, Pointwise(DoubleNear(1e-12), expected));
}

TEST(EdgeBetweenness, IsWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        SCOPED_TRACE(seed);
        for (const bool weighted : {false, true}) {
            compare_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::directed), weighted);
            compare_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::mixed), weighted);
            compare_with_enumeration<Direction::undirected>(support::random_graph(seed, Ties::undirected), weighted);
        }
    }
}

template <Direction D>
void compare_options_with_enumeration(const support::RandomGraph& graph, std::uint32_t seed) {
    const support::Plain plain{graph, D == Direction::directed, seed % 2 == 0};
    const auto costs = plain.weighted ? graph.costs() : std::vector<double>{};
    std::vector<bool> even;
    std::vector<bool> odd;
    std::vector<Vertex> sources;
    std::vector<Vertex> targets;
    for (Vertex v = 0; v < graph.count; ++v) {
        even.push_back(v % 2 == 0);
        odd.push_back(v % 2 == 1);
        (v % 2 == 0 ? sources : targets).push_back(v);
    }
    support::Counted counted{.cutoff = 1 + (seed % 7), .parallel_pathways = seed % 4 < 2};
    EdgeBetweennessOptions options{.normalized = false,
                                   .cutoff = static_cast<double>(*counted.cutoff) / (plain.weighted ? 10 : 1),
                                   .parallel_pathways = counted.parallel_pathways};
    if (seed % 3 < 2 && graph.count > 0) {
        counted.from = even;
        counted.to = odd;
        options.sources = sources;
        options.targets = targets;
    }
    auto expected = support::between_ordered_pairs(plain, counted).edges;
    if (!plain.directed) {
        for (double& sum : expected) sum /= 2;
    }
    EXPECT_THAT(edge_betweenness(graph.view<D>(), costs, options).values, Pointwise(DoubleNear(1e-12), expected));
}

TEST(EdgeBetweenness, IsWhatEnumerationFindsWithACutoffAndChosenActorsAndParallelPathways) {
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        SCOPED_TRACE(seed);
        compare_options_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::directed), seed);
        compare_options_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::mixed), seed);
        compare_options_with_enumeration<Direction::undirected>(support::random_graph(seed, Ties::undirected), seed);
    }
}

TEST(EdgeBetweenness, HalvesWhenEachTieIsDoubled) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        auto graph = support::random_graph(seed, Ties::mixed);
        auto expected = edge_betweenness(graph.view<Direction::directed>(), {}).values;
        for (double& score : expected) score /= 2;
        expected.insert(expected.end(), expected.begin(), expected.end());
        const auto edges = graph.edges;
        graph.edges.insert(graph.edges.end(), edges.begin(), edges.end());
        EXPECT_THAT(edge_betweenness(graph.view<Direction::directed>(), {}).values,
                    Pointwise(DoubleNear(1e-12), expected));
    }
}

TEST(EdgeBetweenness, SumsToAllDistances) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const auto graph = support::random_graph(seed, Ties::mixed);
        double sum = 0, expected = 0;
        for (const double score : edge_betweenness(graph.view<Direction::directed>(), {}, {.normalized = false}).values)
            sum += score;
        for (const auto& row : support::distances({graph, true, false})) {
            for (const auto& distance : row) expected += static_cast<double>(distance.value_or(0));
        }
        EXPECT_NEAR(sum, expected, 1e-10) << seed;
    }
}

}  // namespace
}  // namespace coopnet::centrality
