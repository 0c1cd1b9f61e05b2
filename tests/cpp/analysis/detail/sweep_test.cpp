#include <coopnet/analysis/detail/sweep.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <limits>
#include <vector>

namespace coopnet::detail {
namespace {

using ::testing::ElementsAre;
constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(Steps, LeaveLoopsOutAndKeepTheBestOfParallelEdges) {
    const Digraph view{3, {{0, 1}, {0, 0}, {0, 1}, {0, 1}, {0, 2}}};
    const std::vector<double> lengths{2, 1, 1, 1, 5};
    const Steps found = steps<Sum>(view, {lengths}, Mode::out);
    EXPECT_THAT(found.targets, ElementsAre(1, 2));
    EXPECT_THAT(found.lengths, ElementsAre(1, 5));
    EXPECT_THAT(found.edges_of(0), ElementsAre(2, 3));
    EXPECT_THAT(steps<Product>(view, {lengths}, Mode::out).lengths, ElementsAre(2, 5));
}

TEST(Steps, MeetAnUndirectedTieOnceWhenDirectionIsIgnored) {
    const Digraph view{2, {{0, 1, 1, true}}};
    const Steps found = steps<Sum>(view, {}, Mode::all);
    EXPECT_THAT(found.targets, ElementsAre(1, 0));
    EXPECT_THAT(found.edges_of(0), ElementsAre(0));
}

TEST(Sweep, ForgetsTheSourceBefore) {
    const Digraph view{3, {{0, 1}, {2, 1}}};
    const Steps found = steps<Sum>(view, {}, Mode::out);
    Sweep<Sum> sweep{found};
    sweep.from(0);
    EXPECT_THAT(sweep.lengths(), ElementsAre(0, 1, infinity));
    sweep.from(2);
    EXPECT_THAT(sweep.order(), ElementsAre(2, 1));
    EXPECT_THAT(sweep.lengths(), ElementsAre(infinity, 1, 0));
}

TEST(Sweep, FollowsTheGreatestProduct) {
    const Digraph view{3, {{0, 2}, {0, 1}, {1, 2}}};
    const std::vector<double> probabilities{0.5, 0.875, 0.75};
    const Steps found = steps<Product>(view, {probabilities, false}, Mode::out);
    Sweep<Product> sweep{found};
    sweep.from(0);
    EXPECT_THAT(sweep.lengths(), ElementsAre(1, 0.875, 0.65625));
}

TEST(Sweep, FindsTheDistancesThatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        const auto graph = support::random_graph(seed, support::Ties::mixed);
        const support::Plain plain{graph, true};
        const auto expected = support::distances(plain);
        const auto costs = graph.costs();
        const CostScale scale{costs, graph.count};
        const Steps found = steps<Sum>(graph.view<Direction::directed>(), {scale.costs()}, Mode::out);
        Sweep<Sum> sweep{found};
        for (Vertex source = 0; source < graph.count; ++source) {
            sweep.from(source);
            for (Vertex target = 0; target < graph.count; ++target) {
                const auto distance = expected[source][target];
                const double tenths = distance ? static_cast<double>(*distance) : infinity;
                EXPECT_EQ(scale.length(sweep.lengths()[target]), tenths / 10) << seed;
            }
        }
    }
}

}  // namespace
}  // namespace coopnet::detail
