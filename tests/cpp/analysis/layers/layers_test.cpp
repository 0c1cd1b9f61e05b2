#include <coopnet/analysis/layers/overlap.hpp>
#include <coopnet/analysis/layers/participation.hpp>
#include <coopnet/analysis/layers/relevance.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/graphs.hpp>

#include <cmath>
#include <set>
#include <utility>
#include <vector>

namespace coopnet::layers {
namespace {

using ::testing::DoubleEq;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr EdgeSpec undirected(Vertex u, Vertex v) {
    return {u, v, 1, true};
}

TEST(Participation, RunsFromOneLayerToAllAlike) {
    const std::vector<double> degrees{2, 2, 4, 0, 3, 1};
    const Participation found = participation(degrees, 2);
    EXPECT_THAT(found.overlapping, ElementsAre(4, 4, 4));
    EXPECT_THAT(found.participation, ElementsAre(DoubleEq(1), DoubleEq(0), DoubleEq(0.75)));
    EXPECT_TRUE(std::isnan(found.z[0]));
    EXPECT_EQ(found.why, "all actors have as many ties, so that z does not vary.");
}

TEST(Participation, StandardizesTheTiesOfAll) {
    const Participation found = participation(std::vector<double>{1, 0, 1, 2}, 2);
    EXPECT_THAT(found.z, ElementsAre(DoubleEq(-1), DoubleEq(1)));
    EXPECT_TRUE(found.why.empty());
}

TEST(Participation, IsUndefinedWithoutTiesAndForASingleLayer) {
    const Participation without = participation(std::vector<double>{0, 0, 1, 1}, 2);
    EXPECT_TRUE(std::isnan(without.participation[0]));
    EXPECT_FALSE(without.why.empty());
    EXPECT_TRUE(std::isnan(participation(std::vector<double>{1, 2}, 1).participation[0]));
    EXPECT_THAT(participation({}, 3).overlapping, IsEmpty());
    EXPECT_THAT(participation({}, 0).overlapping, IsEmpty());
}

TEST(Overlap, ComparesTiesAsTheyRun) {
    const Multiplex both{3, {{{0, 1}, {1, 2}, {1, 2}}, {undirected(0, 1)}}};
    const Overlap found = overlap(both);
    ASSERT_EQ(found.rows.size(), 2U);
    EXPECT_EQ(found.rows[0].ties, 2);
    EXPECT_EQ(found.rows[0].shared, 1);
    EXPECT_DOUBLE_EQ(found.rows[0].jaccard, 1.0 / 3);
    EXPECT_EQ(found.rows[0].conditional, 0.5);
    EXPECT_EQ(found.rows[1].conditional, 0.5);
}

TEST(Overlap, IsUndefinedForALayerWithoutTies) {
    const Overlap found = overlap({2, {{{0, 1}}, {{1, 1}}}});
    EXPECT_EQ(found.rows[0].jaccard, 0);
    EXPECT_TRUE(std::isnan(found.rows[1].conditional));
    EXPECT_FALSE(found.why.empty());
    EXPECT_THAT(overlap({2, {{{0, 1}}}}).rows, IsEmpty());
}

TEST(Relevance, IsTheShareOfNeighborsThatALayerTies) {
    const Multiplex both{4, {{{0, 1}, {0, 2}}, {undirected(0, 1)}}};
    const Relevance found = relevance(both);
    EXPECT_THAT(std::vector(found.relevance.begin(), found.relevance.begin() + 2), ElementsAre(1, 0.5));
    EXPECT_THAT(std::vector(found.exclusive.begin(), found.exclusive.begin() + 2), ElementsAre(0.5, 0));
    EXPECT_THAT(std::vector(found.weighted.begin(), found.weighted.begin() + 2), ElementsAre(0.75, 0.25));
    EXPECT_TRUE(std::isnan(found.relevance[6]));
    EXPECT_FALSE(found.why.empty());
    EXPECT_EQ(relevance(both, {.mode = Mode::in}).relevance[0], 0);  // to 0 only the undirected tie leads back
}

// By definition, from sets of ordered pairs.
TEST(Layers, AreWhatSetsOfPairsSay) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        std::mt19937 random{seed};
        Multiplex multiplex{6, {}};
        std::vector<std::set<std::pair<Vertex, Vertex>>> pairs(3);
        for (std::size_t layer = 0; layer < 3; ++layer) {
            multiplex.layers.push_back(support::random_edges(random, 6, 8, layer > 0));
            for (const EdgeSpec& edge : multiplex.layers.back()) {
                if (edge.source == edge.target) continue;
                pairs[layer].insert({edge.source, edge.target});
                if (edge.both_ways) pairs[layer].insert({edge.target, edge.source});
            }
        }
        for (const OverlapRow& row : overlap(multiplex).rows) {
            double shared = 0;
            for (const auto& pair : pairs[row.layer]) shared += pairs[row.other].contains(pair) ? 1 : 0;
            std::set<std::pair<Vertex, Vertex>> either = pairs[row.layer];
            either.insert(pairs[row.other].begin(), pairs[row.other].end());
            EXPECT_EQ(row.shared, shared);
            EXPECT_DOUBLE_EQ(row.jaccard, shared / static_cast<double>(either.size()));
            EXPECT_DOUBLE_EQ(row.conditional, shared / static_cast<double>(pairs[row.layer].size()));
        }
        const Relevance found = relevance(multiplex, {.mode = Mode::out});
        for (Vertex v = 0; v < 6; ++v) {
            double all = 0, added = 0;
            std::vector<double> tied(3, 0), alone(3, 0);
            for (Vertex u = 0; u < 6; ++u) {
                std::vector<std::size_t> tying;
                for (std::size_t layer = 0; layer < 3; ++layer) {
                    if (pairs[layer].contains({v, u})) tying.push_back(layer);
                }
                all += tying.empty() ? 0 : 1;
                for (const std::size_t layer : tying) ++tied[layer];
                if (tying.size() == 1) ++alone[tying.front()];
            }
            for (std::size_t layer = 0; layer < 3; ++layer) {
                if (all == 0) {
                    EXPECT_TRUE(std::isnan(found.relevance[v * 3 + layer]));
                    continue;
                }
                EXPECT_DOUBLE_EQ(found.relevance[v * 3 + layer], tied[layer] / all);
                EXPECT_DOUBLE_EQ(found.exclusive[v * 3 + layer], alone[layer] / all);
                added += found.weighted[v * 3 + layer];
            }
            if (all > 0) {
                EXPECT_NEAR(added, 1, 1e-12);
            }
        }
    }
}

}  // namespace
}  // namespace coopnet::layers
