#include <coopnet/analysis/centrality/alpha.hpp>
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
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pointwise;

template <Direction D>
Scores alpha(const Csr<D>& view, std::span<const double> strengths, AlphaOptions options = {}) {
    Monitor monitor;
    return centrality::alpha(view, strengths, options, monitor).scores;
}

TEST(Alpha, PassesOnWhatAnActorHasOfItsOwn) {
    // In Bonacich and Lloyd's example of a chain of choices status halves with each step.
    const auto chain = support::path<Direction::directed>(3);
    EXPECT_THAT(alpha(chain, {}, {.alpha = 0.5, .exogenous = std::vector{1.0, 0.0, 0.0}}).values,
                ElementsAre(1, 0.5, 0.25));
    EXPECT_THAT(alpha(chain, {}, {.alpha = 0.5}).values, ElementsAre(1, 1.5, 1.75));
}

TEST(Alpha, RefusesWhatIsNoNumberAndWhatIsTooLarge) {
    const Ugraph pair{2, {{0, 1}}};
    EXPECT_THROW(alpha(pair, {}, {.alpha = 1}), InvalidOption);
    EXPECT_THROW(alpha(pair, {}, {.exogenous = std::vector{1.0}}), InvalidOption);
    EXPECT_THROW(alpha(pair, {}, {.exogenous = std::vector{1.0, std::nan("")}}), InvalidOption);
    EXPECT_THROW(alpha(pair, std::vector{0.0}), InvalidWeight);
    EXPECT_THAT(alpha(Digraph{}, {}).values, IsEmpty());
    EXPECT_THAT(alpha(Ugraph{1, {}}, {}, {.exogenous = std::vector{-3.0}}).values, ElementsAre(-3));
}

template <Direction D>
void compare(const support::RandomGraph& graph) {
    const auto matrix = support::strength_matrix(graph, D == Direction::directed, graph.costs());
    const double growth = support::growth(matrix);
    const double factor = growth > 0 ? 0.7 / growth : 0.7;
    std::vector<double> own;
    for (std::uint32_t v = 0; v < graph.count; ++v) own.push_back(static_cast<double>(v % 3) - 1);
    const auto found = alpha(graph.view<D>(), graph.costs(), {.alpha = factor, .exogenous = own});
    const auto expected = support::attenuated(support::transposed(matrix), factor, own);
    EXPECT_THAT(found.values, Pointwise(DoubleNear(1e-11), expected));
}

TEST(Alpha, IsWhatEliminationFinds) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        compare<Direction::directed>(support::random_graph(seed, Ties::directed));
        compare<Direction::directed>(support::random_graph(seed, Ties::mixed));
        compare<Direction::undirected>(support::random_graph(seed, Ties::undirected));
    }
}

}  // namespace
}  // namespace coopnet::centrality
