#include <coopnet/analysis/cohesion/cut_sets.hpp>
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
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
CutSets cut_sets(const Csr<D>& view, const CutSetsOptions& options = {}) {
    Monitor monitor;
    return cohesion::cut_sets(view, options, monitor);
}

template <Direction D>
CutSets between(const Csr<D>& view, Vertex source, Vertex target, const CutSetsOptions& options = {}) {
    Monitor monitor;
    return cohesion::cut_sets(view, source, target, options, monitor);
}

TEST(CutSets, AreTheActorsWithoutWhomTheNetworkIsInPieces) {
    const CutSets star = cut_sets(support::star<Direction::directed>(4));
    EXPECT_EQ(star.size, 1U);
    EXPECT_EQ(star.sets, (Sets{{0}}));
    EXPECT_EQ(star.cut_off, (Sets{{2, 3, 4}}));

    const CutSets ring = cut_sets(support::ring<Direction::undirected>(6));
    EXPECT_EQ(ring.size, 2U);
    EXPECT_EQ(ring.sets.size(), 9U);
    EXPECT_THAT(ring.sets.front(), ElementsAre(0, 2));
    EXPECT_THAT(ring.cut_off.front(), ElementsAre(1));
}

TEST(CutSets, AreOneEmptySetInANetworkInPieces) {
    const CutSets pieces = cut_sets(Ugraph{5, {{0, 1}, {2, 3}, {3, 4}}});
    EXPECT_EQ(pieces.size, 0U);
    EXPECT_EQ(pieces.sets, (Sets{{}}));
    EXPECT_EQ(pieces.cut_off, (Sets{{0, 1}}));
    EXPECT_FALSE(cut_sets(Ugraph{4, {}}, {.max_results = 1}).partial);
}

TEST(CutSets, AreNoneWhereEachIsTiedToEach) {
    for (std::uint32_t count = 0; count < 5; ++count) {
        const CutSets found = cut_sets(support::complete(count));
        EXPECT_EQ(found.size, std::nullopt);
        EXPECT_THAT(found.sets, IsEmpty());
        EXPECT_FALSE(found.partial);
        EXPECT_FALSE(found.why.empty());
    }
}

TEST(CutSets, AreManyInAWheel) {
    // A hub and a ring around it: the hub and two of the ring who are not neighbors.
    std::vector<EdgeSpec> edges = support::ring<Direction::undirected>(7).edges();
    for (Vertex v = 0; v < 7; ++v) edges.push_back({7, v});
    const CutSets found = cut_sets(Ugraph{8, edges});
    EXPECT_EQ(found.size, 3U);
    EXPECT_EQ(found.sets.size(), 14U);
    for (const auto& set : found.sets) EXPECT_EQ(set.back(), 7U);
}

TEST(CutSets, PartTwoActorsAsTheTiesRun) {
    // 0 reaches 3 by way of 1 and of 2; nothing leads back.
    const Digraph view{5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}}};
    const CutSets there = between(view, 0, 4);
    EXPECT_EQ(there.sets, (Sets{{3}}));
    EXPECT_EQ(there.cut_off, (Sets{{4}}));
    EXPECT_EQ(between(view, 0, 3).sets, (Sets{{1, 2}}));
    EXPECT_EQ(between(view, 0, 3).cut_off, (Sets{{3, 4}}));
    EXPECT_EQ(between(view, 4, 0).size, 0U);
    EXPECT_EQ(between(view, 4, 0).sets, (Sets{{}}));
}

TEST(CutSets, DoNotPartWhoAreTied) {
    const CutSets found = between(Digraph{2, {{0, 1}}}, 0, 1);
    EXPECT_EQ(found.size, std::nullopt);
    EXPECT_EQ(found.why, "the two are tied to each other");
    EXPECT_EQ(between(Digraph{2, {{0, 1}}}, 1, 0).size, 0U);
}

TEST(CutSets, AreAsManyAsALadderHas) {
    // Two rows side by side: one of each row.
    std::vector<EdgeSpec> edges;
    const std::uint32_t length = 40;
    for (Vertex row = 0; row < 2; ++row) {
        edges.push_back({0, 1 + row});
        for (Vertex i = 1; i < length; ++i) edges.push_back({(2 * i) - 1 + row, (2 * i) + 1 + row});
        edges.push_back({(2 * length) - 1 + row, (2 * length) + 1});
    }
    const CutSets found = between(Ugraph{(2 * length) + 2, edges}, 0, (2 * length) + 1);
    EXPECT_EQ(found.size, 2U);
    EXPECT_EQ(found.sets.size(), std::size_t{length} * length);
}

TEST(CutSets, StopAtTheLimitAndSaySo) {
    const Ugraph ring = support::ring<Direction::undirected>(6);
    EXPECT_FALSE(cut_sets(ring, {.max_results = 9}).partial);
    const CutSets some = cut_sets(ring, {.max_results = 8});
    EXPECT_TRUE(some.partial);
    EXPECT_EQ(some.sets.size(), 8U);
    EXPECT_TRUE(cut_sets(ring, {.time_limit = 0}).partial);
    EXPECT_EQ(cut_sets(ring, {.time_limit = 0}).size, std::nullopt);
    const CutSets two = between(support::path<Direction::undirected>(6), 0, 5, {.max_results = 2});
    EXPECT_TRUE(two.partial);
    EXPECT_EQ(two.sets.size(), 2U);
    EXPECT_TRUE(between(ring, 0, 3, {.time_limit = 0}).partial);
}

TEST(CutSets, RefuseWhatCannotBeAsked) {
    const Ugraph ring = support::ring<Direction::undirected>(4);
    EXPECT_THROW(cut_sets(ring, {.max_results = 0}), InvalidOption);
    EXPECT_THROW(between(ring, 0, 1, {.max_results = 0}), InvalidOption);
    EXPECT_THROW(cut_sets(ring, {.time_limit = -1}), InvalidOption);
    EXPECT_THROW(between(ring, 2, 2), InvalidOption);
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(cohesion::cut_sets(ring, {}, monitor), Cancelled);
    EXPECT_THROW(cohesion::cut_sets(ring, 0, 2, {}, monitor), Cancelled);
}

TEST(CutSets, FollowALongChainWithoutGettingLost) {
    const std::uint32_t count = 2000;
    EXPECT_EQ(between(support::path<Direction::directed>(count), 0, count - 1).sets.size(), count - 2);
}

// --- by definition: all sets of actors, smallest first -----------------------------------

using Mask = std::uint32_t;

// Whom one reaches of those who stay.
Mask reached(const Tied& tied, Vertex from, Mask without, bool either_way) {
    Mask seen = 1U << from;
    for (bool grew = true; grew;) {
        grew = false;
        for (std::size_t u = 0; u < tied.size(); ++u) {
            for (std::size_t v = 0; v < tied.size(); ++v) {
                const bool joins = tied[u][v] || (either_way && tied[v][u]);
                if ((seen >> u & 1U) == 0 || (seen >> v & 1U) != 0 || (without >> v & 1U) != 0 || !joins) continue;
                seen |= 1U << v;
                grew = true;
            }
        }
    }
    return seen;
}

std::vector<Vertex> members(Mask mask) {
    std::vector<Vertex> members;
    for (Vertex v = 0; v < 32; ++v) {
        if ((mask >> v & 1U) != 0) members.push_back(v);
    }
    return members;
}

// The smallest sets that `part` is true of.
template <class Parts>
Sets smallest(std::size_t count, const Parts& parts) {
    Sets found;
    for (int size = 0; found.empty() && size <= static_cast<int>(count); ++size) {
        for (Mask set = 0; set < 1U << count; ++set) {
            if (std::popcount(set) == size && parts(set)) found.push_back(members(set));
        }
    }
    std::ranges::sort(found);
    return found;
}

TEST(CutSets, AreTheSmallestOfAllSets) {
    support::each_random_graph(300, [](const support::RandomGraph& graph, bool directed) {
        const Tied tied = support::tied(graph, directed);
        const Mask all = (1U << tied.size()) - 1;
        const CutSets found = support::asked(graph, directed, [](const auto& view) { return cut_sets(view); });
        const Sets expected = smallest(tied.size(), [&](Mask set) {
            const Mask rest = all & ~set;
            if (rest == 0) return false;
            const auto first = static_cast<Vertex>(std::countr_zero(rest));
            return (reached(tied, first, set, true) & rest) != rest;
        });
        EXPECT_EQ(found.sets, expected);
        EXPECT_EQ(found.size.has_value(), !expected.empty());
        for (std::size_t i = 0; i < found.sets.size(); ++i) {
            EXPECT_EQ(found.size, found.sets[i].size());
            Mask set = 0, left = 0;
            for (const Vertex v : found.sets[i]) set |= 1U << v;
            Mask stays = 0;
            for (left = all & ~set; left != 0;) {
                const Mask piece = reached(tied, static_cast<Vertex>(std::countr_zero(left)), set, true);
                if (std::popcount(piece) > std::popcount(stays)) stays = piece;
                left &= ~piece;
            }
            EXPECT_EQ(found.cut_off[i], members(all & ~set & ~stays));
        }
    });
}

TEST(CutSets, BetweenTwoAreTheSmallestOfAllSets) {
    support::each_random_graph(120, [](const support::RandomGraph& graph, bool directed) {
        const Tied tied = support::tied(graph, directed);
        for (Vertex source = 0; source < tied.size(); ++source) {
            for (Vertex target = 0; target < tied.size(); ++target) {
                if (source == target) continue;
                const CutSets found =
                    support::asked(graph, directed, [&](const auto& view) { return between(view, source, target); });
                const Mask ends = (1U << source) | (1U << target);
                const Sets expected = smallest(tied.size(), [&](Mask set) {
                    return (set & ends) == 0 && (reached(tied, source, set, false) >> target & 1U) == 0;
                });
                EXPECT_EQ(found.sets, expected);
                EXPECT_EQ(found.why.empty(), !expected.empty());
                for (std::size_t i = 0; i < found.sets.size(); ++i) {
                    Mask set = 0;
                    for (const Vertex v : found.sets[i]) set |= 1U << v;
                    const Mask lost = reached(tied, source, 0, false) & ~reached(tied, source, set, false) & ~set;
                    EXPECT_EQ(found.cut_off[i], members(lost));
                }
            }
        }
    });
}

// Few are not tied: large cuts, many of them.
TEST(CutSets, OfDenseNetworksAreTheSmallestOfAllSets) {
    std::mt19937 random{7};
    for (int round = 0; round < 150; ++round) {
        support::RandomGraph graph;
        graph.count = 5 + support::below(random, 4);
        const std::uint32_t missing = 2 + support::below(random, 4);
        for (Vertex v = 0; v < graph.count; ++v) {
            for (Vertex u = 0; u < v; ++u) {
                if (support::below(random, 8) >= missing) graph.edges.push_back({u, v});
            }
        }
        const Tied tied = support::tied(graph, false);
        const Mask all = (1U << tied.size()) - 1;
        const Sets expected = smallest(tied.size(), [&](Mask set) {
            const Mask rest = all & ~set;
            return rest != 0 && (reached(tied, static_cast<Vertex>(std::countr_zero(rest)), set, true) & rest) != rest;
        });
        EXPECT_EQ(cut_sets(graph.view<Direction::undirected>()).sets, expected);
    }
}

}  // namespace
}  // namespace coopnet::cohesion
