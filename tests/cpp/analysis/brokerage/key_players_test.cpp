#include <coopnet/analysis/brokerage/fragmentation.hpp>
#include <coopnet/analysis/brokerage/key_players.hpp>
#include <coopnet/core/parallel.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <vector>

namespace coopnet::brokerage {
namespace {

using support::Ties;
using ::testing::ElementsAre;

using Set = std::vector<std::uint32_t>;

template <Direction D>
KeyPlayers key_players(const Csr<D>& view, std::uint32_t k, const KeyPlayersOptions& options = {}) {
    Monitor monitor;
    return brokerage::key_players(view, k, options, monitor);
}

template <Direction D>
double fragmentation(const Csr<D>& view, const Set& without, FragmentationOptions options = {}) {
    Monitor monitor;
    return brokerage::fragmentation(view, without, options, monitor);
}

// --- closed forms -----------------------------------------------------------------

TEST(Fragmentation, IsTheShareOfPairsCutOff) {
    const auto chain = support::path<Direction::undirected>(5);
    EXPECT_EQ(fragmentation(chain, {}), 0);
    EXPECT_NEAR(fragmentation(chain, {2}), 1 - 2.0 / 6, 1e-15);
    EXPECT_NEAR(fragmentation(support::path<Direction::directed>(5), {}), 0.5, 1e-15);
    EXPECT_NEAR(fragmentation(support::path<Direction::directed>(5), {}, {.mode = Mode::all}), 0, 1e-15);
    EXPECT_NEAR(fragmentation(chain, {}, {.by_distance = true}), 1 - 2 * (4 + 3.0 / 2 + 2.0 / 3 + 1.0 / 4) / 20, 1e-15);
    EXPECT_EQ(fragmentation(support::complete(5), {0}, {.by_distance = true}), 0);
}

TEST(Fragmentation, IsUndefinedForFewerThanTwo) {
    EXPECT_TRUE(std::isnan(fragmentation(Ugraph{}, {})));
    EXPECT_TRUE(std::isnan(fragmentation(Ugraph{2, {{0, 1}}}, {0})));
    EXPECT_EQ(fragmentation(Ugraph{2, {}}, {}), 1);
}

TEST(GroupReach, IsTheShareReached) {
    const auto chain = support::path<Direction::directed>(4);
    const auto reach = [&](const Set& set, GroupReachOptions options) { return group_reach(chain, set, options); };
    EXPECT_EQ(reach({0}, {}), 0.5);
    EXPECT_EQ(reach({0, 0}, {.within = 3}), 1);
    EXPECT_EQ(reach({0}, {.mode = Mode::in}), 0.25);
    EXPECT_EQ(reach({1}, {.mode = Mode::all}), 0.75);
    EXPECT_EQ(reach({0, 1}, {.by_distance = true, .within = 9}), (2 + 1 + 0.5) / 4);
    EXPECT_EQ(reach({}, {}), 0);
    EXPECT_TRUE(std::isnan(group_reach(Digraph{}, {}, {})));
}

TEST(KeyPlayers, OfAStarAreItsHub) {
    const auto star = support::star<Direction::undirected>(5);
    for (const Goal goal : {Goal::fragment, Goal::distance_fragment, Goal::reach, Goal::distance_reach}) {
        for (const Method method : {Method::exact, Method::greedy}) {
            const KeyPlayers players = key_players(star, 1, {.goal = goal, .method = method});
            EXPECT_THAT(players.sets, ElementsAre(Set{0}));
            EXPECT_EQ(players.value, 1);
            EXPECT_EQ(players.bound, 1);
            EXPECT_FALSE(players.partial);
        }
    }
}

TEST(KeyPlayers, OfARingAreAllOppositePairs) {
    const KeyPlayers players = key_players(support::ring<Direction::undirected>(6), 2);
    EXPECT_THAT(players.sets, ElementsAre(Set{0, 3}, Set{1, 4}, Set{2, 5}));
    EXPECT_NEAR(players.value, 1 - 2.0 / 6, 1e-15);
}

// Krackhardt's kite: the actor between the tail and the body, not the one with most ties.
TEST(KeyPlayers, OfKrackhardtsKiteHoldTheTail) {
    const Ugraph kite{10,
                      {{0, 1},
                       {0, 2},
                       {0, 3},
                       {0, 5},
                       {1, 3},
                       {1, 4},
                       {1, 6},
                       {2, 3},
                       {2, 5},
                       {3, 4},
                       {3, 5},
                       {3, 6},
                       {4, 6},
                       {5, 6},
                       {5, 7},
                       {6, 7},
                       {7, 8},
                       {8, 9}}};
    const KeyPlayers one = key_players(kite, 1);
    EXPECT_THAT(one.sets, ElementsAre(Set{7}));
    EXPECT_NEAR(one.value, 1 - 2.0 * (21 + 1) / 72, 1e-15);
    EXPECT_THAT(key_players(kite, 1, {.goal = Goal::reach}).sets, ElementsAre(Set{3}));
}

TEST(KeyPlayers, AreRefusedIfTheyAreNoneOrTooMany) {
    const Ugraph pair{2, {{0, 1}}};
    EXPECT_THROW(key_players(pair, 0, {.goal = Goal::reach}), InvalidOption);
    EXPECT_THROW(key_players(pair, 3, {.goal = Goal::reach}), InvalidOption);
    EXPECT_THROW(key_players(pair, 1), InvalidOption);
    EXPECT_THROW(key_players(Ugraph{}, 1), InvalidOption);
    EXPECT_THROW(key_players(support::complete(4), 1, {.within = 2}), InvalidOption);
    EXPECT_THROW(key_players(support::complete(4), 1, {.max_results = 0}), InvalidOption);
    EXPECT_THROW(key_players(support::complete(4), 1, {.time_limit = -1}), InvalidOption);
    EXPECT_THAT(key_players(pair, 2, {.goal = Goal::reach}).sets, ElementsAre(Set{0, 1}));
    EXPECT_THAT(key_players(Ugraph{1, {{0, 0}}}, 1, {.goal = Goal::reach}).sets, ElementsAre(Set{0}));
}

TEST(KeyPlayers, StopWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(brokerage::key_players(support::complete(5), 2, {}, monitor), Cancelled);
}

TEST(KeyPlayers, SayThatALimitStoppedThem) {
    const auto ring = support::ring<Direction::undirected>(6);
    const KeyPlayers few = key_players(ring, 2, {.max_results = 2});
    EXPECT_EQ(few.sets.size(), 2);
    EXPECT_TRUE(few.partial);
    EXPECT_EQ(few.bound, few.value);  // no better one, only more
    for (const Goal goal : {Goal::fragment, Goal::distance_fragment, Goal::reach, Goal::distance_reach}) {
        for (const Method method : {Method::exact, Method::greedy}) {
            const KeyPlayers none = key_players(ring, 3, {.goal = goal, .method = method, .time_limit = 0});
            EXPECT_EQ(none.sets.size(), 1);
            EXPECT_EQ(none.sets.front().size(), 3);
            EXPECT_TRUE(none.partial);
            EXPECT_TRUE(std::isfinite(none.value));
            EXPECT_GE(none.bound, none.value);
        }
    }
}

// --- every set of k, by definition --------------------------------------------------

constexpr double far = std::numeric_limits<double>::infinity();

// Steps between all pairs, without some actors (Floyd and Warshall).
support::Matrix steps(const support::RandomGraph& graph, bool directed, Mode mode, const Set& without) {
    const std::vector<double> alike(graph.edges.size(), 1.0);
    const auto ties = support::strength_matrix(graph, directed, alike);
    const auto gone = [&](std::uint32_t v) { return std::ranges::find(without, v) != without.end(); };
    support::Matrix steps(graph.count, std::vector<double>(graph.count, far));
    for (std::uint32_t u = 0; u < graph.count; ++u) {
        for (std::uint32_t v = 0; v < graph.count; ++v) {
            if (gone(u) || gone(v)) continue;
            const bool there = mode != Mode::in && ties[u][v] > 0;
            const bool back = mode != Mode::out && ties[v][u] > 0;
            if (there || back) steps[u][v] = 1;
        }
        if (!gone(u)) steps[u][u] = 0;
    }
    for (std::uint32_t w = 0; w < graph.count; ++w) {
        for (std::uint32_t u = 0; u < graph.count; ++u) {
            for (std::uint32_t v = 0; v < graph.count; ++v)
                steps[u][v] = std::min(steps[u][v], steps[u][w] + steps[w][v]);
        }
    }
    return steps;
}

double value_of(const support::RandomGraph& graph, bool directed, const Set& set, const KeyPlayersOptions& options) {
    const bool by_distance = options.goal == Goal::distance_fragment || options.goal == Goal::distance_reach;
    if (options.goal == Goal::fragment || options.goal == Goal::distance_fragment) {
        const auto apart = steps(graph, directed, options.mode, set);
        double connected = 0;
        for (std::uint32_t u = 0; u < graph.count; ++u) {
            for (std::uint32_t v = 0; v < graph.count; ++v) {
                if (u != v && apart[u][v] < far) connected += by_distance ? 1 / apart[u][v] : 1;
            }
        }
        const double stay = graph.count - static_cast<double>(set.size());
        return 1 - connected / (stay * (stay - 1));
    }
    const auto apart = steps(graph, directed, options.mode, {});
    const double within = options.within ? *options.within : (by_distance ? far : 1);
    double reached = 0;
    for (std::uint32_t v = 0; v < graph.count; ++v) {
        double nearest = far;
        for (const std::uint32_t u : set) nearest = std::min(nearest, apart[u][v]);
        if (nearest > within || nearest == far) continue;
        reached += by_distance ? 1 / std::max(1.0, nearest) : 1;
    }
    return reached / graph.count;
}

std::vector<Set> all_sets(std::uint32_t count, std::uint32_t k) {
    std::vector<Set> sets;
    for (std::uint32_t bits = 0; bits < (1U << count); ++bits) {
        Set set;
        for (std::uint32_t v = 0; v < count; ++v) {
            if ((bits >> v & 1U) != 0) set.push_back(v);
        }
        if (set.size() == k) sets.push_back(set);
    }
    std::ranges::sort(sets);
    return sets;
}

template <Direction D>
void compare(const support::RandomGraph& graph, std::uint32_t k, KeyPlayersOptions options) {
    const bool fragments = options.goal == Goal::fragment || options.goal == Goal::distance_fragment;
    if (k + (fragments ? 2 : 0) > graph.count) return;
    double best = -1;
    std::vector<Set> sets;
    for (const Set& set : all_sets(graph.count, k)) {
        const double value = value_of(graph, D == Direction::directed, set, options);
        if (value > best + 1e-9) {
            best = value;
            sets.clear();
        }
        if (value > best - 1e-9) sets.push_back(set);
    }
    const auto view = graph.view<D>();
    const KeyPlayers exact = key_players(view, k, options);
    EXPECT_EQ(exact.sets, sets);
    EXPECT_NEAR(exact.value, best, 1e-12);
    EXPECT_NEAR(exact.bound, best, 1e-12);
    EXPECT_FALSE(exact.partial);

    // Out of time at once, the set is no more than a guess; its bound holds.
    options.time_limit = 0;
    const KeyPlayers guess = key_players(view, k, options);
    EXPECT_GE(guess.bound, best - 1e-9);
    EXPECT_NEAR(guess.value, value_of(graph, D == Direction::directed, guess.sets.front(), options), 1e-12);
    options.time_limit = std::nullopt;

    options.method = Method::greedy;
    const KeyPlayers greedy = key_players(view, k, options);
    ASSERT_EQ(greedy.sets.size(), 1);
    EXPECT_NEAR(greedy.value, value_of(graph, D == Direction::directed, greedy.sets.front(), options), 1e-12);
    EXPECT_GE(greedy.bound, best - 1e-9);
    EXPECT_LE(greedy.value, best + 1e-9);
    EXPECT_GE(greedy.bound, greedy.value);
    if (!fragments) {
        EXPECT_GE(greedy.value, (1 - std::exp(-1)) * best - 1e-9);
    }
}

TEST(KeyPlayers, AreTheBestOfAllSets) {
    for (std::uint32_t seed = 0; seed < 120; ++seed) {
        SCOPED_TRACE(seed);
        for (const Goal goal : {Goal::fragment, Goal::distance_fragment, Goal::reach, Goal::distance_reach}) {
            for (std::uint32_t k = 1; k <= 4; ++k) {
                SCOPED_TRACE(k);
                for (const Mode mode : {Mode::out, Mode::in, Mode::all}) {
                    const KeyPlayersOptions options{.goal = goal, .mode = mode};
                    compare<Direction::directed>(support::random_graph(seed, Ties::directed), k, options);
                    compare<Direction::directed>(support::random_graph(seed, Ties::mixed), k, options);
                }
                compare<Direction::undirected>(support::random_graph(seed, Ties::undirected), k, {.goal = goal});
                if (goal == Goal::fragment || goal == Goal::distance_fragment) continue;
                compare<Direction::undirected>(support::random_graph(seed, Ties::undirected), k,
                                               {.goal = goal, .within = 2});
            }
        }
    }
}

// Some larger ones, where the bounds rule much out.
TEST(KeyPlayers, OfTwentyActorsAreTheBestOfAllSets) {
    for (std::uint32_t seed = 0; seed < 6; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random{seed};
        support::RandomGraph graph;
        graph.count = 16;
        graph.edges = support::random_edges(random, 16, 12 + 6 * seed, false);
        for (const Goal goal : {Goal::fragment, Goal::distance_fragment, Goal::reach, Goal::distance_reach}) {
            compare<Direction::undirected>(graph, 3, {.goal = goal, .max_results = 100'000});
            compare<Direction::directed>(graph, 2, {.goal = goal, .max_results = 100'000});
        }
    }
}

TEST(KeyPlayers, HaveTheValueOfTheirSet) {
    for (std::uint32_t seed = 0; seed < 30; ++seed) {
        const auto graph = support::random_graph(seed, Ties::directed);
        if (graph.count < 4) continue;
        const auto view = graph.view<Direction::directed>();
        for (const bool by_distance : {false, true}) {
            const Goal fragment = by_distance ? Goal::distance_fragment : Goal::fragment;
            const KeyPlayers apart = key_players(view, 2, {.goal = fragment});
            for (const Set& set : apart.sets) {
                EXPECT_NEAR(fragmentation(view, set, {.by_distance = by_distance}), apart.value, 1e-12);
            }
            const Goal reach = by_distance ? Goal::distance_reach : Goal::reach;
            const KeyPlayers near = key_players(view, 2, {.goal = reach, .within = 2});
            for (const Set& set : near.sets) {
                EXPECT_NEAR(group_reach(view, set, {.by_distance = by_distance, .within = 2}), near.value, 1e-12);
            }
        }
    }
}

TEST(KeyPlayers, AreTheSameForAnyNumberOfThreads) {
    std::mt19937 random{9};
    const Digraph view{60, support::random_edges(random, 60, 150, true)};
    const KeyPlayersOptions options{.goal = Goal::distance_fragment, .method = Method::greedy};
    set_threads(1);
    const KeyPlayers one = key_players(view, 3, options);
    set_threads(2);
    const KeyPlayers two = key_players(view, 3, options);
    set_threads(0);
    EXPECT_EQ(one.sets, two.sets);
    EXPECT_EQ(one.value, two.value);
    EXPECT_EQ(one.bound, two.bound);
}

}  // namespace
}  // namespace coopnet::brokerage
