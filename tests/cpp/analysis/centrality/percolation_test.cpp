#include <coopnet/analysis/centrality/betweenness.hpp>
#include <coopnet/analysis/centrality/percolation.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <cmath>
#include <map>
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
Scores percolation(const Csr<D>& view, std::span<const double> costs, const std::vector<double>& states) {
    Monitor monitor;
    return centrality::percolation(view, costs, states, monitor);
}

TEST(Percolation, WeighsASourceByItsState) {
    const auto star = support::star<Direction::undirected>(3);
    EXPECT_THAT(percolation(star, {}, {0.5, 1, 0, 0}).values, ElementsAre(1, 0, 0, 0));
    const Digraph two_ways{5, {{0, 1}, {1, 2}, {3, 4}, {4, 2}}};
    EXPECT_THAT(percolation(two_ways, {}, {0.5, 0, 0, 0.25, 0}).values,
                ElementsAre(0, DoubleNear(2.0 / 9, 1e-15), 0, 0, DoubleNear(1.0 / 9, 1e-15)));
}

TEST(Percolation, IsZeroWhereNobodyElseHasAnythingToPassOn) {
    const auto chain = support::path<Direction::undirected>(3);
    EXPECT_THAT(percolation(chain, {}, {0, 1, 0}).values, Each(0.0));
    EXPECT_THAT(percolation(chain, {}, {0, 0, 0}).values, Each(0.0));
    EXPECT_THAT(percolation(chain, {}, {1e-30, 1, 0}).values, ElementsAre(0, 1, 0));
}

TEST(Percolation, IsZeroForFewerThanThree) {
    for (const std::uint32_t count : {0U, 1U, 2U}) {
        const std::vector<double> states(count, 1.0);
        EXPECT_THAT(percolation(support::path<Direction::directed>(count), {}, states).values, Each(0.0));
    }
}

TEST(Percolation, RefusesStatesThatAreNone) {
    const auto chain = support::path<Direction::undirected>(3);
    for (const double bad : {-0.1, 1.1, std::nan("")}) {
        EXPECT_THROW(percolation(chain, {}, {0, bad, 0}), InvalidOption) << bad;
    }
    EXPECT_THROW(percolation(chain, {}, {0, 1}), InvalidOption);
    EXPECT_THROW(percolation(chain, std::vector{0.0, 1.0}, {0, 1, 0}), InvalidWeight);
}

template <Direction D>
void compare_with_definition(const support::RandomGraph& graph, bool weighted) {
    const support::Plain plain{graph, D == Direction::directed, weighted};
    std::vector<double> states;
    for (Vertex v = 0; v < plain.size(); ++v) states.push_back((v * 3 % 5) / 4.0);
    std::vector<double> expected(plain.size());
    for (Vertex v = 0; v < plain.size(); ++v) {
        double others = 0;
        for (Vertex u = 0; u < plain.size(); ++u) others += u == v ? 0 : states[u];
        for (Vertex source = 0; source < plain.size(); ++source) {
            for (Vertex target = 0; target < plain.size(); ++target) {
                const auto rows = support::shortest_rows(plain, source, target);
                if (source == target || source == v || target == v || rows.empty() || states[source] == 0) continue;
                double through = 0;
                for (const auto& row : rows) through += std::ranges::count(row, v) > 0 ? 1 : 0;
                expected[v] += through / static_cast<double>(rows.size()) * states[source] / others /
                               (static_cast<double>(plain.size()) - 2);
            }
        }
    }
    const auto costs = weighted ? graph.costs() : std::vector<double>{};
    EXPECT_THAT(percolation(graph.view<D>(), costs, states).values, Pointwise(DoubleNear(1e-12), expected));
}

TEST(Percolation, IsWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        SCOPED_TRACE(seed);
        for (const bool weighted : {false, true}) {
            compare_with_definition<Direction::directed>(support::random_graph(seed, Ties::directed), weighted);
            compare_with_definition<Direction::directed>(support::random_graph(seed, Ties::mixed), weighted);
            compare_with_definition<Direction::undirected>(support::random_graph(seed, Ties::undirected), weighted);
        }
    }
}

TEST(Percolation, OfEqualStatesIsBetweenness) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const auto graph = support::random_graph(seed, Ties::mixed);
        const auto view = graph.view<Direction::directed>();
        Monitor monitor;
        const auto expected = betweenness(view, graph.costs(), {}, monitor).values;
        const std::vector<double> states(graph.count, 0.25);
        EXPECT_THAT(percolation(view, graph.costs(), states).values, Pointwise(DoubleNear(1e-12), expected)) << seed;
    }
}

}  // namespace
}  // namespace coopnet::centrality
