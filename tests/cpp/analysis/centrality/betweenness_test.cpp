#include <coopnet/analysis/centrality/betweenness.hpp>
#include <coopnet/core/error.hpp>
#include <coopnet/core/parallel.hpp>
#include <coopnet/view/csr_bgl.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <boost/graph/betweenness_centrality.hpp>
#include <support/oracle.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <span>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Ties;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::Pointwise;

template <Direction D>
Scores betweenness(const Csr<D>& view, std::span<const double> costs, const BetweennessOptions& options = {}) {
    Monitor monitor;
    return centrality::betweenness(view, costs, options, monitor);
}

TEST(Betweenness, CountsAnUnorderedPairOnce) {
    const auto chain = support::path<Direction::undirected>(3);
    EXPECT_THAT(betweenness(chain, {}, {.normalized = false}).values, ElementsAre(0, 1, 0));
    EXPECT_THAT(betweenness(chain, {}).values, ElementsAre(0, 1, 0));
}

TEST(Betweenness, DividesByOrderedPairsWhenDirected) {
    EXPECT_THAT(betweenness(support::path<Direction::directed>(3), {}).values, ElementsAre(0, 0.5, 0));
}

TEST(Betweenness, GivesAnUndirectedTieOfADirectedViewBothWays) {
    const Digraph chain{3, {{0, 1, 1, true}, {1, 2, 1, true}}};
    EXPECT_THAT(betweenness(chain, {}, {.normalized = false}).values, ElementsAre(0, 2, 0));
    EXPECT_THAT(betweenness(chain, {}).values, ElementsAre(0, 1, 0));
}

TEST(Betweenness, DoesNotTakeAParallelEdgeForAnotherPathway) {
    const Ugraph diamond{4, {{0, 1}, {0, 1}, {0, 2}, {1, 3}, {2, 3}}};
    EXPECT_THAT(betweenness(diamond, {}, {.normalized = false}).values, ElementsAre(0.5, 0.5, 0.5, 0.5));
}

TEST(Betweenness, SharesAPairBetweenCostsThatAreEqualOnPaper) {
    const Ugraph square{4, {{0, 1}, {1, 3}, {0, 2}, {2, 3}}};
    const std::vector costs{0.1, 0.7, 0.3, 0.5};  // in doubles 0.7999… and 0.8
    const auto scores = betweenness(square, costs, {.normalized = false}).values;
    EXPECT_THAT(scores, ElementsAre(1, 0.5, 0.5, 0));
}

TEST(Betweenness, CountsBothOfTwoEquallyShortWaysRoundARing) {
    const Ugraph square{4, {{0, 1}, {0, 3}, {1, 2}, {2, 3}}};
    const std::vector costs{2.0, 2.0, 1.0, 1.0};
    EXPECT_THAT(betweenness(square, costs, {.normalized = false}).values, ElementsAre(0, 0.5, 1, 0.5));
    EXPECT_THAT(betweenness(square, {}, {.normalized = false}).values, Each(0.5));
}

TEST(Betweenness, HoldsForATieThatCostsNextToNothing) {
    const Ugraph chain{3, {{0, 1}, {1, 2}}};
    const std::vector costs{1e-9, 100.0};
    EXPECT_THAT(betweenness(chain, costs, {.normalized = false}).values, ElementsAre(0, 1, 0));
    const std::vector no_scale{1e-9, 100.0 / 3};
    EXPECT_THAT(betweenness(chain, no_scale, {.normalized = false}).values, ElementsAre(0, 1, 0));
}

TEST(Betweenness, SharesAPairBetweenInverseStrengthsThatHaveNoDecimalScale) {
    const double a = 1.0 / 3;
    const double b = 1.0 / 11;
    const double c = 1.0 / 9;
    ASSERT_NE((a + b) + c, (c + b) + a);
    const Digraph two_ways{6, {{0, 1}, {1, 2}, {2, 5}, {0, 3}, {3, 4}, {4, 5}}};
    const std::vector costs{a, b, c, c, b, a};
    EXPECT_THAT(betweenness(two_ways, costs, {.normalized = false}).values, ElementsAre(0, 1.5, 1.5, 1.5, 1.5, 0));
}

TEST(Betweenness, CountsTheEndsIfAsked) {
    const auto chain = support::path<Direction::undirected>(3);
    EXPECT_THAT(betweenness(chain, {}, {.normalized = false, .endpoints = true}).values, ElementsAre(2, 3, 2));
    EXPECT_THAT(betweenness(chain, {}, {.endpoints = true}).values,
                ElementsAre(DoubleNear(2.0 / 3, 1e-15), 1, DoubleNear(2.0 / 3, 1e-15)));
}

// Boost would count the pathways in 64 bits, WebAssembly in 32: 2^40 of them here.
TEST(Betweenness, CountsManyPathways) {
    std::vector<EdgeSpec> edges;
    for (Vertex v = 0; v < 120; v += 3)
        edges.insert(edges.end(), {{v, v + 1}, {v, v + 2}, {v + 1, v + 3}, {v + 2, v + 3}});
    const auto scores = betweenness(Digraph{121, edges}, {}, {.normalized = false}).values;
    EXPECT_DOUBLE_EQ(scores[60], 60.0 * 60);
    EXPECT_DOUBLE_EQ(scores[61], scores[62]);
}

TEST(Betweenness, SaysWhyWhenPathwaysAreTooManyToCount) {
    std::vector<EdgeSpec> edges;
    for (Vertex v = 0; v < 3300; v += 3)
        edges.insert(edges.end(), {{v, v + 1}, {v, v + 2}, {v + 1, v + 3}, {v + 2, v + 3}});
    const Scores scores = betweenness(Digraph{3301, edges}, {});
    EXPECT_TRUE(std::isnan(scores.values[1500]));
    EXPECT_FALSE(scores.why.empty());
}

class SmallGraphs : public ::testing::TestWithParam<std::uint32_t> {};
TEST_P(SmallGraphs, HaveNobodyInBetween) {
    EXPECT_THAT(betweenness(Ugraph{GetParam(), {}}, {}).values, Each(0.0));
    EXPECT_THAT(betweenness(support::path<Direction::directed>(GetParam()), {}).values, Each(0.0));
}
INSTANTIATE_TEST_SUITE_P(NullToPair, SmallGraphs, ::testing::Values(0U, 1U, 2U));

TEST(Betweenness, RefusesCostsThatAreNotPositive) {
    const auto chain = support::path<Direction::undirected>(3);
    for (const double cost : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
        EXPECT_THROW(betweenness(chain, std::vector{cost, 1.0}), InvalidWeight) << cost;
    }
}

TEST(Betweenness, StopsWhenAskedAndTellsHowFarItIs) {
    Monitor monitor;
    centrality::betweenness(support::complete(5), {}, {}, monitor);
    EXPECT_EQ(monitor.done(), 5U);
    EXPECT_EQ(monitor.total(), 5U);
    monitor.cancel();
    EXPECT_THROW(centrality::betweenness(support::complete(5), {}, {}, monitor), Cancelled);
}

// --- oracles ----------------------------------------------------------------------

template <Direction D>
void compare_with_enumeration(const support::RandomGraph& graph, bool weighted, bool endpoints) {
    const bool directed = D == Direction::directed;
    auto expected = support::between_ordered_pairs({graph, directed, weighted}, {.endpoints = endpoints}).actors;
    if (!directed) {
        for (double& sum : expected) sum /= 2;
    }
    const auto costs = weighted ? graph.costs() : std::vector<double>{};
    const auto scores = betweenness(graph.view<D>(), costs, {.normalized = false, .endpoints = endpoints});
    EXPECT_THAT(scores.values, Pointwise(DoubleNear(1e-12), expected));
}

TEST(Betweenness, IsWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        SCOPED_TRACE(seed);
        for (const bool weighted : {false, true}) {
            const bool endpoints = seed % 2 == 0;
            compare_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::directed), weighted,
                                                          endpoints);
            compare_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::mixed), weighted,
                                                          endpoints);
            compare_with_enumeration<Direction::undirected>(support::random_graph(seed, Ties::undirected), weighted,
                                                            endpoints);
        }
    }
}

// Every option at once, each by whether a bit of the seed is set.
template <Direction D>
void compare_options_with_enumeration(const support::RandomGraph& graph, std::uint32_t seed) {
    const support::Plain plain{graph, D == Direction::directed, seed % 2 == 0};
    const auto costs = plain.weighted ? graph.costs() : std::vector<double>{};
    std::mt19937 random{seed};
    std::vector<bool> from;
    std::vector<bool> to;
    std::vector<Vertex> sources;
    std::vector<Vertex> targets;
    for (Vertex v = 0; v < graph.count; ++v) {
        from.push_back(support::below(random, 3) > 0);
        to.push_back(support::below(random, 3) > 0);
        if (from[v]) sources.push_back(v);
        if (to[v]) targets.insert(targets.end(), 2, v);  // naming an actor twice changes nothing
    }
    support::Counted counted{.endpoints = seed % 4 < 2, .parallel_pathways = seed % 8 < 4};
    BetweennessOptions options{
        .normalized = false, .endpoints = counted.endpoints, .parallel_pathways = counted.parallel_pathways};
    if (seed % 16 < 8) {
        counted.cutoff = 1 + support::below(random, plain.weighted ? 20 : 4);
        options.cutoff = static_cast<double>(*counted.cutoff) / (plain.weighted ? 10 : 1);
    }
    if (seed % 5 < 3 && graph.count > 0) {
        counted.from = from;
        options.sources = sources;
    }
    if (seed % 7 < 4 && graph.count > 0) {
        counted.to = to;
        options.targets = targets;
    }
    auto expected = support::between_ordered_pairs(plain, counted).actors;
    if (!plain.directed) {
        for (double& sum : expected) sum /= 2;
    }
    EXPECT_THAT(betweenness(graph.view<D>(), costs, options).values, Pointwise(DoubleNear(1e-12), expected));
}

TEST(Betweenness, IsWhatEnumerationFindsWithACutoffAndChosenActorsAndParallelPathways) {
    for (std::uint32_t seed = 0; seed < 600; ++seed) {
        SCOPED_TRACE(seed);
        compare_options_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::directed), seed);
        compare_options_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::mixed), seed);
        compare_options_with_enumeration<Direction::undirected>(support::random_graph(seed, Ties::undirected), seed);
    }
}

TEST(Betweenness, CountsAPathwayAsLongAsTheCutoffOnPaper) {
    const auto chain = support::path<Direction::undirected>(3);
    const std::vector costs{0.1, 0.2};  // 0.30000000000000004 in doubles
    EXPECT_EQ(betweenness(chain, costs, {.cutoff = 0.3}).values[1], 1);
    EXPECT_EQ(betweenness(chain, costs, {.cutoff = 0.29}).values[1], 0);
    EXPECT_EQ(betweenness(chain, {}, {.cutoff = 0}).values[1], 0);
    EXPECT_EQ(betweenness(chain, {}, {.cutoff = std::numeric_limits<double>::infinity()}).values[1], 1);
}

TEST(Betweenness, RefusesACutoffThatIsNoLengthAndActorsThatAreNotThere) {
    const auto chain = support::path<Direction::undirected>(3);
    const std::vector<Vertex> stranger{3};
    EXPECT_THROW(betweenness(chain, {}, {.cutoff = -1}), InvalidOption);
    EXPECT_THROW(betweenness(chain, {}, {.cutoff = std::nan("")}), InvalidOption);
    EXPECT_THROW(betweenness(chain, {}, {.sources = stranger}), InvalidOption);
    EXPECT_THROW(betweenness(chain, {}, {.targets = stranger}), InvalidOption);
}

Digraph sparse_graph(std::uint32_t count, std::uint32_t edge_count) {
    std::mt19937 random{7};
    std::vector<EdgeSpec> edges;
    for (std::uint32_t i = 0; i < edge_count; ++i) {
        const auto source = static_cast<Vertex>(random() % count);
        const auto target = static_cast<Vertex>((source + 1 + random() % (count - 1)) % count);
        const auto same = [&](const EdgeSpec& edge) { return edge.source == source && edge.target == target; };
        if (std::ranges::none_of(edges, same)) edges.push_back({source, target});
    }
    return {count, edges};
}

TEST(Betweenness, AgreesWithBoostWhereThatIsRight) {
    const Digraph view = sparse_graph(1000, 3000);
    std::vector<double> expected(view.vertex_count(), 0.0);
    boost::brandes_betweenness_centrality(view, by_vertex(expected));
    const auto scores = betweenness(view, {}, {.normalized = false}).values;
    for (Vertex v = 0; v < expected.size(); ++v) EXPECT_NEAR(scores[v], expected[v], 1e-9 * (1 + expected[v]));
}

TEST(Betweenness, HasTheSameBitsForAnyNumberOfThreads) {
    const Digraph view = sparse_graph(800, 4000);
    set_threads(1);
    const auto alone = betweenness(view, {}).values;
    for (const std::size_t threads : {2U, 7U}) {
        set_threads(threads);
        EXPECT_THAT(betweenness(view, {}).values, ElementsAreArray(alone)) << threads;
    }
    set_threads(0);
}

// --- relations --------------------------------------------------------------------

class OnRandomGraphs : public ::testing::Test {
protected:
    template <class Check>
    static void each(const Check& check) {
        for (std::uint32_t seed = 0; seed < 300; ++seed) {
            SCOPED_TRACE(seed);
            check(support::random_graph(seed, Ties::mixed));
        }
    }
    static std::vector<double> scores(const support::RandomGraph& graph) {
        return betweenness(graph.view<Direction::directed>(), graph.costs(), {.normalized = false}).values;
    }
    static void expect_equal(const std::vector<double>& a, const std::vector<double>& b) {
        EXPECT_THAT(a, Pointwise(DoubleNear(1e-12), b));
    }
};
using BetweennessRelation = OnRandomGraphs;

TEST_F(BetweennessRelation, RelabelingMovesTheScoresAlong) {
    each([](support::RandomGraph graph) {
        auto expected = scores(graph);
        std::ranges::reverse(expected);
        for (EdgeSpec& edge : graph.edges) {
            edge.source = graph.count - 1 - edge.source;
            edge.target = graph.count - 1 - edge.target;
        }
        std::ranges::reverse(graph.edges);
        std::ranges::reverse(graph.tenths);
        expect_equal(scores(graph), expected);
    });
}

TEST_F(BetweennessRelation, ReversingAllTiesChangesNothing) {
    each([](support::RandomGraph graph) {
        const auto expected = scores(graph);
        for (EdgeSpec& edge : graph.edges) std::swap(edge.source, edge.target);
        expect_equal(scores(graph), expected);
    });
}

TEST_F(BetweennessRelation, AnIsolateChangesNothing) {
    each([](support::RandomGraph graph) {
        auto expected = scores(graph);
        expected.push_back(0);
        ++graph.count;
        expect_equal(scores(graph), expected);
    });
}

TEST_F(BetweennessRelation, DoublingEachTieChangesNothing) {
    each([](support::RandomGraph graph) {
        const auto expected = scores(graph);
        const auto edges = graph.edges;
        const auto tenths = graph.tenths;
        graph.edges.insert(graph.edges.end(), edges.begin(), edges.end());
        graph.tenths.insert(graph.tenths.end(), tenths.begin(), tenths.end());
        expect_equal(scores(graph), expected);
    });
}

TEST_F(BetweennessRelation, TwoCopiesScoreAlike) {
    each([](support::RandomGraph graph) {
        auto expected = scores(graph);
        expected.insert(expected.end(), expected.begin(), expected.end());
        const auto edges = graph.edges;
        const auto tenths = graph.tenths;
        for (const EdgeSpec& edge : edges) {
            graph.edges.push_back({edge.source + graph.count, edge.target + graph.count, 1, edge.both_ways});
        }
        graph.tenths.insert(graph.tenths.end(), tenths.begin(), tenths.end());
        graph.count *= 2;
        expect_equal(scores(graph), expected);
    });
}

TEST_F(BetweennessRelation, ScalingAllCostsChangesNothing) {
    each([](support::RandomGraph graph) {
        const auto expected = scores(graph);
        for (std::uint32_t& length : graph.tenths) length *= 7;
        expect_equal(scores(graph), expected);
    });
}

TEST_F(BetweennessRelation, TheSumIsThatOfDistancesLessOneStep) {
    each([](const support::RandomGraph& graph) {
        const auto unweighted = betweenness(graph.view<Direction::directed>(), {}, {.normalized = false}).values;
        double sum = 0, expected = 0;
        for (const double score : unweighted) sum += score;
        for (const auto& row : support::distances({graph, true, false})) {
            for (const auto& distance : row)
                expected += distance && *distance > 0 ? static_cast<double>(*distance) - 1 : 0;
        }
        EXPECT_NEAR(sum, expected, 1e-10);
    });
}

TEST_F(BetweennessRelation, ALeafHungOnAnActorGivesItAllOthers) {
    const auto with_leaf = [](Vertex at) {
        auto edges = support::ring<Direction::undirected>(6).edges();
        edges.push_back({at, 6});
        return Ugraph{7, edges};
    };
    const auto before = betweenness(support::ring<Direction::undirected>(6), {}, {.normalized = false}).values;
    const auto after = betweenness(with_leaf(2), {}, {.normalized = false}).values;
    EXPECT_DOUBLE_EQ(after[2] - before[2], 5);
    EXPECT_EQ(after[6], 0);
}

}  // namespace
}  // namespace coopnet::centrality
