#include <coopnet/analysis/centrality/leverage.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <cmath>
#include <set>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Ties;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::NanSensitiveDoubleNear;
using ::testing::Pointwise;

TEST(Leverage, ComparesAnActorWithItsNeighbors) {
    EXPECT_THAT(leverage(support::star<Direction::undirected>(3)).values, ElementsAre(0.5, -0.5, -0.5, -0.5));
    EXPECT_THAT(leverage(support::ring<Direction::undirected>(5)).values, Each(0.0));
    EXPECT_THAT(leverage(support::complete(4)).values, Each(0.0));
    EXPECT_THAT(leverage(support::path<Direction::undirected>(4)).values,
                ElementsAre(-1.0 / 3, 1.0 / 6, 1.0 / 6, -1.0 / 3));
}

TEST(Leverage, IsUndefinedWithoutNeighbors) {
    EXPECT_THAT(leverage(Ugraph{}).values, IsEmpty());
    const Scores scores = leverage(Ugraph{3, {{0, 1}, {2, 2}}});
    EXPECT_THAT(scores.values, ElementsAre(0, 0, ::testing::IsNan()));
    EXPECT_FALSE(scores.why.empty());
    EXPECT_THAT(leverage(support::path<Direction::directed>(2), {.mode = Mode::out}).values,
                ElementsAre(1, ::testing::IsNan()));
}

template <Direction D>
void compare_with_definition(const support::RandomGraph& graph, Mode mode) {
    std::vector<std::set<Vertex>> near(graph.count);
    for (const EdgeSpec& edge : graph.edges) {
        if (edge.source == edge.target) continue;
        const bool both = D == Direction::undirected || edge.both_ways || mode == Mode::all;
        if (both || mode == Mode::out) near[edge.source].insert(edge.target);
        if (both || mode == Mode::in) near[edge.target].insert(edge.source);
    }
    std::vector<double> expected;
    for (const auto& neighbors : near) {
        const auto own = static_cast<double>(neighbors.size());
        double sum = 0;
        for (const Vertex u : neighbors) {
            const auto theirs = static_cast<double>(near[u].size());
            sum += (own - theirs) / (own + theirs);
        }
        expected.push_back(sum / own);
    }
    EXPECT_THAT(leverage(graph.view<D>(), {.mode = mode}).values, Pointwise(NanSensitiveDoubleNear(1e-12), expected));
}

TEST(Leverage, IsWhatItsDefinitionGives) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        for (const Mode mode : {Mode::in, Mode::out, Mode::all}) {
            compare_with_definition<Direction::directed>(support::random_graph(seed, Ties::directed), mode);
            compare_with_definition<Direction::directed>(support::random_graph(seed, Ties::mixed), mode);
            compare_with_definition<Direction::undirected>(support::random_graph(seed, Ties::undirected), mode);
        }
    }
}

}  // namespace
}  // namespace coopnet::centrality
