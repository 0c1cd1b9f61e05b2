#include <coopnet/analysis/centrality/voterank.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Ties;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsNan;
using ::testing::NanSensitiveDoubleNear;
using ::testing::Pointwise;

template <Direction D>
Scores voterank(const Csr<D>& view, VoterankOptions options = {}) {
    Monitor monitor;
    return centrality::voterank(view, options, monitor);
}

TEST(Voterank, ElectsTheHubOfAStarAlone) {
    const Scores star = voterank(support::star<Direction::undirected>(4));
    EXPECT_THAT(star.values, ElementsAre(4, IsNan(), IsNan(), IsNan(), IsNan()));
    EXPECT_THAT(star.why, ::testing::HasSubstr("no vote was left"));
}

TEST(Voterank, LetsThoseVoteToWhomAnActorsTiesLead) {
    const Digraph view{5, {{0, 1}, {2, 1}, {2, 3}, {3, 4}}};
    EXPECT_THAT(voterank(view).values, ElementsAre(IsNan(), IsNan(), 2, 1, IsNan()));
}

TEST(Voterank, ElectsNoMoreThanAsked) {
    const auto ring = support::ring<Direction::undirected>(6);
    EXPECT_THAT(voterank(ring).values, ElementsAre(2, 0.5, IsNan(), 2, 0.5, IsNan()));
    const Scores two = voterank(ring, {.k = 2});
    EXPECT_THAT(two.values, ElementsAre(2, IsNan(), IsNan(), 2, IsNan(), IsNan()));
    EXPECT_THAT(two.why, ::testing::HasSubstr("seats"));
    EXPECT_THAT(voterank(ring, {.k = 100}).values, Pointwise(NanSensitiveDoubleNear(0), voterank(ring).values));
}

TEST(Voterank, ElectsNobodyWhereNobodyHasNeighbors) {
    EXPECT_THAT(voterank(Ugraph{}).values, IsEmpty());
    EXPECT_THAT(voterank(Ugraph{2, {{0, 0}}}).values, Each(IsNan()));
}

TEST(Voterank, RefusesNoSeats) {
    EXPECT_THROW(voterank(Ugraph{}, {.k = 0}), InvalidOption);
    EXPECT_THROW(voterank(Ugraph{}, {.k = -1}), InvalidOption);
}

// Round by round as written, every vote counted anew, in whole parts of a vote.
template <Direction D>
std::vector<double> elected(const support::RandomGraph& graph) {
    std::vector<std::set<Vertex>> out(graph.count);
    for (const EdgeSpec& edge : graph.edges) {
        if (edge.source == edge.target) continue;
        out[edge.source].insert(edge.target);
        if (D == Direction::undirected || edge.both_ways) out[edge.target].insert(edge.source);
    }
    long parts = 0;
    for (const auto& neighbors : out) parts += static_cast<long>(neighbors.size());
    std::vector<long> vote(graph.count, parts);
    std::vector<double> scores(graph.count, std::nan(""));
    for (std::uint32_t round = 0; round < graph.count; ++round) {
        long best = 0;
        Vertex winner = 0;
        for (Vertex v = 0; v < graph.count; ++v) {
            long votes = 0;
            for (const Vertex w : out[v]) votes += vote[w];
            if (!std::isnan(scores[v]) || votes <= best) continue;
            best = votes;
            winner = v;
        }
        if (best == 0) break;
        scores[winner] = static_cast<double>(best) / static_cast<double>(parts);
        vote[winner] = 0;
        for (const Vertex w : out[winner]) vote[w] = std::max(0L, vote[w] - static_cast<long>(graph.count));
    }
    return scores;
}

TEST(Voterank, IsWhatCountingEveryVoteAnewGives) {
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        SCOPED_TRACE(seed);
        for (const Ties ties : {Ties::directed, Ties::mixed}) {
            const auto graph = support::random_graph(seed, ties);
            EXPECT_THAT(voterank(graph.view<Direction::directed>()).values,
                        Pointwise(NanSensitiveDoubleNear(1e-12), elected<Direction::directed>(graph)));
        }
        const auto graph = support::random_graph(seed, Ties::undirected);
        EXPECT_THAT(voterank(graph.view<Direction::undirected>()).values,
                    Pointwise(NanSensitiveDoubleNear(1e-12), elected<Direction::undirected>(graph)));
    }
}

}  // namespace
}  // namespace coopnet::centrality
