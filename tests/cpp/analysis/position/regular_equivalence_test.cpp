#include <coopnet/analysis/position/regular_equivalence.hpp>
#include <coopnet/core/parallel.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace coopnet::position {
namespace {

using support::Ties;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
ActorMatrix asked(const Csr<D>& view, const RegularEquivalenceOptions& options = {},
                  const std::vector<double>& strengths = {}) {
    Monitor monitor;
    return regular_equivalence(view, strengths, options, monitor);
}

TEST(RegularEquivalence, OfNobodyOneAndTwo) {
    EXPECT_THAT(asked(Digraph{}).values, IsEmpty());
    EXPECT_THAT(asked(Ugraph{1, {{0, 0}}}).values, ElementsAre(1));
    EXPECT_THAT(asked(Ugraph{2, {{0, 1}}}).values, Each(1));
    EXPECT_THAT(asked(Digraph{2, {{0, 1}}}).values, ElementsAre(1, 0, 0, 1));  // one only sends, one only receives
}

TEST(RegularEquivalence, OfTiesWithoutDirectionIsThatOfIsolates) {
    const auto matrix = asked(Ugraph{6, {{0, 1}, {1, 2}, {2, 3}}});
    for (Vertex i = 0; i < 6; ++i) {
        for (Vertex j = 0; j < 6; ++j) EXPECT_EQ(matrix.at(i, j), (i < 4) == (j < 4) ? 1 : 0);
    }
}

// The hierarchy of Wasserman and Faust (1994), chapter 12: one at the top, three in the
// middle, five below, however many each has under itself.
TEST(RegularEquivalence, FindsTheLevelsOfAHierarchy) {
    enum : Vertex { a, b, c, d, e, f, g, h, i };
    const Digraph view{9, {{a, b}, {a, c}, {a, d}, {b, e}, {b, f}, {c, g}, {d, h}, {d, i}}};
    const std::vector<int> level{0, 1, 1, 1, 2, 2, 2, 2, 2};
    for (const auto attainable : {Attainable::degrees, Attainable::matches}) {
        const auto matrix = asked(view, {.attainable = attainable});
        for (Vertex x = 0; x < 9; ++x) {
            for (Vertex y = 0; y < 9; ++y) EXPECT_EQ(matrix.at(x, y) == 1, level[x] == level[y]) << x << ' ' << y;
        }
    }
}

TEST(RegularEquivalence, RefusesNoRoundsAndBadStrengths) {
    const Digraph view{2, {{0, 1}}};
    EXPECT_THROW(asked(view, {.iterations = 0}), InvalidOption);
    EXPECT_THROW(asked(view, {}, {0}), InvalidWeight);
    EXPECT_THROW(asked(Digraph{20'001, {}}), InvalidOption);
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(regular_equivalence(view, {}, {}, monitor), Cancelled);
}

TEST(RegularEquivalence, IsTheSameForAnyNumberOfThreads) {
    std::mt19937 random{1};
    const Digraph view{300, support::random_edges(random, 300, 1500, true)};
    set_threads(1);
    const auto one = asked(view);
    set_threads(2);
    const auto two = asked(view);
    set_threads(0);
    EXPECT_EQ(one.values, two.values);
}

// The formula over all actors k and m, tied or not.
support::Matrix expected(const support::Matrix& ties, const RegularEquivalenceOptions& options) {
    const std::size_t count = ties.size();
    support::Matrix alike(count, std::vector<double>(count, 1));
    for (std::uint32_t round = 0; round < options.iterations; ++round) {
        support::Matrix next = alike;
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = 0; j < count; ++j) {
                if (i == j) continue;
                double found = 0, attainable = 0;
                for (const auto& [x, y] : {std::pair{i, j}, std::pair{j, i}}) {
                    for (std::size_t k = 0; k < count; ++k) {
                        double best = -1, beside = 0;
                        for (std::size_t m = 0; m < count; ++m) {
                            const double value =
                                alike[k][m] * (std::min(ties[x][k], ties[y][m]) + std::min(ties[k][x], ties[m][y]));
                            const double most = std::max(ties[x][k], ties[y][m]) + std::max(ties[k][x], ties[m][y]);
                            if (value > best || (value == best && most < beside)) best = value, beside = most;
                        }
                        const double own = ties[x][k] + ties[k][x];
                        if (own == 0) continue;
                        found += best;
                        attainable += options.attainable == Attainable::degrees ? own : beside;
                    }
                }
                next[i][j] = attainable > 0 ? found / attainable : 1;
            }
        }
        alike = next;
    }
    return alike;
}

template <Direction D>
void check(const support::RandomGraph& graph, bool valued, const RegularEquivalenceOptions& options) {
    // Quarters add up without rounding, so that equally good counterparts are equal.
    std::vector<double> strengths(graph.edges.size(), 1.0);
    for (std::size_t i = 0; valued && i < strengths.size(); ++i) strengths[i] = graph.tenths[i] / 4.0;
    const auto ties = support::strength_matrix(graph, D == Direction::directed, strengths);
    const auto matrix = asked(graph.view<D>(), options, strengths);
    const auto formula = expected(ties, options);
    for (Vertex i = 0; i < graph.count; ++i) {
        for (Vertex j = 0; j < graph.count; ++j) EXPECT_NEAR(matrix.at(i, j), formula[i][j], 1e-12);
    }
}

TEST(RegularEquivalence, IsWhatTheFormulaSays) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        SCOPED_TRACE(seed);
        for (const bool valued : {false, true}) {
            for (const std::uint32_t iterations : {1U, 3U, 5U}) {
                for (const auto attainable : {Attainable::degrees, Attainable::matches}) {
                    const RegularEquivalenceOptions options{.iterations = iterations, .attainable = attainable};
                    check<Direction::directed>(support::random_graph(seed, Ties::directed), valued, options);
                    check<Direction::directed>(support::random_graph(seed, Ties::mixed), valued, options);
                    check<Direction::undirected>(support::random_graph(seed, Ties::undirected), valued, options);
                }
            }
        }
    }
}

}  // namespace
}  // namespace coopnet::position
