// Pathways that share nothing, and the cuts that part what they join.
#include <coopnet/analysis/pathways/cuts.hpp>
#include <coopnet/analysis/pathways/disjoint.hpp>

#include "support/all_pathways.hpp"
#include "support/graphs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <functional>
#include <set>
#include <tuple>

namespace coopnet::pathways {
namespace {

using support::Ties;
using support::Walked;
using testing::ElementsAre;
using testing::IsEmpty;
using Set = std::vector<std::uint32_t>;

// Actors between the ends, or edges.
Set members(const Walked& way, Of of) {
    if (of == Of::ties) return way.edges;
    return {way.vertices.begin() + 1, way.vertices.end() - 1};
}

// How many pathways at most share nothing, and what so many cost at least: tries all sets.
std::pair<std::size_t, double> best_apart(const std::vector<Walked>& ways, const std::vector<double>& costs, Of of) {
    std::pair<std::size_t, double> best{0, 0};
    std::set<std::uint32_t> used;
    const std::function<void(std::size_t, std::size_t, double)> go_on = [&](std::size_t from, std::size_t count,
                                                                            double cost) {
        if (count > best.first || (count == best.first && cost < best.second)) best = {count, cost};
        for (std::size_t i = from; i < ways.size(); ++i) {
            const Set taken = members(ways[i], of);
            if (std::ranges::any_of(taken, [&](std::uint32_t item) { return used.contains(item); })) continue;
            used.insert(taken.begin(), taken.end());
            double more = 0;
            for (const EdgeId edge : ways[i].edges) more += costs[edge];
            go_on(i + 1, count + 1, cost + more);
            for (const std::uint32_t item : taken) used.erase(item);
        }
    };
    go_on(0, 0, 0);
    return best;
}

// All smallest sets that meet every pathway: tries all subsets by their size.
std::vector<Set> smallest_cuts(const std::vector<Walked>& ways, std::uint32_t items, Of of) {
    for (std::uint32_t size = 0; size <= items; ++size) {
        std::vector<Set> found;
        for (std::uint32_t mask = 0; mask < 1U << items; ++mask) {
            if (static_cast<std::uint32_t>(std::popcount(mask)) != size) continue;
            const bool cuts = std::ranges::all_of(ways, [&](const Walked& way) {
                return std::ranges::any_of(members(way, of),
                                           [&](std::uint32_t item) { return (mask >> item & 1U) != 0; });
            });
            if (!cuts) continue;
            Set set;
            for (std::uint32_t item = 0; item < items; ++item) {
                if ((mask >> item & 1U) != 0) set.push_back(item);
            }
            found.push_back(set);
        }
        if (!found.empty()) {
            std::ranges::sort(found);
            return found;
        }
    }
    return {};
}

template <Direction D>
void expect_apart(std::uint32_t seed, Ties ties, Of of) {
    auto graph = support::random_graph(seed, ties);
    if (graph.edges.size() > 12) graph.edges.resize(12);
    graph.tenths.resize(graph.edges.size());
    const auto view = graph.view<D>();
    Monitor monitor;
    for (Vertex target = 1; target < graph.count; ++target) {
        SCOPED_TRACE(testing::Message() << "seed " << seed << ", target " << target);
        const auto ways = support::all_pathways(graph.edges, D == Direction::directed, graph.count, 0, target);
        const auto costs = graph.costs();
        const auto found = disjoint(view, costs, 0, target, {.of = of}, monitor);
        const auto [count, cost] = best_apart(ways, costs, of);
        ASSERT_EQ(found.items.size(), count);
        std::set<std::uint32_t> used;
        double total = 0;
        for (const Pathway& way : found.items) {
            total += way.length;
            const Walked walked{way.vertices, way.edges};
            EXPECT_TRUE(std::ranges::any_of(
                ways, [&](const Walked& one) { return one.edges == walked.edges && one.vertices == walked.vertices; }));
            for (const std::uint32_t item : members(walked, of)) EXPECT_TRUE(used.insert(item).second);
        }
        EXPECT_NEAR(total, cost, 1e-12);
        EXPECT_TRUE(std::ranges::is_sorted(found.items, {}, &Pathway::length));

        const auto cut = cuts(view, 0, target, {.of = of}, monitor);
        const bool tied = std::ranges::any_of(ways, [&](const Walked& way) { return way.edges.size() == 1; });
        if (of == Of::actors && tied) {
            EXPECT_FALSE(cut.size);
            EXPECT_THAT(cut.sets, IsEmpty());
            continue;
        }
        EXPECT_EQ(cut.size, count);
        const auto items = of == Of::actors ? graph.count : static_cast<std::uint32_t>(graph.edges.size());
        EXPECT_EQ(cut.sets, smallest_cuts(ways, items, of));
        EXPECT_FALSE(cut.partial);
    }
}

class Apart : public ::testing::TestWithParam<std::tuple<std::uint32_t, Of>> {};

TEST_P(Apart, AsManyAtLeastCostAsAllSetsShow) {
    const auto [seed, of] = GetParam();
    expect_apart<Direction::directed>(seed, Ties::directed, of);
    expect_apart<Direction::directed>(seed, Ties::mixed, of);
    expect_apart<Direction::undirected>(seed, Ties::undirected, of);
}
INSTANTIATE_TEST_SUITE_P(OnSmallGraphs, Apart,
                         ::testing::Combine(::testing::Range(0U, 150U), ::testing::Values(Of::actors, Of::ties)));

TEST(Disjoint, GivesUpTheShortestPathwayWhereItStandsInTheWay) {
    // The shortest, 0-1-2-3, uses both ways out; Bhandari's trap.
    const Ugraph trap{6, {{0, 1}, {1, 2}, {2, 3}, {0, 4}, {4, 2}, {1, 5}, {5, 3}}};
    Monitor monitor;
    const auto found = disjoint(trap, {}, 0, 3, {}, monitor);
    ASSERT_EQ(found.items.size(), 2);
    EXPECT_THAT(found.items[0].vertices, ElementsAre(0, 1, 5, 3));
    EXPECT_THAT(found.items[1].vertices, ElementsAre(0, 4, 2, 3));
    EXPECT_THAT(disjoint(trap, {}, 0, 3, {.k = 1}, monitor).items[0].vertices, ElementsAre(0, 1, 2, 3));
}

TEST(Disjoint, LeavesAVertexThatAnotherPathwayThenTakes) {
    // First 0-2-3-4-1; then 0-2-6-1 and 0-5-4-1, which leave 3; then 0-7-3-8-1.
    const std::vector<EdgeSpec> edges{{0, 2, 1}, {2, 3, 1}, {3, 4, 1}, {4, 1, 1}, {0, 5, 2}, {5, 4, 2},
                                      {2, 6, 2}, {6, 1, 2}, {0, 7, 5}, {7, 3, 5}, {3, 8, 5}, {8, 1, 5}};
    const Digraph view{9, edges};
    Monitor monitor;
    std::vector<std::vector<Vertex>> found;
    for (const Pathway& way : disjoint(view, view.weights(), 0, 1, {}, monitor).items) found.push_back(way.vertices);
    EXPECT_THAT(found, ElementsAre(ElementsAre(0, 2, 6, 1), ElementsAre(0, 5, 4, 1), ElementsAre(0, 7, 3, 8, 1)));
    EXPECT_EQ(cuts(view, 0, 1, {}, monitor).size, 3);
}

TEST(Disjoint, TakesFewerStepsAmongEqualCosts) {
    // 0-1-2-5 is met first, 0-4-5 as long in decimals and shorter in steps.
    const Digraph two{6, {{0, 1}, {1, 2}, {2, 5}, {0, 4}, {4, 5}}};
    const std::vector<double> costs{0.1, 0.1, 0.1, 0.2, 0.1};
    Monitor monitor;
    EXPECT_THAT(disjoint(two, costs, 0, 5, {.k = 1}, monitor).items[0].edges, ElementsAre(3, 4));
}

TEST(Disjoint, TakesParallelEdgesBetweenTheEndsForPathwaysEach) {
    const Ugraph pair{2, {{0, 1}, {1, 0}, {0, 0}}};
    Monitor monitor;
    EXPECT_EQ(disjoint(pair, {}, 0, 1, {}, monitor).items.size(), 2);
    EXPECT_THAT(cuts(pair, 0, 1, {.of = Of::ties}, monitor).sets, ElementsAre(ElementsAre(0, 1)));
}

// Pairs of vertices in a row: two ways at each of them, and so a cut between any two.
TEST(MinimumCuts, AreListedUpToALimitThoughTheyAreMany) {
    constexpr std::uint32_t rows = 40;
    std::vector<EdgeSpec> edges;
    for (const Vertex first : {2U, 3U}) {
        edges.push_back({0, first});
        for (std::uint32_t row = 1; row < rows; ++row) edges.push_back({first + 2 * row - 2, first + 2 * row});
        edges.push_back({first + 2 * rows - 2, 1});
    }
    const Ugraph view{2 + 2 * rows, edges};
    Monitor monitor;
    const auto all = cuts(view, 0, 1, {.max_results = 2000}, monitor);
    EXPECT_EQ(all.size, 2);
    EXPECT_EQ(all.sets.size(), rows * rows);
    EXPECT_FALSE(all.partial);
    const auto some = cuts(view, 0, 1, {.max_results = 10}, monitor);
    EXPECT_EQ(some.sets.size(), 10);
    EXPECT_TRUE(some.partial);
    EXPECT_THAT(some.sets.front(), ElementsAre(2, 3));
    EXPECT_TRUE(cuts(view, 0, 1, {.time_limit = 0}, monitor).partial);
}

TEST(MinimumCuts, OfAnEdgeThatRunsBothWaysIsOne) {
    const Digraph view{3, {{0, 1, 1, true}, {1, 2, 1, true}}};
    Monitor monitor;
    EXPECT_THAT(cuts(view, 0, 2, {.of = Of::ties}, monitor).sets, ElementsAre(ElementsAre(0), ElementsAre(1)));
    EXPECT_THAT(cuts(view, 0, 2, {}, monitor).sets, ElementsAre(ElementsAre(1)));
}

TEST(MinimumCuts, NeedNothingWhereNoPathwayLeads) {
    Monitor monitor;
    const auto found = cuts(Ugraph{2, {}}, 0, 1, {}, monitor);
    EXPECT_EQ(found.size, 0);
    EXPECT_THAT(found.sets, ElementsAre(IsEmpty()));
}

TEST(MinimumCuts, RefuseOneActorAndNoLimit) {
    const Ugraph pair{2, {{0, 1}}};
    Monitor monitor;
    EXPECT_THROW(cuts(pair, 0, 0, {}, monitor), InvalidOption);
    EXPECT_THROW(cuts(pair, 0, 1, {.max_results = 0}, monitor), InvalidOption);
    EXPECT_THROW(disjoint(pair, {}, 0, 0, {}, monitor), InvalidOption);
    const std::vector<double> negative{-1};
    EXPECT_THROW(disjoint(pair, negative, 0, 1, {}, monitor), InvalidWeight);
}

}  // namespace
}  // namespace coopnet::pathways
