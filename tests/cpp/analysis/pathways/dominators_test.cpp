#include <coopnet/analysis/pathways/dominators.hpp>

#include <coopnet/core/parallel.hpp>

#include "support/graphs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace coopnet::pathways {
namespace {

using support::Ties;
using testing::ElementsAre;
using testing::IsEmpty;

struct Without {
    std::optional<std::uint32_t> vertex;
    std::optional<EdgeId> edge;
};

Without without(Of of, std::uint32_t id) {
    return of == Of::actors ? Without{id, {}} : Without{{}, id};
}

// Whom a source reaches if something is missing. Spreads along the list of edges.
std::set<Vertex> reached(const support::RandomGraph& graph, bool directed, Vertex source, Without missing = {}) {
    std::set<Vertex> in{source};
    for (std::uint32_t round = 0; round < graph.count; ++round) {
        for (EdgeId id = 0; id < graph.edges.size(); ++id) {
            const EdgeSpec& edge = graph.edges[id];
            if (id == missing.edge || edge.source == missing.vertex || edge.target == missing.vertex) continue;
            if (in.contains(edge.source)) in.insert(edge.target);
            if (in.contains(edge.target) && (!directed || edge.both_ways)) in.insert(edge.source);
        }
    }
    return in;
}

std::vector<std::uint32_t> ids(const std::vector<Gate>& gates) {
    std::vector<std::uint32_t> ids;
    for (const Gate& gate : gates) ids.push_back(gate.id);
    return ids;
}

// Whom the source reaches no more without something, itself left out.
std::set<Vertex> lost(const support::RandomGraph& graph, bool directed, Vertex source, Of of, std::uint32_t id) {
    std::set<Vertex> lost;
    const auto left = reached(graph, directed, source, without(of, id));
    for (const Vertex v : reached(graph, directed, source)) {
        if (!left.contains(v) && !(of == Of::actors && v == id)) lost.insert(v);
    }
    return lost;
}

template <Direction D>
void expect_remove_and_look(std::uint32_t seed, Ties ties, Of of) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    constexpr bool directed = D == Direction::directed;
    const auto graph = support::random_graph(seed, ties);
    if (graph.count == 0) return;
    const auto view = graph.view<D>();
    Monitor monitor;
    const auto items = of == Of::actors ? graph.count : static_cast<std::uint32_t>(graph.edges.size());
    const auto from = reached(graph, directed, 0);

    std::map<std::uint32_t, Gate> gates;
    for (const Gate& gate : dominators(view, 0, {.of = of}, monitor)) gates[gate.id] = gate;
    for (std::uint32_t id = 0; id < items; ++id) {
        if (of == Of::actors && id == 0) {
            EXPECT_FALSE(gates.contains(id));
            continue;
        }
        const auto gone = lost(graph, directed, 0, of, id);
        if (!gates.contains(id)) {
            EXPECT_THAT(gone, IsEmpty());
            EXPECT_TRUE(of == Of::ties || !from.contains(id));
            continue;
        }
        EXPECT_EQ(gates[id].opens, gone.size()) << id;
        EXPECT_TRUE(of == Of::actors || !gone.empty());
    }
    for (Vertex target = 1; target < graph.count; ++target) {
        const auto chain = dominators(view, 0, target, {.of = of}, monitor);
        EXPECT_EQ(chain.has_value(), from.contains(target));
        if (!chain) continue;
        std::set<std::uint32_t> needed;
        for (std::uint32_t id = of == Of::actors ? 1 : 0; id < items; ++id) {
            if (lost(graph, directed, 0, of, id).contains(target)) needed.insert(id);
        }
        const auto found = ids(*chain);
        EXPECT_EQ(std::set<std::uint32_t>(found.begin(), found.end()), needed);
        for (std::size_t i = 0; i < chain->size(); ++i) {  // each opens the next, and so all behind
            const Gate& gate = (*chain)[i];
            EXPECT_EQ(gate.before, i == 0 ? std::nullopt : std::optional{found[i - 1]});
            EXPECT_EQ(gate.opens, lost(graph, directed, 0, of, gate.id).size());
        }
    }
}

template <Direction D>
void expect_pairs(std::uint32_t seed, Ties ties, Of of) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    constexpr bool directed = D == Direction::directed;
    const auto graph = support::random_graph(seed, ties);
    std::vector<Vertex> one;
    std::vector<bool> other(graph.count);
    for (Vertex v = 0; v < graph.count; ++v) {
        if (v % 3 == 0) one.push_back(v);
        other[v] = v % 2 == 0;  // some in both
    }
    Monitor monitor;
    const auto found = indispensable(graph.view<D>(), one, other, {.of = of}, monitor);
    const auto pairs = [&](Without missing, const auto& taken) {
        std::uint64_t count = 0;
        for (const Vertex a : one) {
            for (const Vertex b : reached(graph, directed, a, missing)) count += b != a && other[b] && taken(a, b);
        }
        return count;
    };
    EXPECT_EQ(found.pairs, pairs({}, [](Vertex, Vertex) { return true; }));
    for (std::uint32_t id = 0; id < found.alone.size(); ++id) {
        const auto ends = [&](Vertex a, Vertex b) { return of == Of::actors && (a == id || b == id); };
        const auto others = [&](Vertex a, Vertex b) { return !ends(a, b); };
        EXPECT_EQ(found.alone[id], pairs({}, others) - pairs(without(of, id), others)) << id;
        EXPECT_EQ(found.ending[id], pairs({}, ends)) << id;
    }
}

class Dominators : public ::testing::TestWithParam<std::tuple<std::uint32_t, Of>> {};

TEST_P(Dominators, AreThoseWithoutWhomTheRestIsLost) {
    const auto [seed, of] = GetParam();
    expect_remove_and_look<Direction::directed>(seed, Ties::directed, of);
    expect_remove_and_look<Direction::directed>(seed, Ties::mixed, of);
    expect_remove_and_look<Direction::undirected>(seed, Ties::undirected, of);
}

TEST_P(Dominators, BetweenGroupsAreThoseWithoutWhomPairsAreLost) {
    const auto [seed, of] = GetParam();
    expect_pairs<Direction::directed>(seed, Ties::directed, of);
    expect_pairs<Direction::directed>(seed, Ties::mixed, of);
    expect_pairs<Direction::undirected>(seed, Ties::undirected, of);
}
INSTANTIATE_TEST_SUITE_P(OnSmallGraphs, Dominators,
                         ::testing::Combine(::testing::Range(0U, 150U), ::testing::Values(Of::actors, Of::ties)));

// Lengauer and Tarjan (1979), figure 1: R A B C D E F G H I J K L.
TEST(Dominators, AreThoseOfThePublishedExample) {
    const Digraph flow{13,
                       {{0, 1}, {0, 2}, {0, 3},  {1, 4}, {2, 1},  {2, 4},  {2, 5},  {3, 6},  {3, 7},  {4, 12}, {5, 8},
                        {6, 9}, {7, 9}, {7, 10}, {8, 5}, {8, 11}, {9, 11}, {10, 9}, {11, 9}, {11, 0}, {12, 8}}};
    Monitor monitor;
    std::map<std::uint32_t, std::optional<std::uint32_t>> before;
    for (const Gate& gate : dominators(flow, 0, {}, monitor)) before[gate.id] = gate.before;
    const std::map<std::uint32_t, std::optional<std::uint32_t>> published{
        {1, {}}, {2, {}}, {3, {}}, {4, {}}, {5, {}}, {6, 3}, {7, 3}, {8, {}}, {9, {}}, {10, 7}, {11, {}}, {12, 4}};
    EXPECT_EQ(before, published);
}

TEST(Dominators, OfALongPathwayAreAllOnIt) {
    Monitor monitor;
    const auto found = dominators(support::path<Direction::undirected>(200'000), 0, 199'999, {.of = Of::ties}, monitor);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->size(), 199'999);
}

TEST(Dominators, RefuseOneActorAndGroupsThatDoNotFit) {
    const Ugraph pair{2, {{0, 1}}};
    Monitor monitor;
    EXPECT_THROW(dominators(pair, 0, 0, {}, monitor), InvalidOption);
    EXPECT_THROW(indispensable(pair, {}, {true}, {}, monitor), InvalidOption);
}

TEST(Indispensable, IsTheSameForAnyNumberOfThreads) {
    std::mt19937 random{2};
    const Digraph view{300, support::random_edges(random, 300, 500, true)};
    std::vector<Vertex> one;
    for (Vertex v = 0; v < 300; v += 2) one.push_back(v);
    const std::vector<bool> other(300, true);
    std::vector<std::vector<std::uint64_t>> found;
    for (const std::size_t threads : {1U, 2U, 7U}) {
        set_threads(threads);
        Monitor monitor;
        found.push_back(indispensable(view, one, other, {}, monitor).alone);
    }
    set_threads(0);
    EXPECT_THAT(found, testing::Each(found.front()));
}

}  // namespace
}  // namespace coopnet::pathways
