#include <coopnet/analysis/cohesion/transitivity.hpp>

#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <cmath>

namespace coopnet::cohesion {
namespace {

TEST(Transitivity, IsWholeAmongAllTiedAndNothingInATree) {
    EXPECT_EQ(transitivity(support::complete(5)).value, 1);
    EXPECT_EQ(transitivity(support::star<Direction::undirected>(4)).value, 0);
}

TEST(Transitivity, FollowsDirections) {
    EXPECT_EQ(transitivity(Digraph{3, {{0, 1}, {1, 2}, {0, 2}}}).value, 1);
    EXPECT_EQ(transitivity(Digraph{3, {{0, 1}, {1, 2}, {2, 0}}}).value, 0);
}

TEST(Transitivity, IsUndefinedWhereNothingCouldBeClosed) {
    for (const std::uint32_t count : {0U, 1U, 2U}) {
        const Ugraph view = support::path<Direction::undirected>(count);
        for (const Closure closure : {Closure::weak, Closure::strong}) {
            const Value value = transitivity(view, {.closure = closure});
            EXPECT_TRUE(std::isnan(value.value));
            EXPECT_FALSE(value.why.empty());
        }
    }
    EXPECT_TRUE(std::isnan(transitivity(Digraph{3, {{0, 1}, {2, 1}}}).value));
    EXPECT_EQ(transitivity(Digraph{3, {}}, {.closure = Closure::strong}).value, 1);
}

TEST(Transitivity, IsWhatAllTriadsSay) {
    support::each_random_graph(300, [](const support::RandomGraph& graph, bool directed) {
        const auto tied = support::tied(graph, directed);
        double through = 0, closed = 0, agreeing = 0, triads = 0;
        support::each_triad(graph.count, [&](std::size_t a, std::size_t b, std::size_t c) {
            const bool way = tied[a][b] && tied[b][c];
            through += way ? 1 : 0;
            closed += way && tied[a][c] ? 1 : 0;
            agreeing += way == tied[a][c] ? 1 : 0;
            ++triads;
        });
        const auto value = [&](Closure closure) {
            return support::asked(graph, directed,
                                  [&](const auto& view) { return transitivity(view, {.closure = closure}).value; });
        };
        EXPECT_EQ(std::isnan(value(Closure::weak)), through == 0);
        if (through > 0) {
            EXPECT_NEAR(value(Closure::weak), closed / through, 1e-12);
        }
        if (triads > 0) {
            EXPECT_NEAR(value(Closure::strong), agreeing / triads, 1e-12);
        }
    });
}

}  // namespace
}  // namespace coopnet::cohesion
