#include <coopnet/analysis/pathways/reliability.hpp>

#include <coopnet/core/parallel.hpp>

#include "support/graphs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <utility>

namespace coopnet::pathways {
namespace {

using support::Ties;
using testing::Each;

// Does a state, a bit an edge, lead from source to target? Spreads along the list of edges.
bool leads(const support::RandomGraph& graph, bool directed, std::uint32_t state, Vertex source, Vertex target) {
    std::vector<bool> in(graph.count, false);
    in[source] = true;
    for (std::uint32_t round = 0; round < graph.count; ++round) {
        for (EdgeId id = 0; id < graph.edges.size(); ++id) {
            const EdgeSpec& edge = graph.edges[id];
            if ((state >> id & 1U) == 0) continue;
            if (in[edge.source]) in[edge.target] = true;
            if (in[edge.target] && (!directed || edge.both_ways)) in[edge.source] = true;
        }
    }
    return in[target];
}

double by_states(const support::RandomGraph& graph, bool directed, const std::vector<double>& probabilities,
                 Vertex source, Vertex target) {
    double sum = 0;
    for (std::uint32_t state = 0; state < 1U << graph.edges.size(); ++state) {
        if (!leads(graph, directed, state, source, target)) continue;
        double chance = 1;
        for (EdgeId id = 0; id < graph.edges.size(); ++id) {
            chance *= (state >> id & 1U) != 0 ? probabilities[id] : 1 - probabilities[id];
        }
        sum += chance;
    }
    return sum;
}

// Tenths, and some that are sure or impossible.
std::vector<double> chances(const support::RandomGraph& graph) {
    std::vector<double> chances;
    for (const std::uint32_t tenths : graph.tenths) {
        chances.push_back(tenths == 9 ? 1 : tenths == 1 ? 0 : tenths / 10.0);
    }
    return chances;
}

constexpr std::size_t most_edges = 11;  // 2048 states

template <Direction D>
void expect_by_states(std::uint32_t seed, Ties ties) {
    auto graph = support::random_graph(seed, ties);
    if (graph.count < 2) return;
    if (graph.edges.size() > most_edges) graph.edges.resize(most_edges);
    graph.tenths.resize(graph.edges.size());
    const auto view = graph.view<D>();
    auto works = chances(graph);
    Monitor monitor;
    for (Vertex target = 1; target < graph.count; ++target) {
        SCOPED_TRACE(testing::Message() << "seed " << seed << ", target " << target);
        const double expected = by_states(graph, D == Direction::directed, works, 0, target);
        EXPECT_NEAR(reliability(view, works, 0, target, ReliabilityOptions{}, monitor).works.value, expected, 1e-12);
        const auto found = importance(view, works, 0, target, ReliabilityOptions{}, monitor).edges;
        for (EdgeId id = 0; id < works.size(); ++id) {
            const double chance = std::exchange(works[id], 1);
            const double with = by_states(graph, D == Direction::directed, works, 0, target);
            works[id] = 0;
            const double without = by_states(graph, D == Direction::directed, works, 0, target);
            works[id] = chance;
            EXPECT_NEAR(found[id].value, with - without, 1e-12) << id;
        }
    }
}

class Reliability : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(Reliability, IsTheShareOfStatesThatLead) {
    expect_by_states<Direction::directed>(GetParam(), Ties::directed);
    expect_by_states<Direction::directed>(GetParam(), Ties::mixed);
    expect_by_states<Direction::undirected>(GetParam(), Ties::undirected);
}
INSTANTIATE_TEST_SUITE_P(OnSmallGraphs, Reliability, ::testing::Range(0U, 60U));

template <Direction D>
Csr<D> grid(std::uint32_t width, std::uint32_t height) {
    std::vector<EdgeSpec> edges;
    for (Vertex v = 0; v < width * height; ++v) {
        if (v % width + 1 < width) edges.push_back({v, v + 1});
        if (v + width < width * height) edges.push_back({v, v + width});
    }
    return {width * height, edges};
}

double exactly(const auto& view, double chance, Vertex source, Vertex target) {
    Monitor monitor;
    const std::vector<double> works(view.edge_count(), chance);
    return reliability(view, works, source, target, ReliabilityOptions{}, monitor).works.value;
}

TEST(Reliability, OfAPathIsAProductAndOfParallelEdgesTheirJointChance) {
    EXPECT_NEAR(exactly(support::path<Direction::directed>(30'000), 0.9999, 0, 29'999), std::pow(0.9999, 29'999),
                1e-10);
    EXPECT_DOUBLE_EQ(exactly(Ugraph{2, std::vector<EdgeSpec>(3, {0, 1})}, 0.5, 0, 1), 0.875);
}

TEST(Reliability, OfABridgeOfFiveIsTheKnownPolynomial) {
    // Moore and Shannon's bridge: 2p² + 2p³ − 5p⁴ + 2p⁵.
    const Ugraph bridge{4, {{0, 2}, {0, 3}, {2, 3}, {2, 1}, {3, 1}}};
    for (const double p : {0.1, 0.5, 0.9}) {
        EXPECT_NEAR(exactly(bridge, p, 0, 1), 2 * p * p + 2 * p * p * p - 5 * std::pow(p, 4) + 2 * std::pow(p, 5),
                    1e-15);
    }
}

TEST(Reliability, IsZeroWithoutAPathway) {
    EXPECT_EQ(exactly(Ugraph{2, {}}, 1, 0, 1), 0);
    EXPECT_EQ(exactly(Digraph{2, {{1, 0}}}, 1, 0, 1), 0);
}

TEST(Reliability, OfAGridIsExactThoughItHasMoreStatesThanAtoms) {
    const auto view = grid<Direction::undirected>(6, 12);
    Monitor monitor;
    const std::vector<double> works(view.edge_count(), 0.8);
    const double exact = exactly(view, 0.8, 0, 71);
    const auto sampled =
        reliability(view, works, 0, 71, ReliabilityOptions{.method = Method::sample, .samples = 200'000}, monitor);
    EXPECT_NEAR(sampled.works.value, exact, 0.005);
    EXPECT_LE(sampled.works.low, exact);
    EXPECT_GE(sampled.works.high, exact);
}

TEST(Reliability, RefusesWhatIsTooLargeWithBothNumbers) {
    std::mt19937 random{1};
    Monitor monitor;
    const auto ask = [&](std::uint32_t vertices, std::uint32_t edges, std::optional<double> time_limit) {
        const Ugraph view{vertices, support::random_edges(random, vertices, edges, false)};
        const std::vector<double> works(view.edge_count(), 0.5);
        static_cast<void>(reliability(view, works, 0, 1, ReliabilityOptions{.time_limit = time_limit}, monitor));
    };
    EXPECT_THAT([&] { ask(40, 300, 0); }, testing::ThrowsMessage<InvalidOption>(testing::HasSubstr("time was up")));
    EXPECT_THAT([&] { ask(24, 200, {}); },
                testing::ThrowsMessage<InvalidOption>(testing::ContainsRegex("[0-9]+ ties.*states.*limit is 500000")));
    EXPECT_THAT([&] { ask(900, 4000, {}); },
                testing::ThrowsMessage<InvalidOption>(testing::ContainsRegex("[0-9]+ ties.*actors.*limit is 29")));
}

TEST(Reliability, RefusesWhatIsNone) {
    const Ugraph pair{2, {{0, 1}}};
    const std::vector<double> works{0.5};
    const std::vector<double> wrong{1.5};
    Monitor monitor;
    EXPECT_THROW(reliability(pair, works, 0, 0, ReliabilityOptions{}, monitor), InvalidOption);
    EXPECT_THROW(reliability(pair, {}, 0, 1, ReliabilityOptions{}, monitor), InvalidOption);
    EXPECT_THROW(reliability(pair, wrong, 0, 1, ReliabilityOptions{.method = Method::sample}, monitor), InvalidWeight);
    EXPECT_THROW(reliability(pair, works, 0, 1, ReliabilityOptions{.method = Method::sample, .samples = 0}, monitor),
                 InvalidOption);
    EXPECT_THROW(reliability(pair, works, 0, 1, ReliabilityOptions{.method = Method::sample, .confidence = 1}, monitor),
                 InvalidOption);
    monitor.cancel();
    EXPECT_THROW(reliability(pair, works, 0, 1, {}, monitor), Cancelled);
    EXPECT_THROW(reliability(pair, works, 0, 1, ReliabilityOptions{.method = Method::sample}, monitor), Cancelled);
}

// Large enough for a front that people leave and come to; what enumeration shows of small ones
// is held against samples here.
TEST(Reliability, OfLargerNetworksAgreesWithSamples) {
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
        std::mt19937 random{seed};
        const Digraph view{26, support::random_edges(random, 26, 60, true)};
        std::vector<double> works;
        for (const double weight : view.weights()) works.push_back((weight + 1) / 10);
        Monitor monitor;
        const auto exact = reliability(view, works, 0, 1, {}, monitor).works.value;
        const auto sampled =
            reliability(view, works, 0, 1, {.method = Method::sample, .confidence = 1 - 1e-6}, monitor).works;
        EXPECT_LE(sampled.low, exact) << seed;
        EXPECT_GE(sampled.high, exact) << seed;
    }
}

class Samples : public ::testing::TestWithParam<std::uint32_t> {};

// Each interval misses in 1 of 10⁶, and what it is of is known.
TEST_P(Samples, HoldTheExactNumberInTheirInterval) {
    const auto graph = support::random_graph(GetParam(), Ties::mixed);
    if (graph.count < 2) return;
    const auto view = graph.view<Direction::directed>();
    const auto works = chances(graph);
    const ReliabilityOptions options{
        .method = Method::sample, .samples = 20'001, .seed = GetParam(), .confidence = 1 - 1e-6};
    Monitor monitor;
    const auto sampled = reliability(view, works, 0, 1, options, monitor);
    const double exact = reliability(view, works, 0, 1, ReliabilityOptions{}, monitor).works.value;
    EXPECT_LE(sampled.works.low, exact);
    EXPECT_GE(sampled.works.high, exact);
    const auto some = importance(view, works, 0, 1, options, monitor).edges;
    const auto all = importance(view, works, 0, 1, ReliabilityOptions{}, monitor).edges;
    for (EdgeId id = 0; id < all.size(); ++id) {
        EXPECT_LE(some[id].low, all[id].value + 1e-15) << id;
        EXPECT_GE(some[id].high, all[id].value - 1e-15) << id;
    }
}
INSTANTIATE_TEST_SUITE_P(OfSmallGraphs, Samples, ::testing::Range(0U, 40U));

TEST(Samples, AreAsManyAsAskedWhateverTheBlock) {
    const Ugraph pair{2, {{0, 1}}};
    const std::vector<double> sure{1.0};
    Monitor monitor;
    for (const std::uint64_t samples : {1U, 63U, 64U, 65U, 511U, 512U, 513U, 100'000U}) {
        const auto found =
            reliability(pair, sure, 0, 1, ReliabilityOptions{.method = Method::sample, .samples = samples}, monitor);
        EXPECT_EQ(found.works.value, 1) << samples;
        EXPECT_EQ(found.samples, samples);
    }
}

TEST(Samples, AreTheSameForAnyNumberOfThreads) {
    const auto view = grid<Direction::undirected>(5, 5);
    const std::vector<double> works(view.edge_count(), 0.7);
    std::vector<double> found;
    for (const std::size_t threads : {1U, 2U, 7U}) {
        set_threads(threads);
        Monitor monitor;
        found.push_back(
            reliability(view, works, 0, 24, ReliabilityOptions{.method = Method::sample, .seed = 4}, monitor)
                .works.value);
    }
    set_threads(0);
    EXPECT_THAT(found, Each(found.front()));
    Monitor monitor;
    EXPECT_NE(
        reliability(view, works, 0, 24, ReliabilityOptions{.method = Method::sample, .seed = 5}, monitor).works.value,
        found.front());
}

TEST(Samples, GiveTheIntervalOfClopperAndPearson) {
    // All of n: from (α/2)^(1/n) to 1.
    const Ugraph pair{2, {{0, 1}}};
    const std::vector<double> sure{1.0};
    Monitor monitor;
    const auto found = reliability(
        pair, sure, 0, 1, ReliabilityOptions{.method = Method::sample, .samples = 10, .confidence = 0.9}, monitor);
    EXPECT_NEAR(found.works.low, std::pow(0.05, 0.1), 1e-12);
    EXPECT_EQ(found.works.high, 1);
}

TEST(Samples, StopWhenTheTimeIsUp) {
    const auto view = grid<Direction::undirected>(20, 20);
    const std::vector<double> works(view.edge_count(), 0.5);
    Monitor monitor;
    const ReliabilityOptions options{.method = Method::sample, .samples = 1'000'000'000'000, .time_limit = 0.02};
    const auto found = reliability(view, works, 0, 399, options, monitor);
    EXPECT_TRUE(found.partial);
    EXPECT_LT(found.samples, options.samples);
}

}  // namespace
}  // namespace coopnet::pathways
