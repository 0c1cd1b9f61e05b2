#include <coopnet/analysis/community/girvan_newman.hpp>
#include <coopnet/analysis/community/modularity.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace coopnet::community {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
Divisions girvan_newman(const Csr<D>& view, std::span<const double> strengths = {}, GirvanNewmanOptions options = {}) {
    Monitor monitor;
    return community::girvan_newman(view, strengths, options, monitor);
}

TEST(GirvanNewman, CutsTheTieThatAllPathwaysRunOver) {
    const Ugraph triangles{6, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}, {4, 5}, {3, 5}}};
    const Divisions found = girvan_newman(triangles);
    EXPECT_THAT(found.levels[0].partition.groups, ElementsAre(0, 0, 0, 0, 0, 0));
    EXPECT_THAT(found.levels[1].partition.groups, ElementsAre(0, 0, 0, 1, 1, 1));
    EXPECT_EQ(found.chosen, 1U);
    EXPECT_EQ(found.levels.size(), 6U);
}

TEST(GirvanNewman, StopsAtTheGroupsAskedFor) {
    const Ugraph path = support::path<Direction::undirected>(6);
    const Divisions two = girvan_newman(path, {}, {.k = 2});
    EXPECT_EQ(two.chosen, 1U);
    EXPECT_THAT(two.levels.back().partition.groups, ElementsAre(0, 0, 0, 1, 1, 1));
    EXPECT_EQ(girvan_newman(Ugraph{3, {}}, {}, {.k = 2}).levels.back().partition.group_count, 3U);
    EXPECT_THROW(girvan_newman(path, {}, {.k = 0}), InvalidOption);
    EXPECT_THROW(girvan_newman(path, {}, {.k = 7}), InvalidOption);
}

TEST(GirvanNewman, SparesStrongTies) {
    const Ugraph path = support::path<Direction::undirected>(4);
    EXPECT_THAT(girvan_newman(path, std::vector{1.0, 9.0, 1.0}, {.k = 2}).levels.back().partition.groups,
                ElementsAre(1, 0, 0, 0));
    EXPECT_THROW(girvan_newman(path, std::vector{1.0, -1.0, 1.0}), InvalidWeight);
}

TEST(GirvanNewman, OfNobodyAndOfNoTies) {
    EXPECT_THAT(girvan_newman(Digraph{}).levels[0].partition.groups, IsEmpty());
    const Divisions without = girvan_newman(Ugraph{2, {{1, 1}}});
    EXPECT_THAT(without.levels[0].partition.groups, ElementsAre(0, 1));
    EXPECT_TRUE(std::isnan(girvan_newman(Ugraph{2, {}}).levels[0].quality.value));
}

TEST(GirvanNewman, StopsWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(community::girvan_newman(support::complete(3), {}, {}, monitor), Cancelled);
}

void take(support::RandomGraph& graph, std::size_t edge) {
    graph.edges.erase(graph.edges.begin() + static_cast<std::ptrdiff_t>(edge));
    graph.tenths.erase(graph.tenths.begin() + static_cast<std::ptrdiff_t>(edge));
}

// By definition: the edge that enumerated shortest pathways use most goes, the first of equals.
std::vector<std::vector<std::uint32_t>> by_definition(support::RandomGraph graph, bool directed, bool weighted) {
    for (std::size_t edge = graph.edges.size(); edge-- > 0;) {
        if (graph.edges[edge].source == graph.edges[edge].target) take(graph, edge);
    }
    std::vector<std::vector<std::uint32_t>> levels;
    std::size_t known = 0;
    while (true) {
        const auto reaches = support::reach({graph, false});
        std::vector<std::uint32_t> first;
        for (std::uint32_t v = 0; v < graph.count; ++v) {
            std::uint32_t u = 0;
            while (!reaches[u][v]) ++u;
            first.push_back(u);
        }
        const std::size_t pieces = std::set(first.begin(), first.end()).size();
        if (levels.empty() || pieces > known) levels.push_back(first);
        known = pieces;
        if (graph.edges.empty()) return levels;
        auto used = support::between_ordered_pairs({graph, directed, false}, {}).edges;
        for (std::size_t edge = 0; edge < used.size(); ++edge) used[edge] /= weighted ? graph.tenths[edge] : 1;
        std::size_t most = 0;
        for (std::size_t edge = 0; edge < used.size(); ++edge) most = used[edge] > used[most] + 1e-9 ? edge : most;
        take(graph, most);
    }
}

TEST(GirvanNewman, IsWhatEnumerationFinds) {
    support::each_random_graph(60, [](const support::RandomGraph& graph, bool directed) {
        for (const bool weighted : {false, true}) {
            const auto strengths = weighted ? graph.costs() : std::vector<double>{};
            const auto found =
                support::asked(graph, directed, [&](const auto& view) { return girvan_newman(view, strengths); });
            const auto expected = by_definition(graph, directed, weighted);
            ASSERT_EQ(found.levels.size(), expected.size());
            for (std::size_t level = 0; level < expected.size(); ++level) {
                const auto& groups = found.levels[level].partition.groups;
                for (std::size_t u = 0; u < graph.count; ++u) {
                    for (std::size_t v = 0; v < u; ++v) {
                        EXPECT_EQ(groups[u] == groups[v], expected[level][u] == expected[level][v]);
                    }
                }
            }
        }
    });
}

}  // namespace
}  // namespace coopnet::community
