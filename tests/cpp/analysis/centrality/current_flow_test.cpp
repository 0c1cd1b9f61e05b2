#include <coopnet/analysis/centrality/current_flow_betweenness.hpp>
#include <coopnet/analysis/centrality/current_flow_closeness.hpp>
#include <coopnet/core/error.hpp>
#include <coopnet/core/parallel.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <cmath>
#include <span>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Matrix;
using support::Ties;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pointwise;

Scores closeness(const Ugraph& view, std::span<const double> strengths, CurrentFlowClosenessOptions options = {}) {
    Monitor monitor;
    return current_flow_closeness(view, strengths, options, monitor);
}

Scores betweenness(const Ugraph& view, std::span<const double> strengths, CurrentFlowBetweennessOptions options = {}) {
    Monitor monitor;
    return current_flow_betweenness(view, strengths, options, monitor);
}

TEST(CurrentFlowCloseness, CountsEveryWayBetweenTwo) {
    // In a ring of n two actors k apart have the resistance k(n − k)/n.
    EXPECT_THAT(closeness(support::ring<Direction::undirected>(4), {}).values, Each(DoubleNear(3 / 2.5, 1e-14)));
    EXPECT_THAT(closeness(support::complete(5), {}).values, Each(DoubleNear(2.5, 1e-14)));
    EXPECT_THAT(closeness(Ugraph{2, {{0, 1}, {0, 1}}}, std::vector{1.0, 2.0}).values, Each(DoubleNear(3, 1e-14)));
}

TEST(CurrentFlowCloseness, HasThreeUnits) {
    const auto ring = support::ring<Direction::undirected>(4);
    EXPECT_THAT(closeness(ring, {}, {.scale = Nearness::information}).values, Each(DoubleNear(4 / 2.5, 1e-14)));
    EXPECT_THAT(closeness(ring, {}, {.scale = Nearness::raw}).values, Each(DoubleNear(1 / 2.5, 1e-14)));
}

TEST(CurrentFlowCloseness, TakesEachPieceByItself) {
    EXPECT_THAT(closeness(Ugraph{4, {{0, 1}, {3, 3}}}, {}).values, ElementsAre(1, 1, 0, 0));
    EXPECT_THAT(closeness(Ugraph{}, {}).values, IsEmpty());
    EXPECT_THAT(closeness(Ugraph{1, {}}, {}).values, ElementsAre(0));
}

TEST(CurrentFlowBetweenness, IsThatOfShortestPathwaysInATree) {
    EXPECT_THAT(betweenness(support::path<Direction::undirected>(4), {}, {.normalized = false}).values,
                Pointwise(DoubleNear(1e-13), std::vector{0.0, 2.0, 2.0, 0.0}));
    EXPECT_THAT(betweenness(support::star<Direction::undirected>(5), {}).values,
                Pointwise(DoubleNear(1e-13), std::vector{1.0, 0.0, 0.0, 0.0, 0.0, 0.0}));
}

TEST(CurrentFlowBetweenness, OfWhoIsAtAnEndIsExactlyNothing) {
    std::vector<EdgeSpec> edges{{0, 1}};
    for (Vertex v = 1; v < 12; ++v)
        for (Vertex u = 1; u < v; u += 2) edges.push_back({u, v});
    EXPECT_EQ(betweenness(Ugraph{12, edges}, {}).values[0], 0);
}

TEST(CurrentFlowBetweenness, CountsAnActorsOwnPairsAsNewmanDoes) {
    EXPECT_THAT(betweenness(Ugraph{2, {{0, 1}}}, {}, {.endpoints = true}).values, Each(DoubleNear(1, 1e-15)));
    EXPECT_THAT(betweenness(Ugraph{2, {{0, 1}}}, {}).values, ElementsAre(0, 0));
    EXPECT_THAT(betweenness(Ugraph{}, {}).values, IsEmpty());
    EXPECT_THAT(betweenness(Ugraph{1, {{0, 0}}}, {}).values, ElementsAre(0));
}

TEST(CurrentFlowBetweenness, OfALongChainIsThatOfItsPairs) {
    constexpr std::uint32_t count = 700;  // sorted digit by digit
    const auto scores = betweenness(support::path<Direction::undirected>(count), {}, {.normalized = false}).values;
    for (std::uint32_t v = 0; v < count; ++v) EXPECT_NEAR(scores[v], 1.0 * v * (count - 1 - v), 1e-6) << v;
}

TEST(CurrentFlowBetweenness, OfALargeNetworkIsTheSameSortedInTwoWays) {
    // Two copies of a ring with chords joined by a bridge: drops in a bridge are all alike on each side.
    std::vector<EdgeSpec> edges{{0, 400}};
    for (const Vertex start : {0U, 400U})
        for (Vertex v = 0; v < 400; ++v) {
            edges.push_back({start + v, start + ((v + 1) % 400)});
            edges.push_back({start + v, start + ((v * 7 + 3) % 400)});
        }
    const auto scores = betweenness(Ugraph{800, edges}, {}, {.normalized = false}).values;
    // All pairs of the two sides pass the bridge: 399 · 400 through its ends, and more of each side's own.
    EXPECT_GT(scores[0], 399.0 * 400);
    for (Vertex v = 0; v < 400; ++v) EXPECT_NEAR(scores[v], scores[400 + v], 1e-7 * scores[0]) << v;
}

TEST(CurrentFlow, RefusesWhatIsNoStrengthAndStopsWhenAsked) {
    for (const double bad : {0.0, -1.0, std::nan("")}) {
        EXPECT_THROW(closeness(Ugraph{2, {{0, 1}}}, std::vector{bad}), InvalidWeight) << bad;
        EXPECT_THROW(betweenness(Ugraph{3, {{0, 1}}}, std::vector{bad}), InvalidWeight) << bad;
    }
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(current_flow_closeness(support::complete(3), {}, {}, monitor), Cancelled);
    EXPECT_THROW(current_flow_betweenness(support::complete(3), {}, {}, monitor), Cancelled);
}

TEST(CurrentFlow, GivesTheSameBitsOnOneThreadAsOnTwo) {
    std::mt19937 random{7};
    const Ugraph view{300, support::random_edges(random, 300, 1200, false)};
    const std::vector<double> ones(view.edge_count(), 1.5);
    set_threads(1);
    const auto near = closeness(view, ones).values;
    const auto between = betweenness(view, ones).values;
    set_threads(2);
    EXPECT_EQ(closeness(view, ones).values, near);
    EXPECT_EQ(betweenness(view, ones).values, between);
    set_threads(0);
}

// The potentials if one unit enters at the source and leaves at the target, which is grounded.
std::vector<double> potentials(const Matrix& conducts, const std::vector<std::size_t>& piece, std::size_t source,
                               std::size_t target) {
    Matrix laws(piece.size(), std::vector<double>(piece.size(), 0.0));
    std::vector<double> currents(piece.size(), 0.0);
    for (std::size_t i = 0; i < piece.size(); ++i) {
        if (piece[i] == source) currents[i] = 1;
        if (piece[i] == target) {
            laws[i][i] = 1;
            currents[i] = 0;
            continue;
        }
        for (std::size_t j = 0; j < piece.size(); ++j) {
            if (i == j) continue;
            laws[i][i] += conducts[piece[i]][piece[j]];
            laws[i][j] -= conducts[piece[i]][piece[j]];
        }
    }
    return support::solve(laws, currents);
}

// Kirchhoff's laws solved anew for each pair of actors.
struct Circuit {
    std::vector<double> resistances;  // to all others of the piece
    std::vector<double> through;      // of the pairs of others
    std::vector<double> pieces;       // how large
};

Circuit circuit(const support::Plain& plain, const std::vector<double>& strengths) {
    const auto reach = support::reach(plain);
    const Matrix conducts = support::strength_matrix(plain.graph, false, strengths);
    Circuit found{std::vector<double>(plain.size(), 0.0), std::vector<double>(plain.size(), 0.0), {}};
    for (std::size_t s = 0; s < plain.size(); ++s) {
        std::vector<std::size_t> piece;
        for (std::size_t v = 0; v < plain.size(); ++v)
            if (reach[s][v]) piece.push_back(v);
        found.pieces.push_back(static_cast<double>(piece.size()));
        for (const std::size_t t : piece) {
            if (t <= s) continue;
            const auto level = potentials(conducts, piece, s, t);
            for (std::size_t i = 0; i < piece.size(); ++i) {
                if (piece[i] == s) found.resistances[s] += level[i];
                if (piece[i] == s) found.resistances[t] += level[i];
                if (piece[i] == s || piece[i] == t) continue;
                for (std::size_t j = 0; j < piece.size(); ++j) {
                    if (i != j)
                        found.through[piece[i]] += conducts[piece[i]][piece[j]] * std::abs(level[i] - level[j]) / 2;
                }
            }
        }
    }
    return found;
}

TEST(CurrentFlow, IsWhatKirchhoffsLawsGive) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        const support::Plain plain{support::random_graph(seed, Ties::undirected), false};
        const auto strengths = plain.graph.costs();
        const Circuit found = circuit(plain, strengths);
        const auto view = plain.graph.view<Direction::undirected>();
        std::vector<double> near;
        for (std::size_t v = 0; v < plain.size(); ++v)
            near.push_back(found.pieces[v] < 2 ? 0 : (found.pieces[v] - 1) / found.resistances[v]);
        EXPECT_THAT(closeness(view, strengths).values, Pointwise(DoubleNear(1e-12), near));
        EXPECT_THAT(betweenness(view, strengths, {.normalized = false}).values,
                    Pointwise(DoubleNear(1e-12), found.through));
        const double n = plain.size();
        auto shares = betweenness(view, strengths).values;
        auto with_ends = betweenness(view, strengths, {.endpoints = true}).values;
        for (std::size_t v = 0; v < plain.size(); ++v) {
            EXPECT_NEAR(shares[v], n > 2 ? 2 * found.through[v] / (n - 1) / (n - 2) : 0, 1e-12);
            EXPECT_NEAR(with_ends[v], n > 1 ? 2 * (found.through[v] + found.pieces[v] - 1) / n / (n - 1) : 0, 1e-12);
        }
    }
}

}  // namespace
}  // namespace coopnet::centrality
