#include <coopnet/analysis/centrality/betweenness.hpp>
#include <coopnet/analysis/centrality/closeness.hpp>
#include <coopnet/analysis/centrality/group_betweenness.hpp>
#include <coopnet/analysis/centrality/group_closeness.hpp>
#include <coopnet/analysis/centrality/group_degree.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Ties;
using Actors = std::vector<Vertex>;

template <Direction D>
Value group_closeness(const Csr<D>& view, std::span<const double> costs, const Actors& group,
                      GroupClosenessOptions options = {}) {
    Monitor monitor;
    return centrality::group_closeness(view, costs, group, options, monitor);
}

template <Direction D>
Value group_betweenness(const Csr<D>& view, std::span<const double> costs, const Actors& group,
                        GroupBetweennessOptions options = {}) {
    Monitor monitor;
    return centrality::group_betweenness(view, costs, group, options, monitor);
}

TEST(GroupDegree, CountsEachOutsiderOnce) {
    const Ugraph view{5, {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {2, 3}, {1, 1}}};
    EXPECT_EQ(group_degree(view, Actors{0, 1}, {.normalized = false}).value, 1);
    EXPECT_EQ(group_degree(view, Actors{0, 3}, {.normalized = false}).value, 2);
    EXPECT_DOUBLE_EQ(group_degree(view, Actors{0, 3, 0}).value, 2.0 / 3);
    const auto chain = support::path<Direction::directed>(4);
    EXPECT_EQ(group_degree(chain, Actors{1, 2}, {.mode = Mode::out, .normalized = false}).value, 1);
    EXPECT_EQ(group_degree(chain, Actors{1, 2}, {.mode = Mode::in}).value, 0.5);
    EXPECT_EQ(group_degree(chain, Actors{1, 2}).value, 1);
}

TEST(GroupCloseness, MeasuresFromTheNearestMember) {
    const auto chain = support::path<Direction::undirected>(6);
    EXPECT_DOUBLE_EQ(group_closeness(chain, {}, {1, 4}).value, 1);
    EXPECT_DOUBLE_EQ(group_closeness(chain, {}, {0, 1}).value, 4.0 / 10);
    EXPECT_DOUBLE_EQ(group_closeness(chain, {}, {0, 1}, {.normalized = false}).value, 1.0 / 10);
    const auto way = support::path<Direction::directed>(3);
    EXPECT_DOUBLE_EQ(group_closeness(way, {}, {1, 2}).value, 1);
    EXPECT_DOUBLE_EQ(group_closeness(way, {}, {1, 2}, {.mode = Mode::out}).value, 0);
}

TEST(GroupCloseness, TakesWhatIsNotReachedAsAsked) {
    const Ugraph view{5, {{0, 1}, {1, 2}}};
    EXPECT_DOUBLE_EQ(group_closeness(view, {}, {1, 3}).value, 2.0 / 3);
    EXPECT_DOUBLE_EQ(group_closeness(view, {}, {1, 3}, {.wf_improved = false}).value, 1);
    EXPECT_DOUBLE_EQ(group_closeness(view, {}, {1, 3}, {.unreached = Unreached::infinite}).value, 0);
    EXPECT_DOUBLE_EQ(group_closeness(view, {}, {1, 3}, {.unreached = Unreached::n}).value, 3.0 / 7);
    const Value cut_off = group_closeness(view, {}, {3, 4}, {.wf_improved = false});
    EXPECT_TRUE(std::isnan(cut_off.value));
    EXPECT_FALSE(cut_off.why.empty());
}

TEST(GroupBetweenness, CountsAPairThatPassesSeveralMembersOnce) {
    const auto chain = support::path<Direction::undirected>(5);
    EXPECT_DOUBLE_EQ(group_betweenness(chain, {}, {1, 2}, {.normalized = false}).value, 2);
    EXPECT_DOUBLE_EQ(group_betweenness(chain, {}, {1, 2}).value, 2.0 / 3);
    EXPECT_DOUBLE_EQ(group_betweenness(support::star<Direction::undirected>(4), {}, {0, 1}).value, 1);
    EXPECT_DOUBLE_EQ(group_betweenness(support::complete(5), {}, {0, 1}).value, 0);
}

TEST(Groups, OfEverybodyHaveNobodyOutside) {
    const auto chain = support::path<Direction::undirected>(2);
    for (const Value& value : {group_degree(chain, Actors{0, 1}), group_closeness(chain, {}, {0, 1})}) {
        EXPECT_TRUE(std::isnan(value.value));
        EXPECT_FALSE(value.why.empty());
    }
    EXPECT_EQ(group_degree(chain, Actors{0, 1}, {.normalized = false}).value, 0);
    EXPECT_EQ(group_betweenness(chain, {}, {0, 1}).value, 0);
    EXPECT_EQ(group_betweenness(chain, {}, {0}).value, 0);
}

TEST(Groups, AreRefusedWithoutMembersOrWithStrangers) {
    const auto chain = support::path<Direction::undirected>(3);
    for (const Actors& group : {Actors{}, Actors{3}}) {
        EXPECT_THROW(group_degree(chain, group), InvalidOption);
        EXPECT_THROW(group_closeness(chain, {}, group), InvalidOption);
        EXPECT_THROW(group_betweenness(chain, {}, group), InvalidOption);
    }
    EXPECT_THROW(group_closeness(chain, std::vector{0.0, 1.0}, {0}), InvalidWeight);
    EXPECT_THROW(group_betweenness(chain, std::vector{0.0, 1.0}, {0}), InvalidWeight);
}

TEST(GroupBetweenness, SaysWhyWhenPathwaysAreTooManyToCount) {
    std::vector<EdgeSpec> edges;
    for (Vertex v = 0; v < 3300; v += 3)
        edges.insert(edges.end(), {{v, v + 1}, {v, v + 2}, {v + 1, v + 3}, {v + 2, v + 3}});
    const Value value = group_betweenness(Digraph{3301, edges}, {}, {1501});
    EXPECT_TRUE(std::isnan(value.value));
    EXPECT_FALSE(value.why.empty());
}

// By definition, over enumerated pathways.
struct Expected {
    double degree = 0;
    double closeness = 0;
    double betweenness = 0;
};

Expected expected(const support::Plain& plain, const std::set<Vertex>& group) {
    const auto distances = support::distances(plain);
    Expected expected;
    double farness = 0;
    double reached = 0;
    for (Vertex v = 0; v < plain.size(); ++v) {
        if (group.contains(v)) continue;
        std::optional<std::uint64_t> nearest;
        bool tied = false;
        for (const EdgeSpec& edge : plain.graph.edges) {
            tied = tied || (edge.source == v && group.contains(edge.target)) ||
                   (edge.target == v && group.contains(edge.source));
        }
        for (const Vertex member : group) {
            const auto distance = distances[v][member];
            if (distance && (!nearest || *distance < *nearest)) nearest = distance;
        }
        expected.degree += tied ? 1 : 0;
        if (nearest) {
            farness += static_cast<double>(*nearest) / (plain.weighted ? 10 : 1);
            ++reached;
        }
        for (Vertex target = plain.directed ? 0 : v + 1; target < plain.size(); ++target) {
            if (group.contains(target) || target == v) continue;
            const auto rows = support::shortest_rows(plain, v, target);
            double through = 0;
            for (const auto& row : rows) {
                through += std::ranges::any_of(row, [&](Vertex w) { return group.contains(w); }) ? 1 : 0;
            }
            if (!rows.empty()) expected.betweenness += through / static_cast<double>(rows.size());
        }
    }
    const auto others = static_cast<double>(plain.size() - group.size());
    expected.closeness = reached == 0 ? 0 : reached / farness * reached / others;
    return expected;
}

template <Direction D>
void compare_with_enumeration(const support::RandomGraph& graph, std::uint32_t seed) {
    if (graph.count < 2) return;
    const support::Plain plain{graph, D == Direction::directed, seed % 2 == 0};
    std::set<Vertex> group;
    for (Vertex v = 0; v + 1 < graph.count; ++v) {
        if ((seed * 7 + v * 3) % 5 < 2) group.insert(v);
    }
    group.insert(0);
    const Actors members(group.begin(), group.end());
    const auto costs = plain.weighted ? graph.costs() : std::vector<double>{};
    const auto view = graph.view<D>();
    const Expected answer = expected(plain, group);
    EXPECT_EQ(group_degree(view, members, {.normalized = false}).value, answer.degree);
    EXPECT_NEAR(group_closeness(view, costs, members).value, answer.closeness, 1e-12);
    EXPECT_NEAR(group_betweenness(view, costs, members, {.normalized = false}).value, answer.betweenness, 1e-12);
}

TEST(Groups, AreWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        compare_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::directed), seed);
        compare_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::mixed), seed);
        compare_with_enumeration<Direction::undirected>(support::random_graph(seed, Ties::undirected), seed);
    }
}

TEST(Groups, OfOneHaveTheScoresOfTheActor) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const auto graph = support::random_graph(seed, Ties::mixed);
        const auto view = graph.view<Direction::directed>();
        Monitor monitor;
        const auto near = closeness(view, graph.costs(), {}, monitor).values;
        const auto between = betweenness(view, graph.costs(), {}, monitor).values;
        for (Vertex v = 0; v < graph.count && graph.count > 1; ++v) {
            EXPECT_NEAR(group_closeness(view, graph.costs(), {v}).value, near[v], 1e-12);
            EXPECT_NEAR(group_betweenness(view, graph.costs(), {v}).value, between[v], 1e-12);
        }
    }
}

}  // namespace
}  // namespace coopnet::centrality
