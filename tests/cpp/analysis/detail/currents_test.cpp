#include <coopnet/analysis/detail/currents.hpp>

#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

namespace coopnet::detail {
namespace {

// Kirchhoff: what enters at v, and nothing else, leaves at the ground.
void expect_lawful(const Wires& piece) {
    Monitor monitor;
    const Potentials found = potentials(piece, monitor);
    ASSERT_EQ(found.size, piece.members.size());
    for (std::size_t v = 0; v < found.size; ++v) {
        const double* level = found.from(v);
        std::vector<double> flow(found.size, 0.0);
        double most = 1;
        for (const auto& [one, other, strength] : piece.wires) {
            const double current = strength * (level[one] - level[other]);
            flow[one] += current;
            flow[other] -= current;
            most = std::max(most, strength * level[v]);
        }
        EXPECT_EQ(level[0], 0);
        for (std::size_t u = 1; u < found.size; ++u) {
            EXPECT_NEAR(flow[u], u == v ? 1 : 0, 1e-12 * most);
            EXPECT_EQ(level[u], found.from(u)[v]);
        }
    }
}

// From a chain, of which nobody is left, to a network from which nobody is taken out.
TEST(Potentials, FollowKirchhoffsLaws) {
    std::mt19937 random{5};
    std::uniform_real_distribution<double> magnitude(-3, 3);
    for (const std::uint32_t count : {1U, 2U, 5U, 40U, 150U}) {
        for (const std::uint32_t ties : {0U, 1U, 3U, 10U, 60U}) {
            auto edges = support::random_edges(random, count, ties * count, false);
            for (Vertex v = 1; v < count; ++v) edges.push_back({v - 1, v});
            std::vector<double> strengths;
            for (std::size_t i = 0; i < edges.size(); ++i) strengths.push_back(std::pow(10, magnitude(random)));
            SCOPED_TRACE(ties);
            for (const Wires& piece : wires(Ugraph{count, edges}, strengths)) expect_lawful(piece);
        }
    }
}

}  // namespace
}  // namespace coopnet::detail
