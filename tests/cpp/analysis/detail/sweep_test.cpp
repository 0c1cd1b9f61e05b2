#include <coopnet/analysis/detail/sweep.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <span>
#include <vector>

namespace coopnet::detail {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
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

// Distances by trying all ways in rounds, in whole numbers.
std::vector<double> relaxed(const Digraph& view, std::span<const double> lengths, Vertex source) {
    std::vector<double> far(view.vertex_count(), infinity);
    far[source] = 0;
    for (Vertex round = 0; round < view.vertex_count(); ++round) {
        for (std::size_t id = 0; id < lengths.size(); ++id) {
            const EdgeSpec& edge = view.edges()[id];
            far[edge.target] = std::min(far[edge.target], far[edge.source] + lengths[id]);
        }
    }
    return far;
}

// Steps alike, and such that the longest is millions of times the shortest.
TEST(Sweep, GoesFromNearToFarForStepsOfAllSizes) {
    for (const double power : {0.0, 1.0, 2.0, 4.0, 8.0}) {
        std::mt19937 random{3};
        const auto edges = support::random_edges(random, 300, 1200, false);
        const Digraph view{300, edges};
        std::vector<double> lengths;
        for (const EdgeSpec& edge : edges) lengths.push_back(std::pow(1 + edge.weight, power));
        const Steps found = steps<Sum>(view, {lengths}, Mode::out);
        Sweep<Sum> sweep{found};
        for (Vertex source = 0; source < 300; source += 7) {
            sweep.from(source);
            const auto expected = relaxed(view, lengths, source);
            EXPECT_THAT(sweep.lengths(), ElementsAreArray(expected));
            std::vector<Vertex> order;
            for (Vertex v = 0; v < 300; ++v) {
                if (expected[v] < infinity) order.push_back(v);
            }
            if (power == 0) continue;  // alike within a round: the order of discovery counts there
            std::ranges::stable_sort(order, {}, [&](Vertex v) { return expected[v]; });
            EXPECT_THAT(sweep.order(), ElementsAreArray(order)) << power;
        }
    }
}

TEST(Sweep, FollowsStepsAtTheEndsOfWhatADoubleHolds) {
    const Digraph view{4, {{0, 1}, {1, 2}, {0, 2}, {2, 3}}};
    for (const double scale : {1e-310, 1e-300, 1e300}) {
        const std::vector<double> lengths{scale, scale, 3 * scale, scale};
        const Steps found = steps<Sum>(view, {lengths}, Mode::out);
        Sweep<Sum> sweep{found};
        sweep.from(0);
        EXPECT_THAT(sweep.order(), ElementsAre(0, 1, 2, 3));
        EXPECT_EQ(sweep.lengths()[2], scale + scale);
    }
}

TEST(Sweep, GoesNoFartherThanAsked) {
    const std::vector<EdgeSpec> edges{{0, 1}, {1, 2}, {2, 3}};
    const Digraph view{4, edges};
    for (const std::vector<double>& lengths : {std::vector<double>{}, {1, 1, 1}, {1e-9, 2, 1}}) {
        const Steps found = steps<Sum>(view, {lengths}, Mode::out);
        Sweep<Sum> sweep{found, 2.5};
        sweep.from(0);
        EXPECT_THAT(sweep.order(), ElementsAre(0, 1, 2));
        EXPECT_EQ(sweep.lengths()[3], infinity);
        sweep.from(1);
        EXPECT_EQ(sweep.order().size(), lengths.empty() || lengths[1] == 1 ? 3U : 2U);
    }
}

TEST(Steps, KeepEquallyGoodParallelEdgesApartIfAsked) {
    const Digraph view{3, {{0, 1}, {0, 0}, {0, 1}, {0, 1}, {0, 2}}};
    const std::vector<double> lengths{2, 1, 1, 1, 5};
    const Steps found = steps<Sum>(view, {lengths}, Mode::out, Parallels::apart);
    EXPECT_THAT(found.targets, ElementsAre(1, 1, 2));
    EXPECT_THAT(found.lengths, ElementsAre(1, 1, 5));
    EXPECT_THAT(found.edges_of(1), ElementsAre(3));
}

}  // namespace
}  // namespace coopnet::detail
