#include <coopnet/analysis/cohesion/ei_index.hpp>
#include <coopnet/analysis/cohesion/homophily.hpp>
#include <coopnet/core/error.hpp>
#include <coopnet/core/parallel.hpp>

#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace coopnet::cohesion {
namespace {

using Groups = std::vector<std::uint32_t>;

template <Direction D>
EiIndex ei_index(const Csr<D>& view, const Groups& groups, EiIndexOptions options = {}) {
    Monitor monitor;
    const std::uint32_t count = groups.empty() ? 0 : *std::ranges::max_element(groups) + 1;
    return cohesion::ei_index(view, groups, count, {}, options, monitor);
}

TEST(EiIndex, RunsFromAllWithinToAllOutward) {
    const Ugraph pairs{4, {{0, 1}, {2, 3}}};
    EXPECT_EQ(ei_index(pairs, {0, 0, 1, 1}).network.index, -1);
    EXPECT_EQ(ei_index(pairs, {0, 1, 0, 1}).network.index, 1);
    const EiIndex mixed = ei_index(Ugraph{3, {{0, 1}, {1, 2}}}, {0, 0, 1});
    EXPECT_EQ(mixed.network.index, 0);
    EXPECT_DOUBLE_EQ(mixed.groups[0].index, -1.0 / 3);
    EXPECT_EQ(mixed.groups[1].index, 1);
    EXPECT_EQ(mixed.actors[0].index, -1);
}

TEST(EiIndex, IsUndefinedWithoutTiesAndSaysWhy) {
    const EiIndex alone = ei_index(Ugraph{2, {{0, 0}}}, {0, 1});
    EXPECT_TRUE(std::isnan(alone.network.index));
    EXPECT_FALSE(alone.why.empty());
    EXPECT_TRUE(std::isnan(ei_index(Digraph{1, {}}, {0}).network.expected));
    EXPECT_TRUE(ei_index(Digraph{}, {}).actors.empty());
}

TEST(EiIndex, RefusesActorsWithoutAGroup) {
    EXPECT_THROW(ei_index(Ugraph{2, {{0, 1}}}, {0}), InvalidOption);
}

// The mean and the p of the network over all orders of the labels.
void compare_with_all_orders(const support::RandomGraph& graph, bool directed) {
    Groups groups;
    for (std::uint32_t v = 0; v < graph.count; ++v) groups.push_back(v % 2 == 0 ? 0 : v % 3);
    const auto index = [&](const Groups& labels) {
        double external = 0, internal = 0;
        for (const EdgeSpec& edge : graph.edges) {
            if (edge.source == edge.target) continue;
            (labels[edge.source] == labels[edge.target] ? internal : external) += 1;
        }
        return (external - internal) / (external + internal);
    };
    const double real = index(groups);
    if (std::isnan(real)) return;
    double sum = 0, at_least = 0, at_most = 0, all = 0;
    Groups order(graph.count);
    for (std::uint32_t v = 0; v < graph.count; ++v) order[v] = v;
    do {
        Groups labels;
        for (const std::uint32_t v : order) labels.push_back(groups[v]);
        const double value = index(labels);
        sum += value;
        at_least += value > real - 1e-9 ? 1 : 0;
        at_most += value < real + 1e-9 ? 1 : 0;
        ++all;
    } while (std::ranges::next_permutation(order).found);
    const auto found =
        support::asked(graph, directed, [&](const auto& view) { return ei_index(view, groups, {.permutations = 10}); });
    EXPECT_TRUE(found.exact);
    EXPECT_NEAR(found.network.index, real, 1e-12);
    EXPECT_NEAR(found.network.expected, sum / all, 1e-9);
    EXPECT_NEAR(found.network.p, std::min(1.0, 2 * std::min(at_least, at_most) / all), 1e-9);
}

TEST(EiIndex, IsComparedWithAllArrangementsIfTheyAreFew) {
    support::each_random_graph(40, [](const support::RandomGraph& graph, bool directed) {
        if (graph.count > 1 && graph.count < 8) compare_with_all_orders(graph, directed);
    });
}

TEST(EiIndex, IsTheSameForAnyNumberOfThreads) {
    std::vector<EdgeSpec> edges;
    Groups groups;
    for (Vertex v = 0; v < 400; ++v) {
        groups.push_back(v % 5);
        for (Vertex step = 1; step < 20; ++step) edges.push_back({v, (v * step + step) % 400});
    }
    const Digraph view{400, edges};
    const EiIndexOptions options{.permutations = 2000, .seed = 7};
    set_threads(1);
    const auto alone = ei_index(view, groups, options);
    set_threads(2);
    const auto shared = ei_index(view, groups, options);
    set_threads(0);
    EXPECT_FALSE(alone.exact);
    EXPECT_EQ(alone.network.p, shared.network.p);
    for (std::size_t group = 0; group < 5; ++group) EXPECT_EQ(alone.groups[group].p, shared.groups[group].p);
}

TEST(Homophily, ComparesTiesWithinWithTheShareOfActors) {
    const Digraph view{4, {{0, 1}, {1, 0}, {1, 2}, {2, 3}}};
    const Homophily found = homophily(mixing(view, Groups{0, 0, 1, 1}, 2, {}));
    EXPECT_DOUBLE_EQ(found.groups[0].homophily, 2.0 / 3);
    EXPECT_DOUBLE_EQ(found.groups[0].inbreeding, (2.0 / 3 - 0.5) / 0.5);
    EXPECT_EQ(found.groups[1].homophily, 1);
    EXPECT_EQ(found.groups[1].external, 0);
    EXPECT_TRUE(found.why.empty());
}

TEST(Homophily, IsUndefinedWithoutTiesOrOthersAndSaysWhy) {
    const Homophily without = homophily(mixing(Digraph{2, {{0, 0}}}, Groups{0, 1}, 2, {}));
    EXPECT_TRUE(std::isnan(without.groups[0].homophily));
    EXPECT_FALSE(without.why.empty());
    const Homophily one = homophily(mixing(Ugraph{2, {{0, 1}}}, Groups{0, 0}, 1, {}));
    EXPECT_EQ(one.groups[0].homophily, 1);
    EXPECT_TRUE(std::isnan(one.groups[0].inbreeding));
    EXPECT_FALSE(one.why.empty());
    EXPECT_TRUE(homophily(mixing(Ugraph{}, {}, 0, {})).groups.empty());
}

}  // namespace
}  // namespace coopnet::cohesion
