#include <coopnet/analysis/centrality/pagerank.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <cmath>
#include <numeric>
#include <span>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Ties;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pointwise;

template <Direction D>
Scores pagerank(const Csr<D>& view, std::span<const double> strengths, const PagerankOptions& options = {}) {
    Monitor monitor;
    return centrality::pagerank(view, strengths, options, monitor);
}

TEST(Pagerank, IsAlikeWhereAllAreAlike) {
    EXPECT_THAT(pagerank(support::ring<Direction::directed>(5), {}).values, Each(DoubleNear(0.2, 1e-14)));
    EXPECT_THAT(pagerank(Ugraph{4, {}}, {}).values, Each(DoubleNear(0.25, 1e-14)));
    EXPECT_THAT(pagerank(Ugraph{1, {}}, {}).values, ElementsAre(1));
    EXPECT_THAT(pagerank(Ugraph{}, {}).values, IsEmpty());
}

TEST(Pagerank, JumpsFromWhereNoTieLeaves) {
    // p = (0.15 + 0.85·q)/2 and q = p + 0.85·p, as 0 leads to 1 and 1 nowhere.
    const double p = 1 / 2.85;
    EXPECT_THAT(pagerank(Digraph{2, {{0, 1}}}, {}).values,
                ElementsAre(DoubleNear(p, 1e-14), DoubleNear(1.85 * p, 1e-14)));
}

TEST(Pagerank, WithoutFollowingTiesIsThePersonalization) {
    const std::vector shares{3.0, 0.0, 1.0};
    EXPECT_THAT(pagerank(Digraph{3, {{0, 1}}}, {}, {.alpha = 0, .personalization = shares}).values,
                ElementsAre(0.75, 0, 0.25));
}

TEST(Pagerank, RefusesOptionsOutOfRange) {
    const Digraph pair{2, {{0, 1}}};
    for (const double alpha : {-0.1, 1.0, 1.5, std::nan("")}) {
        EXPECT_THROW(pagerank(pair, {}, {.alpha = alpha}), InvalidOption) << alpha;
    }
    const std::vector<std::vector<double>> refused{{0, 0}, {1, -1}, {1}, {std::nan(""), 1}};
    for (const auto& shares : refused) EXPECT_THROW(pagerank(pair, {}, {.personalization = shares}), InvalidOption);
    EXPECT_THROW(pagerank(pair, std::vector{-1.0}), InvalidWeight);
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(centrality::pagerank(pair, {}, {}, monitor), Cancelled);
}

TEST(Pagerank, EndsForAnAlphaNextToOne) {
    const auto scores = pagerank(support::path<Direction::directed>(3), {}, {.alpha = 0.9999}).values;
    EXPECT_NEAR(std::accumulate(scores.begin(), scores.end(), 0.0), 1, 1e-14);
}

// The balance of what arrives and what is there, solved by elimination.
std::vector<double> solved(const support::Matrix& strengths, const std::vector<double>& jump, double alpha) {
    const std::size_t count = jump.size();
    support::Matrix balance(count, std::vector<double>(count, 0.0));
    std::vector<double> jumping(count);
    for (std::size_t v = 0; v < count; ++v) {
        balance[v][v] += 1;
        jumping[v] = (1 - alpha) * jump[v];
    }
    for (std::size_t u = 0; u < count; ++u) {
        const double leaving = std::accumulate(strengths[u].begin(), strengths[u].end(), 0.0);
        for (std::size_t v = 0; v < count; ++v)
            balance[v][u] -= alpha * (leaving > 0 ? strengths[u][v] / leaving : jump[v]);
    }
    return support::solve(balance, jumping);
}

template <Direction D>
void compare(const support::RandomGraph& graph) {
    if (graph.count == 0) return;
    std::vector<double> jump(graph.count, 0.0);
    for (std::size_t v = 0; v < jump.size(); ++v) jump[v] = static_cast<double>(v % 3) + (v == 0 ? 1 : 0);
    const double sum = std::accumulate(jump.begin(), jump.end(), 0.0);
    const auto scores = pagerank(graph.view<D>(), graph.costs(), {.alpha = 0.7, .personalization = jump}).values;
    for (double& share : jump) share /= sum;
    const auto matrix = support::strength_matrix(graph, D == Direction::directed, graph.costs());
    EXPECT_THAT(scores, Pointwise(DoubleNear(1e-12), solved(matrix, jump, 0.7)));
    EXPECT_NEAR(std::accumulate(scores.begin(), scores.end(), 0.0), 1, 1e-14);
}

TEST(Pagerank, IsWhatEliminationFinds) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        compare<Direction::directed>(support::random_graph(seed, Ties::directed));
        compare<Direction::directed>(support::random_graph(seed, Ties::mixed));
        compare<Direction::undirected>(support::random_graph(seed, Ties::undirected));
    }
}

TEST(Pagerank, HalvesInTwoCopies) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        auto graph = support::random_graph(seed, Ties::directed);
        auto expected = pagerank(graph.view<Direction::directed>(), {}).values;
        for (double& score : expected) score /= 2;
        expected.insert(expected.end(), expected.begin(), expected.end());
        const auto edges = graph.edges;
        for (const EdgeSpec& edge : edges)
            graph.edges.push_back({edge.source + graph.count, edge.target + graph.count});
        graph.count *= 2;
        EXPECT_THAT(pagerank(graph.view<Direction::directed>(), {}).values, Pointwise(DoubleNear(1e-13), expected));
    }
}

}  // namespace
}  // namespace coopnet::centrality
