#include "support/graphs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/view/csr.hpp>

#include <random>
#include <utility>
#include <vector>

namespace coopnet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Digraph, KeepsItsNeighborsInTheOrderOfTheEdges) {
    const Digraph graph{4, {{0, 2, 5}, {1, 2, 6}, {0, 1, 7}, {0, 2, 8}}};
    EXPECT_EQ(graph.vertex_count(), 4U);
    EXPECT_EQ(graph.edge_count(), 4U);
    EXPECT_THAT(graph.out(0), ElementsAre(2, 1, 2));
    EXPECT_THAT(graph.out_edges(0), ElementsAre(0, 2, 3));
    EXPECT_THAT(graph.in(2), ElementsAre(0, 1, 0));
    EXPECT_THAT(graph.in_edges(2), ElementsAre(0, 1, 3));
    EXPECT_THAT(graph.out(3), IsEmpty());
    EXPECT_THAT(graph.weights(), ElementsAre(5, 6, 7, 8));
}

TEST(Digraph, RunsAnUndirectedTieBothWaysUnderOneId) {
    const Digraph graph{2, {{.source = 0, .target = 1, .both_ways = true}}};
    EXPECT_EQ(graph.edge_count(), 1U);
    EXPECT_THAT(graph.out_edges(0), ElementsAre(0));
    EXPECT_THAT(graph.out_edges(1), ElementsAre(0));
    EXPECT_THAT(graph.in(0), ElementsAre(1));
}

TEST(Ugraph, ShowsAnEdgeAtBothEndsAndALoopOnce) {
    const Ugraph graph{2, {{0, 1}, {1, 1}}};
    EXPECT_THAT(graph.out(0), ElementsAre(1));
    EXPECT_THAT(graph.out(1), ElementsAre(0, 1));
    EXPECT_THAT(graph.in(1), ElementsAre(0, 1));
    EXPECT_THAT(graph.in_edges(1), ElementsAre(0, 1));
}

TEST(Csr, RefusesEdgesThatEndOutside) {
    EXPECT_THROW((Digraph{2, {{0, 2}}}), InvalidOption);
    EXPECT_THROW((Ugraph{0, {{0, 0}}}), InvalidOption);
}

TEST(Csr, OfNothingHasNothing) {
    EXPECT_EQ(Digraph{}.vertex_count(), 0U);
    EXPECT_EQ(Ugraph{}.edge_count(), 0U);
    EXPECT_THAT(Digraph{}.weights(), IsEmpty());
}

using Arcs = std::vector<std::pair<Vertex, EdgeId>>;

template <Direction D>
void expect_same_arcs(const std::vector<EdgeSpec>& edges, std::uint32_t vertices) {
    const Csr<D> graph{vertices, edges};
    for (Vertex v = 0; v < vertices; ++v) {
        Arcs out;
        Arcs in;
        for (EdgeId id = 0; id < edges.size(); ++id) {
            const EdgeSpec& edge = edges[id];
            const bool back = (D == Direction::undirected || edge.both_ways) && edge.source != edge.target;
            if (edge.source == v) out.emplace_back(edge.target, id);
            if (edge.target == v && back) out.emplace_back(edge.source, id);
            if (edge.target == v) in.emplace_back(edge.source, id);
            if (edge.source == v && back) in.emplace_back(edge.target, id);
        }
        Arcs frozen_out;
        Arcs frozen_in;
        for (std::size_t i = 0; i < graph.out(v).size(); ++i)
            frozen_out.emplace_back(graph.out(v)[i], graph.out_edges(v)[i]);
        for (std::size_t i = 0; i < graph.in(v).size(); ++i)
            frozen_in.emplace_back(graph.in(v)[i], graph.in_edges(v)[i]);
        ASSERT_EQ(frozen_out, out);
        ASSERT_EQ(frozen_in, in);
    }
}

TEST(Csr, HoldsExactlyTheArcsOfItsEdges) {
    std::mt19937 random{3};
    for (int round = 0; round < 500; ++round) {
        const std::uint32_t vertices = 1 + support::below(random, 6);
        const auto edges = support::random_edges(random, vertices, support::below(random, 12), true);
        expect_same_arcs<Direction::directed>(edges, vertices);
        expect_same_arcs<Direction::undirected>(edges, vertices);
    }
}

}  // namespace
}  // namespace coopnet
