#include <coopnet/analysis/community/label_propagation.hpp>
#include <coopnet/analysis/community/leiden.hpp>
#include <coopnet/analysis/community/louvain.hpp>
#include <coopnet/analysis/community/modularity.hpp>
#include <coopnet/core/error.hpp>
#include <coopnet/core/parallel.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

namespace coopnet::community {
namespace {

using Groups = std::vector<std::uint32_t>;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
Communities leiden(const Csr<D>& view, std::span<const double> strengths = {}, const LeidenOptions& options = {}) {
    Monitor monitor;
    return community::leiden(view, strengths, options, monitor);
}

template <Direction D>
Communities louvain(const Csr<D>& view, std::span<const double> strengths = {}, const LouvainOptions& options = {}) {
    Monitor monitor;
    return community::louvain(view, strengths, options, monitor);
}

template <Direction D>
Partition label_propagation(const Csr<D>& view, std::span<const double> strengths = {}, std::uint64_t seed = 0) {
    Monitor monitor;
    return community::label_propagation(view, strengths, {.seed = seed}, monitor);
}

// Two full squares with one tie between them.
Ugraph two_squares() {
    std::vector<EdgeSpec> edges;
    for (Vertex v = 0; v < 4; ++v) {
        for (Vertex u = 0; u < v; ++u) {
            edges.push_back({u, v});
            edges.push_back({u + 4, v + 4});
        }
    }
    edges.push_back({0, 4});
    return {8, edges};
}

TEST(Communities, AreThoseThatEverybodySees) {
    const Groups seen{0, 0, 0, 0, 1, 1, 1, 1};
    EXPECT_EQ(leiden(two_squares()).partition.groups, seen);
    EXPECT_EQ(louvain(two_squares()).partition.groups, seen);
    EXPECT_EQ(leiden(two_squares(), {}, {.objective = Objective::cpm, .resolution = 0.5}).partition.groups, seen);
    EXPECT_EQ(leiden(two_squares()).partition.group_count, 2U);
}

TEST(Communities, OfNobodyAndOfNoTies) {
    EXPECT_THAT(leiden(Ugraph{}).partition.groups, IsEmpty());
    EXPECT_THAT(louvain(Digraph{}).partition.groups, IsEmpty());
    EXPECT_THAT(label_propagation(Digraph{}).groups, IsEmpty());
    for (const auto& found : {leiden(Ugraph{3, {}}), louvain(Ugraph{3, {}})}) {
        EXPECT_THAT(found.partition.groups, ElementsAre(0, 1, 2));
        EXPECT_TRUE(std::isnan(found.quality.value));
        EXPECT_FALSE(found.quality.why.empty());
    }
    EXPECT_THAT(label_propagation(Ugraph{3, {}}).groups, ElementsAre(0, 1, 2));
    EXPECT_EQ(leiden(Ugraph{3, {}}, {}, {.objective = Objective::cpm}).quality.value, 0);
    EXPECT_THAT(leiden(Ugraph{1, {{0, 0}}}).partition.groups, ElementsAre(0));
}

TEST(Communities, RefuseWhatHasNoMeaning) {
    EXPECT_THROW(leiden(Ugraph{2, {{0, 1}}}, {}, {.resolution = -1}), InvalidOption);
    EXPECT_THROW(leiden(Ugraph{2, {{0, 1}}}, {}, {.starts = 0}), InvalidOption);
    EXPECT_THROW(louvain(Ugraph{2, {{0, 1}}}, std::vector{-1.0}), InvalidWeight);
    EXPECT_THROW(label_propagation(Ugraph{2, {{0, 1}}}, std::vector{std::nan("")}), InvalidWeight);
}

TEST(Communities, StopWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(community::leiden(two_squares(), {}, {}, monitor), Cancelled);
    EXPECT_THROW(community::louvain(two_squares(), {}, {}, monitor), Cancelled);
    EXPECT_THROW(community::label_propagation(two_squares(), {}, {}, monitor), Cancelled);
}

// `visit(groups)` for each way to divide `count` actors into groups.
void each_division(std::size_t count, const std::function<void(const Groups&)>& visit) {
    Groups groups(count, 0);
    const std::function<void(std::size_t, std::uint32_t)> fill = [&](std::size_t at, std::uint32_t used) {
        if (at == count) return visit(groups);
        for (std::uint32_t group = 0; group <= used; ++group) {
            groups[at] = group;
            fill(at + 1, std::max(used, group + 1));
        }
    };
    fill(0, 0);
}

// Σ ties within − γ · pairs within, by the matrix.
double potts(const support::Matrix& ties, const Groups& groups, double resolution, bool directed) {
    double sum = 0;
    for (std::size_t u = 0; u < groups.size(); ++u) {
        for (std::size_t v = 0; v < groups.size(); ++v) {
            if (groups[u] != groups[v]) continue;
            sum += ties[u][v] * (!directed && u == v ? 2 : 1) - (u == v ? 0 : resolution);
        }
    }
    return directed ? sum : sum / 2;
}

// The best of all divisions is found, with few exceptions, and never more is claimed.
TEST(Communities, OfLeidenAreTheBestOfAllDivisions) {
    int asked = 0, best_found = 0;
    support::each_random_graph(60, [&](const support::RandomGraph& graph, bool directed) {
        if (graph.count > 7 || graph.edges.empty()) return;
        const auto ties = support::strength_matrix(graph, directed, graph.costs());
        for (const auto objective : {Objective::modularity, Objective::cpm}) {
            const double resolution = objective == Objective::cpm ? 0.3 : 1;
            support::asked(graph, directed, [&](const auto& view) {
                double best = -std::numeric_limits<double>::infinity();
                const auto judged = [&](const Groups& groups) {
                    return objective == Objective::cpm ? potts(ties, groups, resolution, directed)
                                                       : modularity(view, groups, graph.costs()).value;
                };
                each_division(graph.count, [&](const Groups& groups) { best = std::max(best, judged(groups)); });
                const auto found = leiden(view, graph.costs(), {.objective = objective, .resolution = resolution});
                EXPECT_NEAR(found.quality.value, judged(found.partition.groups), 1e-12);
                EXPECT_LE(found.quality.value, best + 1e-12);
                ++asked;
                best_found += found.quality.value > best - 1e-12 ? 1 : 0;
                return 0;
            });
        }
    });
    EXPECT_GT(asked, 150);
    EXPECT_GE(best_found, asked * 99 / 100);
}

TEST(Communities, OfLeidenAreConnected) {
    support::each_random_graph(200, [](const support::RandomGraph& graph, bool directed) {
        const auto groups = support::asked(graph, directed, [&](const auto& view) {
            return leiden(view, graph.costs(), {.seed = 3, .starts = 1}).partition.groups;
        });
        support::Plain within{graph, false};
        std::erase_if(within.graph.edges,
                      [&](const EdgeSpec& edge) { return groups[edge.source] != groups[edge.target]; });
        const auto reaches = support::reach(within);
        for (std::size_t u = 0; u < graph.count; ++u) {
            for (std::size_t v = 0; v < graph.count; ++v) EXPECT_EQ(reaches[u][v], groups[u] == groups[v]);
        }
    });
}

TEST(Communities, OfLouvainSayTheirModularity) {
    support::each_random_graph(100, [](const support::RandomGraph& graph, bool directed) {
        if (graph.edges.empty()) return;
        support::asked(graph, directed, [&](const auto& view) {
            const auto found = louvain(view, graph.costs(), {.resolution = 0.8});
            const auto expected = modularity(view, found.partition.groups, graph.costs(), {.resolution = 0.8});
            EXPECT_NEAR(found.quality.value, expected.value, 1e-12);
            const Groups one(graph.count, 0);
            EXPECT_GE(found.quality.value, modularity(view, one, graph.costs(), {.resolution = 0.8}).value - 1e-12);
            return 0;
        });
    });
}

// By definition: nobody is tied more strongly to another group than to its own.
TEST(Communities, OfLabelsAreSettled) {
    support::each_random_graph(200, [](const support::RandomGraph& graph, bool directed) {
        const auto ties = support::strength_matrix(graph, directed, graph.costs());
        const auto groups = support::asked(
            graph, directed, [&](const auto& view) { return label_propagation(view, graph.costs(), 5).groups; });
        for (std::size_t u = 0; u < graph.count; ++u) {
            std::vector<double> to(graph.count, 0);
            for (std::size_t v = 0; v < graph.count; ++v) {
                if (u != v) to[groups[v]] += ties[u][v] + ties[v][u];
            }
            for (const double strength : to) EXPECT_LE(strength, to[groups[u]] + 1e-9);
        }
    });
}

TEST(Communities, AreTheSameForAnyNumberOfThreads) {
    std::vector<EdgeSpec> edges;
    for (Vertex v = 0; v < 600; ++v) {
        for (Vertex step = 1; step < 9; ++step) edges.push_back({v, (v * 7 + step * step * 31) % 600});
    }
    const Digraph view{600, edges};
    set_threads(1);
    const auto one = leiden(view, {}, {.seed = 11});
    set_threads(2);
    const auto two = leiden(view, {}, {.seed = 11});
    set_threads(0);
    EXPECT_EQ(one.partition.groups, two.partition.groups);
    EXPECT_EQ(one.quality.value, two.quality.value);
}

}  // namespace
}  // namespace coopnet::community
