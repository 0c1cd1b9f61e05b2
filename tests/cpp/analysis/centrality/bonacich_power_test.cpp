#include <coopnet/analysis/centrality/bonacich_power.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <cmath>
#include <span>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Ties;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsNan;
using ::testing::Pointwise;

template <Direction D>
Scores power(const Csr<D>& view, std::span<const double> strengths, BonacichPowerOptions options = {}) {
    Monitor monitor;
    return centrality::bonacich_power(view, strengths, options, monitor).scores;
}

TEST(BonacichPower, WithExponentNothingCountsTies) {
    const Digraph view{3, {{0, 1}, {0, 2}, {1, 2}, {1, 1}}};
    EXPECT_THAT(power(view, {}, {.exponent = 0, .scale = Scale::raw}).values, ElementsAre(2, 2, 0));
}

TEST(BonacichPower, OfAChainTurnsWithTheSignOfTheExponent) {
    // The chain of five in Bonacich (1987): below 0 the second and fourth are strongest, above it the middle.
    const auto chain = support::path<Direction::undirected>(5);
    const auto rivals = power(chain, {}, {.exponent = -0.4}).values;
    EXPECT_GT(rivals[1], rivals[2]);
    EXPECT_GT(rivals[2], rivals[0]);
    const auto friends = power(chain, {}, {.exponent = 0.4}).values;
    EXPECT_GT(friends[2], friends[1]);
    EXPECT_GT(friends[1], friends[0]);
}

TEST(BonacichPower, SquaresAddUpToTheNumberOfActors) {
    double sum = 0;
    for (const double score : power(support::star<Direction::undirected>(6), {}, {.exponent = 0.2}).values)
        sum += score * score;
    EXPECT_NEAR(sum, 7, 1e-12);
}

TEST(BonacichPower, WithoutTiesIsUndefinedAndSaysWhy) {
    const Scores scores = power(Ugraph{3, {}}, {});
    EXPECT_THAT(scores.values, Each(IsNan()));
    EXPECT_THAT(scores.why, HasSubstr("no ties"));
    EXPECT_THAT(power(Ugraph{}, {}).values, IsEmpty());
    EXPECT_THAT(power(Ugraph{2, {{0, 1}}}, {}).values, ElementsAre(DoubleNear(1, 1e-14), DoubleNear(1, 1e-14)));
}

TEST(BonacichPower, PastItsLimitIsRefusedOnBothSides) {
    const auto star = support::star<Direction::undirected>(4);
    EXPECT_THROW(power(star, {}, {.exponent = 0.51}), InvalidOption);
    EXPECT_THROW(power(star, {}, {.exponent = -0.5}), InvalidOption);
    EXPECT_THROW(power(star, std::vector{1.0, 1.0, 1.0, -1.0}), InvalidWeight);
}

template <Direction D>
void compare(const support::RandomGraph& graph) {
    const auto matrix = support::strength_matrix(graph, D == Direction::directed, graph.costs());
    const double growth = support::growth(matrix);
    std::vector<double> direct(graph.count, 0.0);
    for (std::size_t v = 0; v < graph.count; ++v)
        for (const double strength : matrix[v]) direct[v] += strength;
    for (const double share : {0.8, -0.8}) {
        const double exponent = growth > 0 ? share / growth : share;
        const auto found = power(graph.view<D>(), graph.costs(), {.exponent = exponent, .scale = Scale::raw});
        EXPECT_THAT(found.values, Pointwise(DoubleNear(1e-11), support::attenuated(matrix, exponent, direct)));
    }
}

TEST(BonacichPower, IsWhatEliminationFinds) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        compare<Direction::directed>(support::random_graph(seed, Ties::directed));
        compare<Direction::directed>(support::random_graph(seed, Ties::mixed));
        compare<Direction::undirected>(support::random_graph(seed, Ties::undirected));
    }
}

}  // namespace
}  // namespace coopnet::centrality
