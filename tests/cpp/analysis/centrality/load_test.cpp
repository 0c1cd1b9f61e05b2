#include <coopnet/analysis/centrality/load.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <set>
#include <span>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Ties;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Pointwise;

template <Direction D>
Scores load(const Csr<D>& view, std::span<const double> costs, LoadOptions options = {}) {
    Monitor monitor;
    return centrality::load(view, costs, options, monitor);
}

TEST(Load, IsOneInTheMiddleOfAStar) {
    EXPECT_THAT(load(support::star<Direction::undirected>(4), {}).values, ElementsAre(1, 0, 0, 0, 0));
    EXPECT_THAT(load(support::star<Direction::undirected>(4), {}, {.normalized = false}).values,
                ElementsAre(12, 0, 0, 0, 0));
}

// From 5 back to 0, vertex 4 hands half to 3 and half to 2, though two of the three ways lead over 3.
TEST(Load, SharesAmongNeighborsNotAmongPathways) {
    const Digraph view{6, {{0, 1}, {0, 2}, {0, 3}, {1, 4}, {2, 5}, {3, 4}, {4, 5}}};
    EXPECT_THAT(load(view, {}, {.normalized = false}).values, ElementsAre(0, 0.5, 1, 0.5, 2, 0));
}

TEST(Load, IsZeroForFewerThanThree) {
    for (const std::uint32_t count : {0U, 1U, 2U}) {
        EXPECT_THAT(load(support::path<Direction::undirected>(count), {}).values, Each(0.0));
    }
}

TEST(Load, RefusesCostsThatAreNotPositive) {
    EXPECT_THROW(load(Ugraph{2, {{0, 1}}}, std::vector{-1.0}), InvalidWeight);
}

// Hands `unit` back from v towards the source, to each neighbor before v alike.
void hand_back(const support::Plain& plain, Vertex source, Vertex v, double unit, std::vector<double>& handed) {
    if (v == source) return;
    std::set<Vertex> before;
    for (const auto& row : support::shortest_rows(plain, source, v)) before.insert(row[row.size() - 2]);
    for (const Vertex u : before) {
        const double part = unit / static_cast<double>(before.size());
        if (u != source) handed[u] += part;
        hand_back(plain, source, u, part, handed);
    }
}

template <Direction D>
void compare_with_definition(const support::RandomGraph& graph, bool weighted) {
    const support::Plain plain{graph, D == Direction::directed, weighted};
    std::vector<double> expected(plain.size());
    for (Vertex source = 0; source < plain.size(); ++source) {
        for (Vertex target = 0; target < plain.size(); ++target) {
            const bool reached = !plain.shortest(source, target).empty();
            if (reached) hand_back(plain, source, target, 1, expected);
        }
    }
    const auto costs = weighted ? graph.costs() : std::vector<double>{};
    EXPECT_THAT(load(graph.view<D>(), costs, {.normalized = false}).values, Pointwise(DoubleNear(1e-12), expected));
}

TEST(Load, IsWhatHandingEachUnitBackGives) {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        SCOPED_TRACE(seed);
        for (const bool weighted : {false, true}) {
            compare_with_definition<Direction::directed>(support::random_graph(seed, Ties::directed), weighted);
            compare_with_definition<Direction::directed>(support::random_graph(seed, Ties::mixed), weighted);
            compare_with_definition<Direction::undirected>(support::random_graph(seed, Ties::undirected), weighted);
        }
    }
}

}  // namespace
}  // namespace coopnet::centrality
