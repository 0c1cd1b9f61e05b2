#include <coopnet/analysis/cohesion/k_components.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <algorithm>
#include <bit>
#include <vector>

namespace coopnet::cohesion {
namespace {

using Sets = std::vector<std::vector<Vertex>>;
using support::Tied;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
KComponents k_components(const Csr<D>& view) {
    Monitor monitor;
    return cohesion::k_components(view, monitor);
}

TEST(KComponents, LieWithinEachOther) {
    // Four of whom each is tied to each, a ring that shares one of them, a chain to nowhere.
    const Ugraph view{9, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 4}, {4, 5}, {5, 3}, {5, 6}, {7, 8}}};
    const KComponents found = k_components(view);
    ASSERT_EQ(found.levels.size(), 3U);
    EXPECT_EQ(found.levels[0], (Sets{{0, 1, 2, 3, 4, 5, 6}, {7, 8}}));
    EXPECT_EQ(found.levels[1], (Sets{{0, 1, 2, 3}, {3, 4, 5}}));
    EXPECT_EQ(found.levels[2], (Sets{{0, 1, 2, 3}}));
    EXPECT_THAT(found.embeddedness, ElementsAre(3, 3, 3, 3, 2, 2, 1, 1, 1));
}

TEST(KComponents, AreKnownOfPlainShapes) {
    EXPECT_THAT(k_components(support::complete(6)).embeddedness, Each(5U));
    EXPECT_THAT(k_components(support::ring<Direction::directed>(6)).embeddedness, Each(2U));
    EXPECT_THAT(k_components(support::star<Direction::directed>(6)).embeddedness, Each(1U));
    EXPECT_THAT(k_components(support::path<Direction::undirected>(6)).embeddedness, Each(1U));
    EXPECT_THAT(k_components(Ugraph{3, {}}).embeddedness, ElementsAre(0, 0, 0));
    EXPECT_THAT(k_components(Ugraph{3, {}}).levels, IsEmpty());
    EXPECT_THAT(k_components(Digraph{}).levels, IsEmpty());
    EXPECT_THAT(k_components(Digraph{1, {{0, 0}}}).levels, IsEmpty());
    EXPECT_EQ(k_components(Digraph{2, {{0, 1}, {0, 1}, {1, 0}}}).levels, (std::vector<Sets>{{{0, 1}}}));
}

TEST(KComponents, StopWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(cohesion::k_components(support::complete(4), monitor), Cancelled);
}

// --- by definition: all sets, and all ways of taking fewer than k of each ------------------

using Mask = std::uint32_t;

bool hangs_together(const Tied& tied, Mask set) {
    Mask seen = set & (~set + 1);
    for (bool grew = true; grew;) {
        grew = false;
        for (std::size_t u = 0; u < tied.size(); ++u) {
            for (std::size_t v = 0; v < tied.size(); ++v) {
                if ((seen >> u & 1U) == 0 || (set >> v & 1U) == 0 || (seen >> v & 1U) != 0) continue;
                if (!tied[u][v] && !tied[v][u]) continue;
                seen |= 1U << v;
                grew = true;
            }
        }
    }
    return seen == set;
}

// How few actors part a set, or one fewer than it has.
int cohesion_of(const Tied& tied, Mask set) {
    int fewest = std::popcount(set) - 1;
    for (Mask gone = set;; gone = (gone - 1) & set) {
        if (std::popcount(gone) < fewest && !hangs_together(tied, set & ~gone)) fewest = std::popcount(gone);
        if (gone == 0) return fewest;
    }
}

std::vector<Sets> by_definition(const Tied& tied) {
    std::vector<Sets> levels;
    std::vector<int> cohesion(std::size_t{1} << tied.size());
    for (Mask set = 1; set < cohesion.size(); ++set) cohesion[set] = cohesion_of(tied, set);
    for (int k = 1;; ++k) {
        Sets level;
        for (Mask set = 1; set < cohesion.size(); ++set) {
            bool largest = cohesion[set] >= k;
            for (Mask more = set + 1; largest && more < cohesion.size(); ++more) {
                if ((more & set) == set && cohesion[more] >= k) largest = false;
            }
            if (!largest) continue;
            std::vector<Vertex> members;
            for (Vertex v = 0; v < tied.size(); ++v) {
                if ((set >> v & 1U) != 0) members.push_back(v);
            }
            level.push_back(members);
        }
        if (level.empty()) return levels;
        std::ranges::sort(
            level, [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
        levels.push_back(level);
    }
}

TEST(KComponents, AreThoseThatAllSetsSay) {
    support::each_random_graph(150, [](const support::RandomGraph& graph, bool directed) {
        const KComponents found = support::asked(graph, directed, [](const auto& view) { return k_components(view); });
        const auto expected = by_definition(support::tied(graph, directed));
        EXPECT_EQ(found.levels, expected);
        for (Vertex v = 0; v < graph.count; ++v) {
            std::uint32_t deepest = 0;
            for (std::uint32_t k = 1; k <= expected.size(); ++k) {
                for (const auto& set : expected[k - 1]) {
                    if (std::ranges::find(set, v) != set.end()) deepest = k;
                }
            }
            EXPECT_EQ(found.embeddedness[v], deepest);
        }
    });
}

TEST(KComponents, OfDenseNetworksAreThoseThatAllSetsSay) {
    std::mt19937 random{11};
    for (int round = 0; round < 100; ++round) {
        support::RandomGraph graph;
        graph.count = 8;
        const std::uint32_t missing = 1 + support::below(random, 6);
        for (Vertex v = 0; v < graph.count; ++v) {
            for (Vertex u = 0; u < v; ++u) {
                if (support::below(random, 8) >= missing) graph.edges.push_back({u, v});
            }
        }
        EXPECT_EQ(k_components(graph.view<Direction::undirected>()).levels, by_definition(support::tied(graph, false)));
    }
}

}  // namespace
}  // namespace coopnet::cohesion
