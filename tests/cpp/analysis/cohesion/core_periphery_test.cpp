#include <coopnet/analysis/cohesion/core_periphery.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace coopnet::cohesion {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

template <Direction D>
CorePeriphery core_periphery(const Csr<D>& view, const CorePeripheryOptions& options = {},
                             std::span<const double> strengths = {}) {
    Monitor monitor;
    return cohesion::core_periphery(view, strengths, options, monitor);
}

// Three of whom each is tied to each, and each to one or two of six others.
Ugraph perfect_but_across() {
    return {9, {{0, 1}, {0, 2}, {1, 2}, {0, 3}, {0, 4}, {1, 5}, {1, 6}, {2, 7}, {2, 8}}};
}

TEST(CorePeriphery, FindsThePerfectCore) {
    const CorePeriphery star = core_periphery(support::star<Direction::undirected>(5));
    EXPECT_THAT(star.core, ElementsAre(true, false, false, false, false, false));
    EXPECT_NEAR(star.quality, 1, 1e-12);
    EXPECT_TRUE(star.exact);

    const CorePeriphery apart = core_periphery(perfect_but_across(), {.between = std::nullopt});
    EXPECT_THAT(apart.core, ElementsAre(true, true, true, false, false, false, false, false, false));
    EXPECT_NEAR(apart.quality, 1, 1e-12);

    const CorePeriphery island = core_periphery(Ugraph{5, {{0, 1}, {0, 2}, {1, 2}}}, {.between = 0});
    EXPECT_THAT(island.core, ElementsAre(true, true, true, false, false));
    EXPECT_NEAR(island.quality, 1, 1e-12);
}

TEST(CorePeriphery, IsUndefinedIfAllPairsAreTiedAlike) {
    for (std::uint32_t count = 0; count < 5; ++count) {
        for (const auto& view : {support::complete(count), Ugraph{count, {}}}) {
            for (const auto between : {std::optional{1.0}, std::optional{0.5}, std::optional<double>{}}) {
                const CorePeriphery found = core_periphery(view, {.between = between});
                EXPECT_TRUE(std::isnan(found.quality));
                EXPECT_THAT(found.core, Each(false));
                EXPECT_FALSE(found.why.empty());
            }
        }
    }
    const std::vector<double> tenths(6, 0.1);
    EXPECT_TRUE(std::isnan(core_periphery(support::complete(4), {}, tenths).quality));
}

TEST(CorePeriphery, TakesParallelEdgesAsOneUnlessTheyHaveStrengths) {
    const Ugraph twice{4, {{0, 1}, {0, 1}, {0, 2}, {1, 2}, {3, 3}}};
    const Ugraph once{4, {{0, 1}, {0, 2}, {1, 2}}};
    EXPECT_EQ(core_periphery(twice).quality, core_periphery(once).quality);
    const std::vector<double> halves{0.5, 0.5, 1, 1, 1};
    EXPECT_NEAR(core_periphery(twice, {}, halves).quality, core_periphery(once).quality, 1e-12);
}

TEST(CorePeriphery, RefusesWhatCannotBeAsked) {
    const Ugraph star = support::star<Direction::undirected>(3);
    for (const double between : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
        EXPECT_THROW(core_periphery(star, {.between = between}), InvalidOption);
    }
    for (const double strength : {0.0, -1.0, std::numeric_limits<double>::infinity()}) {
        EXPECT_THROW(core_periphery(star, {}, std::vector<double>(3, strength)), InvalidWeight);
    }
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(cohesion::core_periphery(star, {}, {}, monitor), Cancelled);
}

// --- by definition: the correlation of two matrices, for every core --------------------------

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const auto count = static_cast<double>(a.size());
    double mean_a = 0, mean_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        mean_a += a[i] / count;
        mean_b += b[i] / count;
    }
    double both = 0, of_a = 0, of_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - mean_a) * (b[i] - mean_b);
        of_a += (a[i] - mean_a) * (a[i] - mean_a);
        of_b += (b[i] - mean_b) * (b[i] - mean_b);
    }
    constexpr double nothing = 1e-9;
    if (of_a < nothing || of_b < nothing) return std::numeric_limits<double>::quiet_NaN();
    return both / std::sqrt(of_a * of_b);
}

double quality(const support::Matrix& ties, const std::vector<bool>& core, std::optional<double> between) {
    std::vector<double> given, ideal;
    for (std::size_t u = 0; u < ties.size(); ++u) {
        for (std::size_t v = 0; v < ties.size(); ++v) {
            if (u == v || (core[u] != core[v] && !between)) continue;
            given.push_back(ties[u][v]);
            ideal.push_back(core[u] != core[v] ? *between : core[u] ? 1 : 0);
        }
    }
    return correlation(given, ideal);
}

double best_of_all(const support::Matrix& ties, std::optional<double> between) {
    double best = std::numeric_limits<double>::quiet_NaN();
    for (std::uint32_t set = 0; set < 1U << ties.size(); ++set) {
        std::vector<bool> core;
        for (std::size_t v = 0; v < ties.size(); ++v) core.push_back((set >> v & 1U) != 0);
        const double found = quality(ties, core, between);
        if (std::isnan(best) || found > best) best = found;
    }
    return best;
}

support::Matrix matrix(const support::RandomGraph& graph, bool directed, bool weighted) {
    auto ties = support::strength_matrix(graph, directed,
                                         weighted ? graph.costs() : std::vector<double>(graph.edges.size(), 1));
    for (auto& row : ties) {
        for (double& tie : row) tie = weighted ? tie : std::min(tie, 1.0);
    }
    return ties;
}

void expect_the_best(const support::RandomGraph& graph, bool directed, bool weighted,
                     const CorePeripheryOptions& options) {
    const auto strengths = weighted ? graph.costs() : std::vector<double>{};
    const CorePeriphery found =
        support::asked(graph, directed, [&](const auto& view) { return core_periphery(view, options, strengths); });
    const auto ties = matrix(graph, directed, weighted);
    const double best = best_of_all(ties, options.between);
    ASSERT_EQ(std::isnan(found.quality), std::isnan(best));
    EXPECT_EQ(found.why.empty(), !std::isnan(best));
    if (std::isnan(best)) return;
    EXPECT_NEAR(found.quality, best, 1e-12);
    EXPECT_NEAR(found.quality, quality(ties, found.core, options.between), 1e-12);
    EXPECT_GE(found.bound, best - 1e-12);
    EXPECT_EQ(found.exact, options.effort > 0 || found.bound == found.quality);
}

constexpr std::optional<double> betweens[] = {1.0, 0.0, 0.5, 0.3, 0.8, std::nullopt};

TEST(CorePeriphery, FitsBestOfAllCores) {
    support::each_random_graph(60, [](const support::RandomGraph& graph, bool directed) {
        for (const auto between : betweens) {
            for (const bool weighted : {false, true}) {
                expect_the_best(graph, directed, weighted, {.between = between});
            }
        }
    });
}

// The search alone finds what it cannot prove.
TEST(CorePeriphery, IsFoundBeforeItIsProven) {
    support::each_random_graph(60, [](const support::RandomGraph& graph, bool directed) {
        for (const auto between : betweens) {
            for (const bool weighted : {false, true}) {
                expect_the_best(graph, directed, weighted, {.between = between, .effort = 0});
            }
        }
    });
}

TEST(CorePeriphery, IsFoundInLargerNetworksToo) {
    std::mt19937 random{3};
    for (int round = 0; round < 12; ++round) {
        support::RandomGraph graph;
        graph.count = 12;
        graph.edges = support::random_edges(random, 12, 12 + support::below(random, 40), false);
        for (const auto between : betweens) {
            for (const std::uint64_t effort : {0U, 5'000'000U}) {
                expect_the_best(graph, false, false, {.between = between, .effort = effort});
            }
        }
    }
}

// Without proving: what the search says is at most the bound, with proof both are the same.
TEST(CorePeriphery, IsProvenByRulingOutAllOthers) {
    std::mt19937 random{5};
    support::RandomGraph graph;
    graph.count = 40;
    graph.edges = support::random_edges(random, 40, 90, false);
    const auto view = graph.view<Direction::undirected>();
    const CorePeriphery guessed = core_periphery(view, {.effort = 0});
    const CorePeriphery proven = core_periphery(view, {.effort = 1'000'000'000});
    EXPECT_TRUE(proven.exact);
    EXPECT_EQ(proven.bound, proven.quality);
    EXPECT_NEAR(guessed.quality, proven.quality, 1e-12);
    EXPECT_GT(guessed.bound, proven.quality);
}

TEST(CorePeriphery, IsTheSameForTheSameSeed) {
    std::mt19937 random{9};
    const Digraph view{60, support::random_edges(random, 60, 200, true)};
    const CorePeriphery first = core_periphery(view, {.seed = 4});
    const CorePeriphery again = core_periphery(view, {.seed = 4});
    EXPECT_EQ(first.core, again.core);
    EXPECT_EQ(first.quality, again.quality);
}

}  // namespace
}  // namespace coopnet::cohesion
