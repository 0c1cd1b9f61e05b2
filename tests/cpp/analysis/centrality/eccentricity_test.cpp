#include <coopnet/analysis/centrality/eccentricity.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <limits>
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
constexpr double infinity = std::numeric_limits<double>::infinity();

template <Direction D>
Scores eccentricity(const Csr<D>& view, std::span<const double> costs, EccentricityOptions options = {}) {
    Monitor monitor;
    return centrality::eccentricity(view, costs, options, monitor);
}

TEST(Eccentricity, IsTheDistanceToTheFarthest) {
    EXPECT_THAT(eccentricity(support::path<Direction::undirected>(4), {}).values, ElementsAre(3, 2, 2, 3));
    EXPECT_THAT(eccentricity(support::ring<Direction::undirected>(6), {}).values, Each(3.0));
    EXPECT_THAT(eccentricity(support::complete(4), {}).values, Each(1.0));
    const auto chain = support::path<Direction::directed>(3);
    EXPECT_THAT(eccentricity(chain, {}).values, ElementsAre(2, 1, 0));
    EXPECT_THAT(eccentricity(chain, {}, {.mode = Mode::in}).values, ElementsAre(0, 1, 2));
    EXPECT_THAT(eccentricity(chain, {}, {.mode = Mode::all}).values, ElementsAre(2, 1, 2));
}

TEST(Eccentricity, TakesWhatIsNotReachedAsAsked) {
    const Ugraph view{4, {{0, 1}, {1, 2}}};
    EXPECT_THAT(eccentricity(view, {}).values, ElementsAre(2, 1, 2, 0));
    EXPECT_THAT(eccentricity(view, {}, {.unreached = Unreached::infinite}).values, Each(infinity));
    EXPECT_THAT(eccentricity(view, {}, {.unreached = Unreached::n}).values, Each(4.0));
}

TEST(Eccentricity, IsDefinedForNobodyAndForOneAlone) {
    EXPECT_THAT(eccentricity(Digraph{}, {}).values, IsEmpty());
    for (const Unreached unreached : {Unreached::skipped, Unreached::infinite, Unreached::n}) {
        EXPECT_THAT(eccentricity(Ugraph{1, {{0, 0}}}, {}, {.unreached = unreached}).values, ElementsAre(0));
    }
}

TEST(Eccentricity, RefusesCostsThatAreNotPositive) {
    EXPECT_THROW(eccentricity(Ugraph{2, {{0, 1}}}, std::vector{0.0}), InvalidWeight);
}

template <Direction D>
void compare_with_enumeration(const support::RandomGraph& graph, Mode mode) {
    const support::Plain plain{graph, D == Direction::directed};
    const auto distances = support::distances(plain);
    std::vector<double> own(plain.size());
    std::vector<double> infinite(plain.size());
    for (std::size_t v = 0; v < plain.size(); ++v) {
        for (std::size_t u = 0; u < plain.size(); ++u) {
            const auto distance = mode == Mode::in ? distances[u][v] : distances[v][u];
            if (distance) own[v] = std::max(own[v], static_cast<double>(*distance) / 10);
            infinite[v] = distance ? std::max(infinite[v], own[v]) : infinity;
        }
    }
    const auto view = graph.view<D>();
    EXPECT_THAT(eccentricity(view, graph.costs(), {.mode = mode}).values, Pointwise(DoubleNear(1e-12), own));
    EXPECT_THAT(eccentricity(view, graph.costs(), {.mode = mode, .unreached = Unreached::infinite}).values,
                Pointwise(DoubleNear(1e-12), infinite));
}

TEST(Eccentricity, IsWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        for (const Mode mode : {Mode::in, Mode::out}) {
            compare_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::directed), mode);
            compare_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::mixed), mode);
            compare_with_enumeration<Direction::undirected>(support::random_graph(seed, Ties::undirected), mode);
        }
    }
}

}  // namespace
}  // namespace coopnet::centrality
