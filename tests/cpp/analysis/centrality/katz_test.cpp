#include <coopnet/analysis/centrality/katz.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <cmath>
#include <limits>
#include <span>
#include <string>
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
WalkScores katz(const Csr<D>& view, std::span<const double> strengths, KatzOptions options = {}) {
    Monitor monitor;
    return centrality::katz(view, strengths, options, monitor);
}

template <Direction D>
std::string refusal(const Csr<D>& view, double alpha) {
    try {
        static_cast<void>(katz(view, {}, {.alpha = alpha}));
    } catch (const InvalidOption& error) {
        return error.what();
    }
    return "";
}

TEST(Katz, OfAStarIsWhatFractionsSay) {
    const auto star = support::star<Direction::undirected>(4);
    const double leaf = 55.0 / 48;
    EXPECT_THAT(katz(star, {}, {.alpha = 0.1}).scores.values,
                Pointwise(DoubleNear(1e-14), std::vector{35.0 / 24, leaf, leaf, leaf, leaf}));
}

TEST(Katz, PastItsLimitIsRefusedWithBothNumbers) {
    const auto star = support::star<Direction::undirected>(4);
    EXPECT_THAT(refusal(star, 0.6), HasSubstr("alpha 0.6 is above the limit 0.5 of this network."));
    EXPECT_THAT(refusal(star, 0.5), HasSubstr("alpha 0.5 is at the limit 0.5 of this network."));
    EXPECT_THAT(refusal(star, -0.6), HasSubstr("alpha -0.6 is below minus the limit 0.5 of this network."));
    EXPECT_EQ(refusal(star, 0.4999), "");
    EXPECT_THAT(refusal(support::complete(12), 0.1), HasSubstr("alpha 0.1 is above the limit 0.0909090909091"));
    EXPECT_THAT(refusal(star, std::nan("")), HasSubstr("finite"));
}

TEST(Katz, WithoutAnAlphaTakesHalfTheLimitAndSaysSo) {
    const auto found = katz(support::star<Direction::undirected>(4), {});
    EXPECT_NEAR(found.by.factor, 0.25, 1e-13);
    EXPECT_NEAR(found.by.limit, 0.5, 1e-13);
}

TEST(Katz, WithoutCirclesHasNoLimit) {
    const auto found = katz(support::path<Direction::directed>(4), {}, {.alpha = 3});
    EXPECT_THAT(found.scores.values, ElementsAre(1, 4, 13, 40));
    EXPECT_EQ(found.by.limit, std::numeric_limits<double>::infinity());
    EXPECT_EQ(katz(Ugraph{2, {}}, {}).by.factor, 0.5);
}

TEST(Katz, NearTheLimitIsAsExactAsFarFromIt) {
    // Of a ring each has 1/(1 − 2 alpha).
    const double alpha = 0.499999;
    EXPECT_THAT(katz(support::ring<Direction::undirected>(30), {}, {.alpha = alpha}).scores.values,
                Each(DoubleNear(1 / (1 - (2 * alpha)), 1e-4)));
    // Too large to eliminate.
    const double nearer = 0.4995;
    EXPECT_THAT(katz(support::ring<Direction::undirected>(2'500), {}, {.alpha = nearer}).scores.values,
                Each(DoubleNear(1 / (1 - (2 * nearer)), 1e-8)));
}

TEST(Katz, IsDefinedForNobodyAndForOneAlone) {
    EXPECT_THAT(katz(Digraph{}, {}).scores.values, IsEmpty());
    EXPECT_THAT(katz(Digraph{1, {}}, {}).scores.values, ElementsAre(1));
    EXPECT_THAT(katz(Ugraph{1, {{0, 0}}}, {}, {.alpha = 0.5}).scores.values, ElementsAre(2));
}

TEST(Katz, OfBetaNothingHasNoUnit) {
    EXPECT_THAT(katz(Ugraph{2, {{0, 1}}}, {}, {.beta = 0}).scores.values, ElementsAre(0, 0));
    const auto found = katz(Ugraph{2, {{0, 1}}}, {}, {.beta = 0, .normalized = true});
    EXPECT_THAT(found.scores.values, Each(IsNan()));
    EXPECT_FALSE(found.scores.why.empty());
}

TEST(Katz, RefusesWhatIsNoStrengthAndStopsWhenAsked) {
    for (const double bad : {0.0, -1.0, std::nan("")})
        EXPECT_THROW(katz(Ugraph{2, {{0, 1}}}, std::vector{bad}), InvalidWeight) << bad;
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(centrality::katz(Ugraph{2, {{0, 1}}}, {}, {}, monitor), Cancelled);
}

template <Direction D>
void compare(const support::RandomGraph& graph) {
    const auto matrix = support::strength_matrix(graph, D == Direction::directed, graph.costs());
    const double growth = support::growth(matrix);
    for (const double share : {0.3, 0.9, 0.99, 0.999, -0.5}) {
        const double alpha = growth > 0 ? share / growth : share;
        const auto found = katz(graph.view<D>(), graph.costs(), {.alpha = alpha, .beta = 2});
        const auto expected =
            support::attenuated(support::transposed(matrix), alpha, std::vector<double>(graph.count, 2.0));
        EXPECT_NEAR(1 / found.by.limit, growth, 1e-12);
        for (std::size_t v = 0; v < expected.size(); ++v)
            EXPECT_NEAR(found.scores.values[v], expected[v], 1e-12 * std::max(1.0, std::abs(expected[v]) * 100));
    }
}

TEST(Katz, IsWhatEliminationFinds) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        compare<Direction::directed>(support::random_graph(seed, Ties::directed));
        compare<Direction::directed>(support::random_graph(seed, Ties::mixed));
        compare<Direction::undirected>(support::random_graph(seed, Ties::undirected));
    }
}

}  // namespace
}  // namespace coopnet::centrality
