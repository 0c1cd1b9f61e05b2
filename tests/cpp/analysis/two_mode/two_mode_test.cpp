#include <coopnet/analysis/two_mode/betweenness.hpp>
#include <coopnet/analysis/two_mode/centralization.hpp>
#include <coopnet/analysis/two_mode/closeness.hpp>
#include <coopnet/analysis/two_mode/clustering.hpp>
#include <coopnet/analysis/two_mode/degree.hpp>
#include <coopnet/analysis/two_mode/density.hpp>
#include <coopnet/analysis/two_mode/eigenvector.hpp>
#include <coopnet/analysis/two_mode/redundancy.hpp>
#include <coopnet/analysis/two_mode/transitivity.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace coopnet::two_mode {
namespace {

using support::Matrix;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsNan;

Names keys(std::uint32_t count) {
    std::vector<std::string> keys;
    for (std::uint32_t v = 0; v < count; ++v) keys.push_back("K" + std::to_string(v));
    return Names{std::move(keys)};
}

template <Direction D>
Modes modes(const Csr<D>& view, std::vector<std::uint32_t> mode) {
    return two_mode::modes(view, {}, std::move(mode), keys(view.vertex_count()));
}

// Some actors at some events, at random, and who is which.
struct Meetings {
    support::RandomGraph graph;
    std::vector<std::uint32_t> mode;
    Matrix tied;

    [[nodiscard]] double degree(std::size_t v) const { return static_cast<double>(std::ranges::count(tied[v], 1.0)); }
};

Meetings meetings(std::uint32_t seed) {
    std::mt19937 random{seed};
    Meetings drawn;
    drawn.graph.count = support::below(random, 9);
    for (Vertex v = 0; v < drawn.graph.count; ++v) drawn.mode.push_back(support::below(random, 2));
    for (std::uint32_t i = support::below(random, 20); i > 0 && drawn.graph.count > 0; --i) {
        const Vertex a = support::below(random, drawn.graph.count);
        const Vertex b = support::below(random, drawn.graph.count);
        if (drawn.mode[a] != drawn.mode[b]) drawn.graph.edges.push_back({a, b, 1, support::below(random, 2) == 0});
    }
    drawn.graph.tenths.assign(drawn.graph.edges.size(), 1);
    drawn.tied.assign(drawn.graph.count, std::vector<double>(drawn.graph.count, 0.0));
    for (const EdgeSpec& edge : drawn.graph.edges)
        drawn.tied[edge.source][edge.target] = drawn.tied[edge.target][edge.source] = 1;
    return drawn;
}

void expect_near(double value, double expected) {
    if (std::isnan(expected)) {
        EXPECT_TRUE(std::isnan(value)) << value;
    } else {
        EXPECT_NEAR(value, expected, 1e-12);
    }
}

// Each question of a network with directions and of the same without: they make no difference.
template <class Question>
void ask(const Question& question) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        const Meetings drawn = meetings(seed);
        question(drawn, modes(drawn.graph.view<Direction::directed>(), drawn.mode));
        question(drawn, modes(drawn.graph.view<Direction::undirected>(), drawn.mode));
    }
}

TEST(TwoModes, RefuseATieInsideOneByName) {
    for (const EdgeSpec inside : {EdgeSpec{0, 1}, EdgeSpec{1, 1}}) {
        try {
            static_cast<void>(modes(Digraph{3, {{0, 2}, inside}}, {0, 0, 1}));
            FAIL() << "not refused";
        } catch (const InvalidOption& error) {
            EXPECT_THAT(error.what(), HasSubstr(inside.source == 0 ? "between K0 and K1" : "K1 to itself"));
        }
    }
    EXPECT_THROW(modes(Digraph{1, {}}, {2}), InvalidOption);
    EXPECT_THROW(modes(Digraph{2, {}}, {0}), InvalidOption);
    EXPECT_THROW(two_mode::modes(Ugraph{2, {{0, 1}}}, std::vector{0.0}, {0, 1}, keys(2)), InvalidWeight);
}

TEST(TwoModes, CountAPairOnceAndAddItsStrengths) {
    const Modes found =
        two_mode::modes(Digraph{2, {{0, 1}, {1, 0}, {0, 1}}}, std::vector{1.0, 2.0, 4.0}, {1, 0}, keys(2));
    EXPECT_EQ(found.graph.edge_count(), 1);
    EXPECT_THAT(found.strengths, ElementsAre(7));
    EXPECT_THAT(found.sizes, ElementsAre(1, 1));
}

TEST(TwoModes, OfNobodyAndOfOneAlone) {
    Monitor monitor;
    for (const Modes& few : {modes(Ugraph{}, {}), modes(Ugraph{1, {}}, {0})}) {
        EXPECT_TRUE(std::isnan(density(few).value));
        EXPECT_TRUE(std::isnan(transitivity(few, monitor).value));
        EXPECT_FALSE(density(few).why.empty());
        EXPECT_THAT(closeness(few, {}, monitor).values, Each(0));
        EXPECT_THAT(betweenness(few, {}, monitor).values, Each(0));
        EXPECT_THAT(degree(few).values, Each(IsNan()));
        EXPECT_THAT(centralization(few, {}, monitor).values, Each(IsNan()));
    }
    EXPECT_THAT(eigenvector(modes(Ugraph{}, {}), {}, monitor).values, IsEmpty());
    EXPECT_THAT(eigenvector(modes(Ugraph{1, {}}, {0}), {}, monitor).why, HasSubstr("no ties"));
}

TEST(TwoModes, StopWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    const Modes found = modes(Ugraph{3, {{0, 1}, {1, 2}}}, {0, 1, 0});
    EXPECT_THROW(closeness(found, {}, monitor), Cancelled);
    EXPECT_THROW(betweenness(found, {}, monitor), Cancelled);
    EXPECT_THROW(eigenvector(found, {}, monitor), Cancelled);
    EXPECT_THROW(clustering(found, {}, monitor), Cancelled);
    EXPECT_THROW(redundancy(found, monitor), Cancelled);
}

TEST(TwoModeDegree, AndDensityAreSharesOfThePossible) {
    ask([](const Meetings& drawn, const Modes& found) {
        double ties = 0;
        for (std::size_t v = 0; v < drawn.mode.size(); ++v) {
            const auto other = static_cast<double>(std::ranges::count(drawn.mode, 1 - drawn.mode[v]));
            expect_near(degree(found).values[v], other > 0 ? drawn.degree(v) / other : std::nan(""));
            EXPECT_EQ(degree(found, {.normalized = false}).values[v], drawn.degree(v));
            ties += drawn.degree(v) / 2;
        }
        const auto ones = static_cast<double>(std::ranges::count(drawn.mode, 1U));
        const double possible = ones * (static_cast<double>(drawn.mode.size()) - ones);
        expect_near(density(found).value, possible > 0 ? ties / possible : std::nan(""));
    });
}

TEST(TwoModeCloseness, ComparesWithTheLeastDistances) {
    ask([](const Meetings& drawn, const Modes& found) {
        Monitor monitor;
        const auto scores = closeness(found, {}, monitor).values;
        const auto as_whole = closeness(found, {.relative_to = Extent::network}, monitor).values;
        const auto distances = support::distances({drawn.graph, false, false});
        const double n = drawn.graph.count;
        for (std::size_t v = 0; v < drawn.mode.size(); ++v) {
            double sum = 0, least = 0, whole = 0, reached = 0;
            for (std::size_t u = 0; u < drawn.mode.size(); ++u) {
                const double step = drawn.mode[u] == drawn.mode[v] ? 2 : 1;
                if (u != v) whole += step;
                if (u == v || !distances[v][u]) continue;
                sum += static_cast<double>(*distances[v][u]);
                least += step;
                ++reached;
            }
            expect_near(scores[v], reached == 0 ? 0 : least / sum * reached / (n - 1));
            expect_near(as_whole[v], reached == 0 ? 0 : whole / sum * reached / (n - 1));
            EXPECT_LE(scores[v], 1);
        }
    });
}

TEST(TwoModeBetweenness, IsWhatEnumerationFinds) {
    ask([](const Meetings& drawn, const Modes& found) {
        Monitor monitor;
        const auto expected = support::between_ordered_pairs({drawn.graph, false, false}).actors;
        const auto scores = betweenness(found, {.normalized = false}, monitor).values;
        const auto shares = betweenness(found, {}, monitor).values;
        for (std::size_t v = 0; v < expected.size(); ++v) {
            expect_near(scores[v], expected[v] / 2);
            EXPECT_LE(shares[v], 1 + 1e-12);
        }
    });
}

TEST(TwoModeClustering, AveragesOverlaps) {
    ask([](const Meetings& drawn, const Modes& found) {
        Monitor monitor;
        const std::size_t n = drawn.mode.size();
        for (std::size_t v = 0; v < n; ++v) {
            double dot = 0, min = 0, max = 0, met = 0;
            for (std::size_t u = 0; u < n; ++u) {
                double both = 0, either = 0;
                for (std::size_t w = 0; w < n; ++w) {
                    both += drawn.tied[v][w] * drawn.tied[u][w];
                    either += std::max(drawn.tied[v][w], drawn.tied[u][w]);
                }
                if (u == v || both == 0) continue;
                ++met;
                dot += both / either;
                min += both / std::min(drawn.degree(u), drawn.degree(v));
                max += both / std::max(drawn.degree(u), drawn.degree(v));
            }
            const auto mean = [&](double sum) { return met > 0 ? sum / met : std::nan(""); };
            expect_near(clustering(found, {}, monitor).values[v], mean(dot));
            expect_near(clustering(found, {.kind = Overlap::min}, monitor).values[v], mean(min));
            expect_near(clustering(found, {.kind = Overlap::max}, monitor).values[v], mean(max));
        }
    });
}

TEST(TwoModeRedundancy, CountsPairsThatAnotherJoins) {
    ask([](const Meetings& drawn, const Modes& found) {
        Monitor monitor;
        const auto scores = redundancy(found, monitor).values;
        const std::size_t n = drawn.mode.size();
        for (std::size_t v = 0; v < n; ++v) {
            double pairs = 0, joined = 0;
            for (std::size_t a = 0; a < n; ++a) {
                for (std::size_t b = 0; b < a; ++b) {
                    if (drawn.tied[v][a] == 0 || drawn.tied[v][b] == 0) continue;
                    bool elsewhere = false;
                    for (std::size_t w = 0; w < n; ++w)
                        elsewhere = elsewhere || (w != v && drawn.tied[w][a] > 0 && drawn.tied[w][b] > 0);
                    ++pairs;
                    joined += elsewhere ? 1 : 0;
                }
            }
            expect_near(scores[v], pairs > 0 ? joined / pairs : std::nan(""));
        }
    });
}

TEST(TwoModeTransitivity, IsTheShareOfPathsOfThreeThatAreClosed) {
    ask([](const Meetings& drawn, const Modes& found) {
        Monitor monitor;
        double paths = 0, closed = 0;
        const std::size_t n = drawn.mode.size();
        for (std::size_t a = 0; a < n; ++a) {
            for (std::size_t b = 0; b < n; ++b) {
                for (std::size_t c = 0; c < n; ++c) {
                    for (std::size_t d = 0; d < n; ++d) {
                        if (a == c || b == d || drawn.tied[a][b] * drawn.tied[b][c] * drawn.tied[c][d] == 0) continue;
                        ++paths;
                        closed += drawn.tied[d][a];
                    }
                }
            }
        }
        expect_near(transitivity(found, monitor).value, paths > 0 ? closed / paths : std::nan(""));
    });
}

TEST(TwoModeEigenvector, OfEachModeIsThatOfWhatItShares) {
    int compared = 0;
    ask([&](const Meetings& drawn, const Modes& found) {
        Monitor monitor;
        const Scores scores = eigenvector(found, {.scale = Scale::sum}, monitor);
        if (!scores.why.empty() || drawn.mode.empty()) return;
        ++compared;
        Matrix power = support::product(drawn.tied, drawn.tied);
        const double growth = support::growth(power);
        for (int doubling = 0; doubling < 60; ++doubling) {
            power = support::product(power, power);
            double largest = 0;
            for (const auto& row : power) largest = std::max(largest, std::ranges::max(row));
            for (auto& row : power) {
                for (double& entry : row) entry /= largest;
            }
        }
        EXPECT_GT(growth, 0);
        std::vector<double> totals(2, 0.0);
        std::vector<double> sums;
        for (std::size_t v = 0; v < drawn.mode.size(); ++v) {
            sums.push_back(0);
            for (const double entry : power[v]) sums[v] += entry;
            totals[drawn.mode[v]] += sums[v];
        }
        for (std::size_t v = 0; v < sums.size(); ++v)
            EXPECT_NEAR(scores.values[v], sums[v] / totals[drawn.mode[v]], 1e-9);
    });
    EXPECT_GT(compared, 200);
}

TEST(TwoModeEigenvector, OfTwoEqualPiecesIsUndefinedAndSaysWhy) {
    Monitor monitor;
    const Scores scores = eigenvector(modes(Ugraph{4, {{0, 1}, {2, 3}}}, {0, 1, 0, 1}), {}, monitor);
    EXPECT_THAT(scores.values, Each(IsNan()));
    EXPECT_THAT(scores.why, HasSubstr("2 pieces"));
}

// Every connected network of so many actors and events, and the greatest differences in it.
struct Extremes {
    double closeness = 0;
    double betweenness = 0;
    double degree = 0;
};

Extremes extremes(std::uint32_t own, std::uint32_t other) {
    Extremes most;
    std::vector<std::uint32_t> mode(own, 0);
    mode.resize(own + other, 1);
    for (std::uint32_t which = 0; which < (1U << (own * other)); ++which) {
        support::RandomGraph graph{own + other, {}, {}};
        for (std::uint32_t pair = 0; pair < own * other; ++pair)
            if ((which >> pair & 1U) != 0) graph.edges.push_back({pair / other, own + (pair % other)});
        if (graph.edges.size() + 1 < graph.count) continue;
        graph.tenths.assign(graph.edges.size(), 1);
        Monitor monitor;
        const Modes found = modes(graph.view<Direction::undirected>(), mode);
        const auto near = closeness(found, {.relative_to = Extent::network}, monitor).values;
        if (std::ranges::any_of(support::reach({graph, false, false})[0], [](bool reached) { return !reached; }))
            continue;
        const auto between = betweenness(found, {.normalized = false}, monitor).values;
        const auto differences = [&](const auto& score) {
            double highest = 0, sum = 0;
            for (Vertex v = 0; v < own; ++v) highest = std::max(highest, score(v));
            for (Vertex v = 0; v < own; ++v) sum += highest - score(v);
            return sum;
        };
        most.closeness = std::max(most.closeness, differences([&](Vertex v) { return near[v]; }));
        most.betweenness = std::max(most.betweenness, differences([&](Vertex v) { return between[v]; }));
        most.degree = std::max(most.degree,
                               differences([&](Vertex v) { return static_cast<double>(found.graph.out(v).size()); }));
    }
    return most;
}

// One actor at all events, each other at one, spread evenly.
Modes most_central(std::uint32_t own, std::uint32_t other) {
    std::vector<EdgeSpec> edges;
    for (Vertex event = 0; event < other; ++event) edges.push_back({0, own + event});
    for (Vertex v = 1; v < own; ++v) edges.push_back({v, own + (v - 1) % other});
    std::vector<std::uint32_t> mode(own, 0);
    mode.resize(own + other, 1);
    return modes(Ugraph{own + other, edges}, mode);
}

TEST(TwoModeCentralization, IsOneWhereNoConnectedNetworkHasGreaterDifferences) {
    Monitor monitor;
    for (const auto& [own, other] :
         {std::pair{2U, 2U}, {3U, 2U}, {2U, 3U}, {3U, 3U}, {4U, 2U}, {4U, 3U}, {3U, 4U}, {5U, 2U}}) {
        SCOPED_TRACE(std::to_string(own) + " and " + std::to_string(other));
        const Modes top = most_central(own, other);
        for (const Measure measure : {Measure::degree, Measure::closeness, Measure::betweenness})
            EXPECT_NEAR(centralization(top, {.measure = measure}, monitor).values[0], 1, 1e-12);
        const Extremes most = extremes(own, other);
        const auto differences = [&](const std::vector<double>& scores) {
            double sum = 0;
            for (Vertex v = 0; v < own; ++v) sum += scores[0] - scores[v];
            return sum;
        };
        EXPECT_NEAR(differences(closeness(top, {}, monitor).values), most.closeness, 1e-12);
        EXPECT_NEAR(differences(betweenness(top, {.normalized = false}, monitor).values), most.betweenness, 1e-12);
        EXPECT_NEAR(differences(degree(top, {.normalized = false}).values), most.degree, 1e-12);
    }
}

TEST(TwoModeCentralization, IsUndefinedWhereTheMostPossibleIsAnother) {
    Monitor monitor;
    const Modes pieces = modes(Ugraph{6, {{0, 3}, {1, 4}, {1, 5}}}, {0, 0, 0, 1, 1, 1});
    EXPECT_THAT(centralization(pieces, {.measure = Measure::closeness}, monitor).why, HasSubstr("3 pieces"));
    const ByMode by_degree = centralization(pieces, {}, monitor);
    EXPECT_TRUE(std::isnan(by_degree.values[0]));
    EXPECT_THAT(by_degree.why, HasSubstr("isolates=False"));
    EXPECT_NEAR(by_degree.values[1], 0, 1e-15);
}

}  // namespace
}  // namespace coopnet::two_mode
