#include "support/graphs.hpp"

#include <coopnet/analysis/scenario/robustness.hpp>
#include <coopnet/core/parallel.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

namespace coopnet::scenario {
namespace {

using support::Ties;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

// By definition: from every actor that is left, walk over every edge that is left.
std::uint32_t largest_piece(const support::RandomGraph& graph, const std::vector<bool>& actor_gone,
                            const std::vector<bool>& edge_gone) {
    std::uint32_t largest = 0;
    for (Vertex start = 0; start < graph.count; ++start) {
        if (actor_gone[start]) continue;
        std::vector<bool> met(graph.count, false);
        met[start] = true;
        for (bool grew = true; grew;) {
            grew = false;
            for (std::size_t e = 0; e < graph.edges.size(); ++e) {
                const auto [a, b] = std::pair{graph.edges[e].source, graph.edges[e].target};
                if (edge_gone[e] || actor_gone[a] || actor_gone[b] || met[a] == met[b]) continue;
                met[a] = met[b] = grew = true;
            }
        }
        largest = std::max(largest, static_cast<std::uint32_t>(std::ranges::count(met, true)));
    }
    return largest;
}

std::vector<std::uint32_t> by_definition(const support::RandomGraph& graph, const std::vector<std::uint32_t>& order,
                                         bool actors) {
    std::vector<bool> actor_gone(graph.count, false);
    std::vector<bool> edge_gone(graph.edges.size(), false);
    std::vector<std::uint32_t> sizes{largest_piece(graph, actor_gone, edge_gone)};
    for (const std::uint32_t next : order) {
        (actors ? actor_gone : edge_gone)[next] = true;
        sizes.push_back(largest_piece(graph, actor_gone, edge_gone));
    }
    return sizes;
}

class Robustness : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(Robustness, LeavesThePiecesThatAreLeft) {
    for (const Ties ties : {Ties::directed, Ties::undirected, Ties::mixed}) {
        const auto graph = support::random_graph(GetParam(), ties);
        std::mt19937 random{GetParam()};
        const auto shuffled = [&](std::size_t count) {
            std::vector<std::uint32_t> order(count);
            std::iota(order.begin(), order.end(), 0U);
            for (std::size_t i = count; i > 1; --i)
                std::swap(order[i - 1], order[support::below(random, static_cast<std::uint32_t>(i))]);
            if (count > 2) order.resize(count - GetParam() % 2);  // orders of some, too
            return order;
        };
        const auto actors = shuffled(graph.count);
        const auto edges = shuffled(graph.edges.size());
        if (ties == Ties::undirected) {
            const auto view = graph.view<Direction::undirected>();
            EXPECT_EQ(largest_without_actors(view, actors), by_definition(graph, actors, true));
            EXPECT_EQ(largest_without_edges(view, edges), by_definition(graph, edges, false));
        } else {
            const auto view = graph.view<Direction::directed>();
            EXPECT_EQ(largest_without_actors(view, actors), by_definition(graph, actors, true));
            EXPECT_EQ(largest_without_edges(view, edges), by_definition(graph, edges, false));
        }
    }
}
INSTANTIATE_TEST_SUITE_P(ManySeeds, Robustness, ::testing::Range(0U, 100U));

TEST(Robustness, OfAStarEndsWithItsHub) {
    const Ugraph star = support::star<Direction::undirected>(4);
    EXPECT_THAT(largest_without_actors(star, std::vector<Vertex>{0, 1}), ElementsAre(5, 1, 1));
    EXPECT_THAT(largest_without_actors(star, std::vector<Vertex>{1, 0}), ElementsAre(5, 4, 1));
    EXPECT_THAT(largest_without_edges(star, std::vector<EdgeId>{0, 1, 2, 3}), ElementsAre(5, 4, 3, 2, 1));
}

TEST(Robustness, OfNobodyIsNothing) {
    EXPECT_THAT(largest_without_actors(Ugraph{0, {}}, {}), ElementsAre(0));
    EXPECT_THAT(largest_without_edges(Ugraph{2, {}}, {}), ElementsAre(1));
}

TEST(Robustness, RefusesToRemoveTwice) {
    const Ugraph pair = support::path<Direction::undirected>(2);
    EXPECT_THAT([&] { largest_without_actors(pair, std::vector<Vertex>{0, 0}); },
                ThrowsMessage<InvalidOption>(HasSubstr("Each actor is removed once")));
    EXPECT_THAT([&] { largest_without_edges(pair, std::vector<EdgeId>{1}); },
                ThrowsMessage<InvalidOption>(HasSubstr("Each tie is removed once")));
}

TEST(RandomFailures, AreTheMeanOfTheirOrders) {
    const auto graph = support::random_graph(7, Ties::directed);
    const auto view = graph.view<Direction::directed>();
    for (const Removed of : {Removed::actors, Removed::ties}) {
        const bool actors = of == Removed::actors;
        const std::uint32_t count = actors ? view.vertex_count() : view.edge_count();
        Monitor monitor;
        const FailureCurve curve = random_failures(view, {.of = of, .runs = 130, .seed = 3}, monitor);
        std::vector<double> sum(count + 1, 0);
        std::vector<std::uint32_t> low(count + 1, 100);
        std::vector<std::uint32_t> high(count + 1, 0);
        for (std::uint64_t run = 0; run < 130; ++run) {
            const auto sizes = by_definition(graph, random_order(count, 3, run), actors);
            for (std::size_t i = 0; i < sizes.size(); ++i) {
                sum[i] += sizes[i];
                low[i] = std::min(low[i], sizes[i]);
                high[i] = std::max(high[i], sizes[i]);
            }
        }
        for (double& mean : sum) mean /= 130;
        EXPECT_EQ(curve.mean, sum);
        EXPECT_EQ(curve.low, low);
        EXPECT_EQ(curve.high, high);
        EXPECT_EQ(monitor.done(), 130U);
    }
}

TEST(RandomFailures, AreTheSameForAnyNumberOfThreads) {
    const Ugraph ring = support::ring<Direction::undirected>(30);
    Monitor monitor;
    set_threads(1);
    const FailureCurve one = random_failures(ring, {.runs = 100, .seed = 5}, monitor);
    set_threads(4);
    const FailureCurve four = random_failures(ring, {.runs = 100, .seed = 5}, monitor);
    set_threads(0);
    EXPECT_EQ(one.mean, four.mean);
    EXPECT_EQ(one.low, four.low);
    EXPECT_EQ(one.high, four.high);
    EXPECT_NE(one.mean, random_failures(ring, {.runs = 100, .seed = 6}, monitor).mean);
}

TEST(RandomFailures, StopWhenAsked) {
    const Ugraph ring = support::ring<Direction::undirected>(30);
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(random_failures(ring, {}, monitor), Cancelled);
    Monitor other;
    EXPECT_THROW(random_failures(ring, {.runs = 0}, other), InvalidOption);
}

TEST(RandomOrder, HoldsEveryNumberOnceAndEachFirstAboutAsOften) {
    std::vector<std::uint32_t> first(4, 0);
    for (std::uint64_t run = 0; run < 4000; ++run) {
        auto order = random_order(4, 1, run);
        ++first[order[0]];
        std::ranges::sort(order);
        ASSERT_THAT(order, ElementsAre(0, 1, 2, 3));
    }
    EXPECT_THAT(first, Each(::testing::AllOf(::testing::Gt(880U), ::testing::Lt(1120U))));  // 1000 ± 4.4 σ
}

}  // namespace
}  // namespace coopnet::scenario
