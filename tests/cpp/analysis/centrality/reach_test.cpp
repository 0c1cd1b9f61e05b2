#include <coopnet/analysis/centrality/reach.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <cmath>
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

template <Direction D>
Scores reach(const Csr<D>& view, std::span<const double> costs, ReachOptions options = {}) {
    Monitor monitor;
    return centrality::reach(view, costs, options, monitor);
}

TEST(ReachOfActors, CountsOthersWithinSoManySteps) {
    const auto chain = support::path<Direction::directed>(5);
    EXPECT_THAT(reach(chain, {}).values, ElementsAre(2, 2, 2, 1, 0));
    EXPECT_THAT(reach(chain, {}, {.mode = Mode::in}).values, ElementsAre(0, 1, 2, 2, 2));
    EXPECT_THAT(reach(chain, {}, {.k = 1, .mode = Mode::all}).values, ElementsAre(1, 2, 2, 2, 1));
    EXPECT_THAT(reach(chain, {}, {.k = 3, .normalized = true}).values, ElementsAre(0.75, 0.75, 0.5, 0.25, 0));
    EXPECT_THAT(reach(support::star<Direction::undirected>(4), {}, {.normalized = true}).values, Each(1.0));
    EXPECT_THAT(reach(chain, {}, {.k = 0}).values, Each(0.0));
    EXPECT_THAT(reach(chain, {}, {.k = std::numeric_limits<double>::infinity()}).values, ElementsAre(4, 3, 2, 1, 0));
}

TEST(ReachOfActors, CountsWhoIsExactlySoFarOnPaper) {
    const std::vector costs{0.1, 0.2};  // 0.30000000000000004 in doubles
    EXPECT_THAT(reach(support::path<Direction::directed>(3), costs, {.k = 0.3}).values, ElementsAre(2, 1, 0));
    EXPECT_THAT(reach(support::path<Direction::directed>(3), costs, {.k = 0.29}).values, ElementsAre(1, 1, 0));
}

TEST(ReachOfActors, IsUndefinedAsAShareOfNobody) {
    EXPECT_THAT(reach(Ugraph{}, {}).values, IsEmpty());
    EXPECT_THAT(reach(Ugraph{1, {{0, 0}}}, {}).values, ElementsAre(0));
    const Scores alone = reach(Ugraph{1, {}}, {}, {.normalized = true});
    EXPECT_TRUE(std::isnan(alone.values[0]));
    EXPECT_FALSE(alone.why.empty());
}

TEST(ReachOfActors, RefusesWhatIsNoLength) {
    EXPECT_THROW(reach(Ugraph{2, {{0, 1}}}, {}, {.k = -1}), InvalidOption);
    EXPECT_THROW(reach(Ugraph{2, {{0, 1}}}, {}, {.k = std::nan("")}), InvalidOption);
    EXPECT_THROW(reach(Ugraph{2, {{0, 1}}}, std::vector{0.0}), InvalidWeight);
}

template <Direction D>
void compare_with_enumeration(const support::RandomGraph& graph, std::uint64_t k, bool weighted) {
    const support::Plain plain{graph, D == Direction::directed, weighted};
    const auto distances = support::distances(plain);
    std::vector<double> out(plain.size());
    std::vector<double> in(plain.size());
    for (std::size_t v = 0; v < plain.size(); ++v) {
        for (std::size_t u = 0; u < plain.size(); ++u) {
            const bool within = u != v && distances[v][u] && *distances[v][u] <= k;
            out[v] += within ? 1 : 0;
            in[u] += within ? 1 : 0;
        }
    }
    const auto costs = weighted ? graph.costs() : std::vector<double>{};
    const double length = static_cast<double>(k) / (weighted ? 10 : 1);
    const auto view = graph.view<D>();
    EXPECT_THAT(reach(view, costs, {.k = length}).values, Pointwise(DoubleNear(0), out));
    EXPECT_THAT(reach(view, costs, {.k = length, .mode = Mode::in}).values, Pointwise(DoubleNear(0), in));
}

TEST(ReachOfActors, IsWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        for (const bool weighted : {false, true}) {
            const std::uint64_t k = 1 + (seed % (weighted ? 15 : 4));
            compare_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::directed), k, weighted);
            compare_with_enumeration<Direction::directed>(support::random_graph(seed, Ties::mixed), k, weighted);
            compare_with_enumeration<Direction::undirected>(support::random_graph(seed, Ties::undirected), k, weighted);
        }
    }
}

}  // namespace
}  // namespace coopnet::centrality
