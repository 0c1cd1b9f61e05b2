#include <coopnet/analysis/position/concor.hpp>
#include <coopnet/core/parallel.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <vector>

namespace coopnet::position {
namespace {

using support::Ties;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
std::vector<std::uint32_t> asked(const Csr<D>& view, const ConcorOptions& options = {},
                                 const std::vector<double>& strengths = {}) {
    Monitor monitor;
    return concor(view, strengths, {}, options, monitor).groups;
}

TEST(Concor, OfNobodyOneAndTwo) {
    EXPECT_THAT(asked(Digraph{}), IsEmpty());
    EXPECT_THAT(asked(Ugraph{1, {{0, 0}}}), ElementsAre(0));
    EXPECT_THAT(asked(Digraph{2, {{0, 1}}}), ElementsAre(0, 0));  // no third tells them apart
}

TEST(Concor, KeepsTogetherWhoIsTiedAlikeToAll) {
    EXPECT_THAT(asked(support::complete(4)), Each(0));
    EXPECT_THAT(asked(support::ring<Direction::undirected>(4)), ElementsAre(0, 1, 0, 1));
}

TEST(Concor, SplitsAHubFromItsLeaves) {
    EXPECT_THAT(asked(support::star<Direction::undirected>(5)), ElementsAre(0, 1, 1, 1, 1, 1));
}

TEST(Concor, KeepsIsolatesApart) {
    EXPECT_THAT(asked(Ugraph{6, {{1, 2}, {1, 3}, {1, 4}, {5, 5}}}), ElementsAre(2, 0, 1, 1, 1, 2));
    EXPECT_THAT(asked(Ugraph{3, {}}), Each(0));
}

// The example of the R package concorR, which leaves ties within a pair out as well.
TEST(Concor, SplitsTheExampleOfConcorR) {
    enum : Vertex { a, b, c, d, e };
    const Digraph view{
        5, {{e, a}, {a, b}, {c, b}, {e, b}, {a, c}, {b, c}, {d, c}, {e, c}, {a, d}, {c, d}, {e, d}, {a, e}}};
    EXPECT_THAT(asked(view, {.splits = 1}), ElementsAre(0, 1, 1, 1, 0));
}

TEST(Concor, TellsRelationsApart) {
    // All send to 5; three by one relation, two by another.
    const Digraph view{6, {{0, 5}, {1, 5}, {2, 5}, {3, 5}, {4, 5}}};
    const std::vector<std::uint32_t> relations{0, 0, 0, 1, 1};
    Monitor monitor;
    EXPECT_THAT(concor(view, {}, {.of = relations, .count = 2}, {}, monitor).groups, ElementsAre(0, 0, 0, 1, 1, 2));
    EXPECT_THAT(asked(view), ElementsAre(0, 0, 0, 0, 0, 1));
}

TEST(Concor, SaysIfASplitDoesNotSettle) {
    // A ring falls in two in as many ways as it has actors.
    EXPECT_THROW(asked(support::ring<Direction::undirected>(7)), NotConverged);
}

TEST(Concor, RefusesOptionsThatMeanNothing) {
    const Ugraph view{2, {{0, 1}}};
    EXPECT_THROW(asked(view, {.max_iterations = 0}), InvalidOption);
    EXPECT_THROW(asked(view, {.max_iterations = 41}), InvalidOption);
    for (const double bad : {0.0, 1.0, std::nan("")}) EXPECT_THROW(asked(view, {.tolerance = bad}), InvalidOption);
    EXPECT_THROW(asked(view, {}, {-1}), InvalidWeight);
    EXPECT_THAT(asked(view, {.splits = 0}), Each(0));
}

TEST(Concor, StopsWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(concor(support::star<Direction::directed>(3), {}, {}, {}, monitor), Cancelled);
}

TEST(Concor, IsTheSameForAnyNumberOfThreads) {
    std::mt19937 random{1};
    const Digraph view{200, support::random_edges(random, 200, 1500, true)};
    set_threads(1);
    const auto one = asked(view, {.splits = 3, .max_iterations = 40});
    set_threads(2);
    const auto two = asked(view, {.splits = 3, .max_iterations = 40});
    set_threads(0);
    EXPECT_EQ(one, two);
}

// --- by definition: the first correlations of profiles written out, then those of columns ---

double pearson(const std::vector<double>& x, const std::vector<double>& y) {
    long double mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t k = 0; k < x.size(); ++k) mx += x[k], my += y[k];
    mx /= static_cast<long double>(x.size()), my /= static_cast<long double>(x.size());
    for (std::size_t k = 0; k < x.size(); ++k) {
        xx += (x[k] - mx) * (x[k] - mx), yy += (y[k] - my) * (y[k] - my), xy += (x[k] - mx) * (y[k] - my);
    }
    return xx < 1e-20L || yy < 1e-20L ? 0 : static_cast<double>(xy / std::sqrt(xx * yy));
}

support::Matrix first_correlations(const support::Matrix& ties, const std::vector<Vertex>& actors) {
    support::Matrix table;
    for (const Vertex i : actors) {
        table.emplace_back();
        for (const Vertex j : actors) {
            std::vector<double> x, y;
            for (Vertex k = 0; k < ties.size(); ++k) {
                if (k == i || k == j) continue;
                x.insert(x.end(), {ties[i][k], ties[k][i]});
                y.insert(y.end(), {ties[j][k], ties[k][j]});
            }
            const bool varies = std::ranges::any_of(x, [&](double value) { return value != x[0]; }) &&
                                std::ranges::any_of(y, [&](double value) { return value != y[0]; });
            table.back().push_back(i == j || (!varies && x == y) ? 1 : pearson(x, y));
        }
    }
    return table;
}

using Groups = std::vector<std::vector<Vertex>>;

// None: it does not settle.
std::optional<Groups> halved(const support::Matrix& ties, const std::vector<Vertex>& group) {
    auto table = first_correlations(ties, group);
    bool alike = true;
    for (const auto& row : table) {
        for (const double r : row) alike = alike && r > 1 - 1e-10;
    }
    if (alike) return Groups{group};
    for (int round = 0; round < 25; ++round) {
        support::Matrix next = table;
        bool settled = true;
        for (std::size_t i = 0; i < table.size(); ++i) {
            for (std::size_t j = 0; j < table.size(); ++j) {
                next[i][j] = i == j ? 1 : pearson(table[i], table[j]);
                settled = settled && std::abs(next[i][j]) >= 0.999;
            }
        }
        table = next;
        if (!settled) continue;
        Groups halves(2);
        for (std::size_t i = 0; i < group.size(); ++i) halves[table[0][i] > 0 ? 0 : 1].push_back(group[i]);
        if (halves[1].empty()) halves.pop_back();
        return halves;
    }
    return std::nullopt;
}

std::optional<std::vector<std::uint32_t>> expected(const support::Matrix& ties) {
    std::vector<Vertex> tied, isolates;
    for (Vertex i = 0; i < ties.size(); ++i) {
        bool any = false;
        for (Vertex k = 0; k < ties.size(); ++k) any = any || (k != i && (ties[i][k] > 0 || ties[k][i] > 0));
        (any ? tied : isolates).push_back(i);
    }
    Groups groups;
    if (!tied.empty()) groups.push_back(tied);
    for (int split = 0; split < 2; ++split) {
        Groups finer;
        for (const auto& group : groups) {
            const auto halves = halved(ties, group);
            if (!halves) return std::nullopt;
            finer.insert(finer.end(), halves->begin(), halves->end());
        }
        groups = finer;
    }
    if (!isolates.empty()) groups.push_back(isolates);
    std::vector<std::uint32_t> numbers(ties.size());
    for (std::uint32_t group = 0; group < groups.size(); ++group) {
        for (const Vertex member : groups[group]) numbers[member] = group;
    }
    return numbers;
}

template <Direction D>
bool check(const support::RandomGraph& graph) {
    const auto ties = support::strength_matrix(graph, D == Direction::directed, graph.costs());
    const auto groups = expected(ties);
    if (groups) {
        EXPECT_EQ(asked(graph.view<D>(), {}, graph.costs()), *groups);
    } else {
        EXPECT_THROW(asked(graph.view<D>(), {}, graph.costs()), NotConverged);
    }
    return groups.has_value();
}

TEST(Concor, IsWhatTheDefinitionSays) {
    int settled = 0, others = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        const bool outcomes[] = {check<Direction::directed>(support::random_graph(seed, Ties::directed)),
                                 check<Direction::directed>(support::random_graph(seed, Ties::mixed)),
                                 check<Direction::undirected>(support::random_graph(seed, Ties::undirected))};
        for (const bool outcome : outcomes) ++(outcome ? settled : others);
    }
    EXPECT_GT(settled, 500);
    RecordProperty("not_settled", others);
}

// Large enough for rounds on short rows.
TEST(Concor, IsWhatTheDefinitionSaysOfMoreActors) {
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random{seed};
        support::RandomGraph graph{.count = 80, .edges = support::random_edges(random, 80, 400, false), .tenths = {}};
        for (const EdgeSpec& edge : graph.edges) graph.tenths.push_back(1 + static_cast<std::uint32_t>(edge.weight));
        EXPECT_TRUE(check<Direction::directed>(graph));
    }
}

}  // namespace
}  // namespace coopnet::position
