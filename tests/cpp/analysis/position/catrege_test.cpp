#include <coopnet/analysis/position/catrege.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <set>
#include <vector>

namespace coopnet::position {
namespace {

using support::Ties;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
std::vector<std::uint32_t> asked(const Csr<D>& view) {
    Monitor monitor;
    return catrege(view, {}, monitor).groups;
}

TEST(Catrege, OfNobodyOneAndTwo) {
    EXPECT_THAT(asked(Digraph{}), IsEmpty());
    EXPECT_THAT(asked(Ugraph{1, {{0, 0}}}), ElementsAre(0));
    EXPECT_THAT(asked(Ugraph{2, {{0, 1}}}), Each(0));
    EXPECT_THAT(asked(Digraph{2, {{0, 1}}}), ElementsAre(0, 1));
}

// The hierarchy of Wasserman and Faust (1994), chapter 12.
TEST(Catrege, FindsTheLevelsOfAHierarchy) {
    enum : Vertex { a, b, c, d, e, f, g, h, i };
    const Digraph view{9, {{a, b}, {a, c}, {a, d}, {b, e}, {b, f}, {c, g}, {d, h}, {d, i}}};
    EXPECT_THAT(asked(view), ElementsAre(0, 1, 1, 1, 2, 2, 2, 2, 2));
}

TEST(Catrege, TellsActorsOnARowApart) {
    EXPECT_THAT(asked(support::path<Direction::directed>(5)), ElementsAre(0, 1, 2, 3, 4));
    EXPECT_THAT(asked(support::ring<Direction::directed>(5)), Each(0));
}

TEST(Catrege, TellsRelationsApart) {
    const Digraph view{4, {{0, 3}, {1, 3}, {2, 3}}};
    const std::vector<std::uint32_t> relations{0, 0, 1};
    Monitor monitor;
    EXPECT_THAT(catrege(view, {.of = relations, .count = 2}, monitor).groups, ElementsAre(0, 0, 1, 2));
    EXPECT_THAT(asked(view), ElementsAre(0, 0, 0, 1));
}

TEST(Catrege, StopsWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(catrege(support::complete(3), {}, monitor), Cancelled);
}

using Groups = std::vector<std::uint32_t>;

// Who shares a position is tied to the same positions, both ways.
bool is_regular(const support::Matrix& ties, const Groups& groups) {
    const auto reached = [&](std::size_t i, bool back) {
        std::set<std::uint32_t> found;
        for (std::size_t k = 0; k < ties.size(); ++k) {
            if ((back ? ties[k][i] : ties[i][k]) > 0) found.insert(groups[k]);
        }
        return found;
    };
    for (std::size_t i = 0; i < groups.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (groups[i] != groups[j]) continue;
            if (reached(i, false) != reached(j, false) || reached(i, true) != reached(j, true)) return false;
        }
    }
    return true;
}

// Every way to divide the actors, tried.
void each_division(std::uint32_t count, Groups& groups, std::uint32_t used, const auto& visit) {
    if (groups.size() == count) return visit(groups, used);
    for (std::uint32_t group = 0; group <= used; ++group) {
        groups.push_back(group);
        each_division(count, groups, std::max(used, group + 1), visit);
        groups.pop_back();
    }
}

template <Direction D>
void check(const support::RandomGraph& graph) {
    if (graph.count > 7) return;
    const std::vector<double> alike(graph.edges.size(), 1.0);
    const auto ties = support::strength_matrix(graph, D == Direction::directed, alike);
    Groups groups, best;
    std::uint32_t fewest = graph.count + 1;
    each_division(graph.count, groups, 0, [&](const Groups& division, std::uint32_t used) {
        if (used >= fewest || !is_regular(ties, division)) return;
        fewest = used;
        best = division;
    });
    EXPECT_EQ(asked(graph.view<D>()), best);
}

TEST(Catrege, FindsTheFewestRegularPositions) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        SCOPED_TRACE(seed);
        check<Direction::directed>(support::random_graph(seed, Ties::directed));
        check<Direction::directed>(support::random_graph(seed, Ties::mixed));
        check<Direction::undirected>(support::random_graph(seed, Ties::undirected));
    }
}

}  // namespace
}  // namespace coopnet::position
