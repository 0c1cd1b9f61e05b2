#include <coopnet/analysis/centrality/closeness.hpp>
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
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
Scores closeness(const Csr<D>& view, std::span<const double> costs, ClosenessOptions options = {}) {
    Monitor monitor;
    return centrality::closeness(view, costs, options, monitor);
}

TEST(Closeness, IsOneInTheMiddleOfAStar) {
    EXPECT_THAT(closeness(support::star<Direction::undirected>(3), {}).values, ElementsAre(1, 0.6, 0.6, 0.6));
}

TEST(Closeness, CountsThoseWhoReachAnActorUnlessAskedOtherwise) {
    const auto chain = support::path<Direction::directed>(3);
    EXPECT_THAT(closeness(chain, {}).values, ElementsAre(0, 0.5, 2.0 / 3));
    EXPECT_THAT(closeness(chain, {}, {.mode = Mode::out}).values, ElementsAre(2.0 / 3, 0.5, 0));
    EXPECT_THAT(closeness(chain, {}, {.mode = Mode::all}).values, ElementsAre(2.0 / 3, 1, 2.0 / 3));
}

TEST(Closeness, InTheOwnPieceLeavesAnIsolateUndefinedAndSaysWhy) {
    const Ugraph view{3, {{0, 1}}};
    const Scores own = closeness(view, {}, {.wf_improved = false});
    EXPECT_EQ(own.values[0], 1);
    EXPECT_TRUE(std::isnan(own.values[2]));
    EXPECT_FALSE(own.why.empty());
    const Scores improved = closeness(view, {});
    EXPECT_THAT(improved.values, ElementsAre(0.5, 0.5, 0));
    EXPECT_TRUE(improved.why.empty());
}

TEST(Closeness, IsDefinedForNobodyAndForOneAlone) {
    EXPECT_THAT(closeness(Digraph{}, {}).values, IsEmpty());
    EXPECT_THAT(closeness(Digraph{1, {{0, 0}}}, {}).values, ElementsAre(0));
}

TEST(Closeness, RefusesCostsThatAreNotPositive) {
    for (const double bad : {0.0, -1.0, std::nan("")}) {
        EXPECT_THROW(closeness(Ugraph{2, {{0, 1}}}, std::vector{bad}), InvalidWeight) << bad;
    }
}

TEST(Closeness, StopsWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(centrality::closeness(support::complete(3), {}, {}, monitor), Cancelled);
}

// By definition, with distances that enumeration finds.
std::vector<double> expected(const support::Plain& plain, Mode mode, bool improved) {
    const auto distances = support::distances(plain);
    std::vector<double> scores;
    for (std::size_t v = 0; v < plain.size(); ++v) {
        double farness = 0, reached = 0;
        for (std::size_t u = 0; u < plain.size(); ++u) {
            const auto distance = mode == Mode::in ? distances[u][v] : distances[v][u];
            if (u == v || !distance) continue;
            farness += static_cast<double>(*distance) / 10;
            ++reached;
        }
        const double own = reached == 0 ? 0 : reached / farness;
        scores.push_back(improved && reached > 0 ? own * reached / (static_cast<double>(plain.size()) - 1) : own);
    }
    return scores;
}

template <Direction D>
void compare(const support::RandomGraph& graph, bool improved, Mode mode) {
    const support::Plain plain{graph, D == Direction::directed};
    const auto scores = closeness(graph.view<D>(), graph.costs(), {.mode = mode, .wf_improved = improved}).values;
    const auto answer = expected(plain, mode, improved);
    for (std::size_t v = 0; v < plain.size(); ++v) {
        if (!improved && answer[v] == 0) {
            EXPECT_TRUE(std::isnan(scores[v]));
        } else {
            EXPECT_NEAR(scores[v], answer[v], 1e-12);
        }
    }
}

TEST(Closeness, IsWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        for (const bool improved : {false, true}) {
            for (const Mode mode : {Mode::in, Mode::out}) {
                compare<Direction::directed>(support::random_graph(seed, Ties::directed), improved, mode);
                compare<Direction::directed>(support::random_graph(seed, Ties::mixed), improved, mode);
                compare<Direction::undirected>(support::random_graph(seed, Ties::undirected), improved, mode);
            }
        }
    }
}

}  // namespace
}  // namespace coopnet::centrality
