#include <coopnet/analysis/cohesion/dyad_census.hpp>

#include <gtest/gtest.h>
#include <support/ties.hpp>

namespace coopnet::cohesion {
namespace {

TEST(DyadCensus, CountsPairsTiedBothWaysOneWayAndNot) {
    const Digraph view{4, {{0, 1}, {1, 0}, {1, 2}, {1, 2}, {3, 3}}};
    const DyadCensus census = dyad_census(view);
    EXPECT_EQ(census.mutual, 1U);
    EXPECT_EQ(census.asymmetric, 1U);
    EXPECT_EQ(census.null, 4U);
}

TEST(DyadCensus, TakesUndirectedTiesAsMutual) {
    EXPECT_EQ(dyad_census(support::ring<Direction::undirected>(4)).mutual, 4U);
    EXPECT_EQ(dyad_census(Digraph{2, {{0, 1, 1, true}}}).mutual, 1U);
}

TEST(DyadCensus, IsEmptyForFewerThanTwoActors) {
    for (const std::uint32_t count : {0U, 1U}) EXPECT_EQ(dyad_census(Ugraph{count, {}}).null, 0U);
}

TEST(DyadCensus, IsWhatTheMatrixSays) {
    support::each_random_graph(200, [](const support::RandomGraph& graph, bool directed) {
        const auto tied = support::tied(graph, directed);
        std::uint64_t mutual = 0, asymmetric = 0, null = 0;
        for (std::size_t u = 0; u < graph.count; ++u) {
            for (std::size_t v = 0; v < u; ++v) {
                mutual += tied[u][v] && tied[v][u] ? 1 : 0;
                asymmetric += tied[u][v] != tied[v][u] ? 1 : 0;
                null += !tied[u][v] && !tied[v][u] ? 1 : 0;
            }
        }
        const auto census = support::asked(graph, directed, [](const auto& view) { return dyad_census(view); });
        EXPECT_EQ(census.mutual, mutual);
        EXPECT_EQ(census.asymmetric, asymmetric);
        EXPECT_EQ(census.null, null);
    });
}

}  // namespace
}  // namespace coopnet::cohesion
