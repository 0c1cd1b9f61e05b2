// What must hold between answers on networks too large to list all their pathways.
#include <coopnet/analysis/pathways/most_reliable.hpp>
#include <coopnet/analysis/pathways/shortest.hpp>

#include "support/graphs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace coopnet::pathways {
namespace {

constexpr std::uint32_t vertices = 40;
constexpr std::uint64_t many = 60;

std::vector<EdgeSpec> edges_of(std::uint32_t seed) {
    std::mt19937 random{seed};
    return support::random_edges(random, vertices, 160, true);
}

Pathways best(const std::vector<EdgeSpec>& edges, Vertex source, Vertex target, std::uint64_t k = many) {
    const Digraph view{vertices, edges};
    Monitor monitor;
    return k_shortest(view, view.weights(), source, target, {.k = k}, monitor);
}

std::vector<double> lengths(const Pathways& found) {
    std::vector<double> all;
    for (const Pathway& way : found.items) all.push_back(way.length);
    return all;
}

class Networks : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(Networks, GiveDifferentSimplePathwaysInOrder) {
    const auto edges = edges_of(GetParam());
    const auto found = best(edges, 0, 1);
    std::set<std::vector<EdgeId>> seen;
    for (const Pathway& way : found.items) {
        EXPECT_TRUE(seen.insert(way.edges).second);
        EXPECT_EQ(std::set<Vertex>(way.vertices.begin(), way.vertices.end()).size(), way.vertices.size());
        double length = 0;
        for (std::size_t i = 0; i < way.edges.size(); ++i) {
            const EdgeSpec& edge = edges[way.edges[i]];
            const bool along = edge.source == way.vertices[i] && edge.target == way.vertices[i + 1];
            const bool back = edge.both_ways && edge.target == way.vertices[i] && edge.source == way.vertices[i + 1];
            EXPECT_TRUE(along || back);
            length += edge.weight;
        }
        EXPECT_EQ(way.length, length);
    }
    EXPECT_TRUE(std::ranges::is_sorted(lengths(found)));
}

TEST_P(Networks, GiveTheSameFirstPathwaysHoweverManyAreAsked) {
    const auto edges = edges_of(GetParam());
    const auto all = best(edges, 0, 1);
    const auto some = best(edges, 0, 1, 17);
    for (std::size_t i = 0; i < some.items.size(); ++i) EXPECT_EQ(some.items[i].edges, all.items[i].edges);
}

TEST_P(Networks, HaveTheSameLengthsBackwardsOnTheReversedTies) {
    auto edges = edges_of(GetParam());
    const auto there = lengths(best(edges, 0, 1));
    for (EdgeSpec& edge : edges) std::swap(edge.source, edge.target);
    EXPECT_EQ(lengths(best(edges, 1, 0)), there);
}

TEST_P(Networks, KeepTheirPathwaysWhenEveryCostIsMultiplied) {
    auto edges = edges_of(GetParam());
    const auto before = best(edges, 0, 1);
    for (EdgeSpec& edge : edges) edge.weight *= 0.7;
    const auto after = best(edges, 0, 1);
    ASSERT_EQ(after.items.size(), before.items.size());
    for (std::size_t i = 0; i < after.items.size(); ++i) EXPECT_EQ(after.items[i].edges, before.items[i].edges);
}

TEST_P(Networks, GetNoLongerPathwayByOneMoreTie) {
    auto edges = edges_of(GetParam());
    const auto before = lengths(best(edges, 0, 1));
    edges.push_back({2, 3, 5});
    const auto after = lengths(best(edges, 0, 1));
    ASSERT_GE(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_LE(after[i], before[i]);
}

TEST_P(Networks, RankProductsOfHalvesAsTheyRankSums) {
    const auto edges = edges_of(GetParam());
    const Digraph view{vertices, edges};
    std::vector<double> halves;
    for (const EdgeSpec& edge : edges) halves.push_back(std::ldexp(1.0, -static_cast<int>(edge.weight)));
    Monitor monitor;
    const auto reliable = most_reliable(view, halves, 0, 1, {.k = many}, monitor);
    const auto shortest = best(edges, 0, 1);
    ASSERT_EQ(reliable.items.size(), shortest.items.size());
    for (std::size_t i = 0; i < shortest.items.size(); ++i) EXPECT_EQ(reliable.items[i].edges, shortest.items[i].edges);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Networks, ::testing::Range(0U, 60U));

}  // namespace
}  // namespace coopnet::pathways
