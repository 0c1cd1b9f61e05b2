#include <coopnet/analysis/centrality/closeness.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Ties;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::NanSensitiveDoubleNear;
using ::testing::Pointwise;

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

TEST(Closeness, TakesWhatIsNotReachedAsAsked) {
    const Ugraph view{4, {{0, 1}, {1, 2}}};
    EXPECT_THAT(closeness(view, {}, {.unreached = Unreached::infinite}).values, ElementsAre(0, 0, 0, 0));
    EXPECT_THAT(closeness(view, {}, {.unreached = Unreached::n}).values,
                ElementsAre(3.0 / 7, 3.0 / 6, 3.0 / 7, 3.0 / 12));
    EXPECT_THAT(closeness(view, {}, {.normalized = false, .unreached = Unreached::n}).values,
                ElementsAre(1.0 / 7, 1.0 / 6, 1.0 / 7, 1.0 / 12));
    const auto star = support::star<Direction::undirected>(3);
    for (const Unreached unreached : {Unreached::skipped, Unreached::infinite, Unreached::n}) {
        EXPECT_THAT(closeness(star, {}, {.unreached = unreached}).values, ElementsAre(1, 0.6, 0.6, 0.6));
        EXPECT_THAT(closeness(Ugraph{1, {}}, {}, {.unreached = unreached}).values, ElementsAre(0));
    }
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

// By definition, with distances that enumeration finds; NaN where there is nobody to be near to.
std::vector<double> expected(const support::Plain& plain, const ClosenessOptions& options) {
    const auto distances = support::distances(plain);
    const auto actors = static_cast<double>(plain.size());
    std::vector<double> scores;
    for (std::size_t v = 0; v < plain.size(); ++v) {
        double farness = 0;
        double counted = 0;
        double missing = 0;
        for (std::size_t u = 0; u < plain.size(); ++u) {
            if (u == v) continue;
            const auto distance = options.mode == Mode::in ? distances[u][v] : distances[v][u];
            if (distance) farness += static_cast<double>(*distance) / 10;
            if (!distance && options.unreached == Unreached::n) farness += actors;
            (distance || options.unreached == Unreached::n ? counted : missing) += 1;
        }
        const double share = options.wf_improved && actors > 1 ? counted / (actors - 1) : 1;
        double score = (options.normalized ? counted : 1) / farness * share;
        if (counted == 0) score = options.wf_improved ? 0 : std::nan("");
        if (missing > 0 && options.unreached == Unreached::infinite) score = 0;
        scores.push_back(score);
    }
    return scores;
}

template <Direction D>
void compare(const support::RandomGraph& graph, const ClosenessOptions& options) {
    const support::Plain plain{graph, D == Direction::directed};
    const Scores scores = closeness(graph.view<D>(), graph.costs(), options);
    const auto answer = expected(plain, options);
    EXPECT_THAT(scores.values, Pointwise(NanSensitiveDoubleNear(1e-12), answer));
    EXPECT_EQ(scores.why.empty(), std::ranges::none_of(answer, [](double value) { return std::isnan(value); }));
}

TEST(Closeness, IsWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        constexpr std::array rules{Unreached::skipped, Unreached::infinite, Unreached::n};
        for (const Mode mode : {Mode::in, Mode::out}) {
            const ClosenessOptions options{
                .mode = mode, .wf_improved = seed % 2 == 0, .normalized = seed % 4 < 2, .unreached = rules[seed % 3]};
            compare<Direction::directed>(support::random_graph(seed, Ties::directed), options);
            compare<Direction::directed>(support::random_graph(seed, Ties::mixed), options);
            compare<Direction::undirected>(support::random_graph(seed, Ties::undirected), options);
        }
    }
}

}  // namespace
}  // namespace coopnet::centrality
