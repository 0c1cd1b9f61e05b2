#include <coopnet/analysis/cohesion/articulation.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

namespace coopnet::cohesion {
namespace {

using support::Ties;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
Cuts articulation_actors(const Csr<D>& view) {
    Monitor monitor;
    return cohesion::articulation_actors(view, monitor);
}

template <Direction D>
Cuts bridges(const Csr<D>& view) {
    Monitor monitor;
    return cohesion::bridges(view, monitor);
}

TEST(ArticulationActors, NameThoseTheyCutOff) {
    // A triangle 0 1 2; from 2 hangs the chain 3 4, from 0 the leaf 5.
    const Ugraph view{6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {0, 5}}};
    const Cuts cuts = articulation_actors(view);
    EXPECT_THAT(cuts.cutters, ElementsAre(0, 2, 3));
    EXPECT_THAT(cuts.cut_off(0), ElementsAre(5));
    EXPECT_THAT(cuts.cut_off(1), ElementsAre(3, 4));
    EXPECT_THAT(cuts.cut_off(2), ElementsAre(4));
}

TEST(ArticulationActors, OfEqualPiecesKeepThatOfTheFirstActor) {
    const Cuts cuts = articulation_actors(support::star<Direction::undirected>(3));
    EXPECT_THAT(cuts.cutters, ElementsAre(0));
    EXPECT_THAT(cuts.cut_off(0), ElementsAre(2, 3));
}

TEST(Bridges, NameTheActorsOfTheSmallerPart) {
    const Digraph view{5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {4, 3}}};
    const Cuts cuts = bridges(view);
    EXPECT_THAT(cuts.cutters, ElementsAre(3, 4));
    EXPECT_THAT(cuts.cut_off(0), ElementsAre(3, 4));
    EXPECT_THAT(cuts.cut_off(1), ElementsAre(4));
}

TEST(Bridges, AreNoneBetweenActorsWithSeveralTies) {
    EXPECT_THAT(bridges(Ugraph{2, {{0, 1}, {0, 1}}}).cutters, IsEmpty());
    EXPECT_THAT(bridges(Digraph{2, {{0, 1}, {1, 0}}}).cutters, IsEmpty());
    EXPECT_THAT(bridges(Digraph{2, {{0, 1, 1, true}}}).cutters, ElementsAre(0));
}

TEST(Bridges, AreNotHiddenByALoop) {
    EXPECT_THAT(bridges(Ugraph{2, {{0, 0}, {0, 1}, {1, 1}}}).cutters, ElementsAre(1));
}

TEST(Cuts, AreNoneInSmallAndInDenseNetworks) {
    for (const std::uint32_t count : {0U, 1U, 2U, 5U}) {
        EXPECT_THAT(articulation_actors(support::complete(count)).cutters, IsEmpty());
    }
    EXPECT_THAT(bridges(Ugraph{}).cutters, IsEmpty());
    EXPECT_THAT(bridges(support::ring<Direction::undirected>(5)).cutters, IsEmpty());
}

TEST(Cuts, StopWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(cohesion::articulation_actors(support::path<Direction::undirected>(3), monitor), Cancelled);
    EXPECT_THROW(cohesion::bridges(support::path<Direction::undirected>(3), monitor), Cancelled);
}

// Who of a piece is no longer with its largest part once an actor or an edge is gone.
std::vector<Vertex> lost(const support::Plain& plain, Vertex of, std::optional<Vertex> without_vertex,
                         std::optional<EdgeId> without_edge) {
    const auto before = support::reach(plain);
    const auto after = support::reach(plain, without_vertex, without_edge);
    std::set<std::vector<Vertex>> parts;
    for (Vertex v = 0; v < plain.size(); ++v) {
        if (!before[of][v] || v == without_vertex) continue;
        std::vector<Vertex> part;
        for (Vertex u = 0; u < plain.size(); ++u) {
            if (after[v][u]) part.push_back(u);
        }
        parts.insert(part);
    }
    // Sets are sorted, so the first of the largest parts is that of the first actor.
    const auto stays = std::ranges::max_element(parts, {}, [](const auto& part) { return part.size(); });
    std::vector<Vertex> cut_off;
    for (const auto& part : parts) {
        if (part != *stays) cut_off.insert(cut_off.end(), part.begin(), part.end());
    }
    std::ranges::sort(cut_off);
    return cut_off;
}

void expect_lost(const Cuts& cuts, std::uint32_t cutter, const std::vector<Vertex>& expected) {
    const auto found = std::ranges::find(cuts.cutters, cutter);
    ASSERT_EQ(found == cuts.cutters.end(), expected.empty()) << cutter;
    if (expected.empty()) return;
    const auto cut_off = cuts.cut_off(static_cast<std::size_t>(found - cuts.cutters.begin()));
    EXPECT_EQ(std::vector<Vertex>(cut_off.begin(), cut_off.end()), expected) << cutter;
}

TEST(Cuts, AreWhatTakingAwayEachInTurnFinds) {
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        SCOPED_TRACE(seed);
        const auto graph = support::random_graph(seed, Ties::mixed);
        const support::Plain plain{graph, false};
        const Cuts actors = articulation_actors(graph.view<Direction::directed>());
        for (Vertex v = 0; v < graph.count; ++v) expect_lost(actors, v, lost(plain, v, v, {}));
        const Cuts edges = bridges(graph.view<Direction::directed>());
        for (EdgeId id = 0; id < graph.edges.size(); ++id) {
            expect_lost(edges, id, lost(plain, graph.edges[id].source, {}, id));
        }
    }
}

}  // namespace
}  // namespace coopnet::cohesion
