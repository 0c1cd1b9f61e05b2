#include <coopnet/analysis/centrality/betweenness.hpp>
#include <coopnet/analysis/centrality/centralization.hpp>
#include <coopnet/analysis/centrality/eigenvector.hpp>
#include <coopnet/analysis/centrality/harmonic.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/graphs.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace coopnet::centrality {
namespace {

TEST(Centralization, SumsTheDifferencesFromTheHighestScore) {
    EXPECT_DOUBLE_EQ(centralization({{3, 1, 1, 2}, {}}, 10).value, 0.5);
    EXPECT_DOUBLE_EQ(centralization({{2, 2, 2}, {}}, 10).value, 0);
}

TEST(Centralization, IsUndefinedForFewAndWhereAScoreIs) {
    for (const std::size_t count : {0U, 1U, 2U}) {
        const Value few = centralization({std::vector<double>(count, 1.0), {}}, 1);
        EXPECT_TRUE(std::isnan(few.value));
        EXPECT_FALSE(few.why.empty());
    }
    const Value undefined = centralization({{1, std::nan(""), 1}, "an isolate."}, 1);
    EXPECT_TRUE(std::isnan(undefined.value));
    EXPECT_EQ(undefined.why, "an isolate.");
}

TEST(Centralization, RefusesWhereNoNetworkIsKnownToBeTheMostCentralized) {
    EXPECT_THROW(most_closeness(5, false, {.wf_improved = false}), InvalidOption);
    EXPECT_THROW(most_closeness(5, false, {.normalized = false}), InvalidOption);
    EXPECT_THROW(most_eigenvector(5, true), InvalidOption);
}

// Every simple graph of so many actors.
template <Direction D, class Visit>
void every_graph(std::uint32_t count, const Visit& visit) {
    std::vector<EdgeSpec> pairs;
    for (Vertex u = 0; u < count; ++u) {
        for (Vertex v = 0; v < count; ++v) {
            if (u < v || (D == Direction::directed && u != v)) pairs.push_back({u, v});
        }
    }
    for (std::uint32_t which = 0; which < (1U << pairs.size()); ++which) {
        std::vector<EdgeSpec> edges;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if ((which >> i & 1U) != 0) edges.push_back(pairs[i]);
        }
        visit(Csr<D>{count, edges});
    }
}

// The most centralized of all graphs has 1, and none has more.
template <Direction D, class Measure>
void expect_one_at_most(std::uint32_t count, double most, const Measure& measure) {
    double highest = 0;
    every_graph<D>(count, [&](const Csr<D>& view) {
        const double value = centralization(measure(view), most).value;
        if (!std::isnan(value)) highest = std::max(highest, value);
    });
    EXPECT_NEAR(highest, 1, 1e-9) << count;
}

template <Direction D>
void expect_all_measures_to_be_one_at_most(std::uint32_t count) {
    constexpr bool directed = D == Direction::directed;
    Monitor monitor;
    for (const bool normalized : {false, true}) {
        for (const Mode mode : {Mode::all, Mode::in, Mode::out}) {
            const DegreeOptions degrees{.mode = mode, .normalized = normalized};
            expect_one_at_most<D>(count, most_degree(count, directed, degrees),
                                  [&](const Csr<D>& view) { return degree(view, degrees); });
            expect_one_at_most<D>(count, most_harmonic(count, directed, mode, normalized), [&](const Csr<D>& view) {
                return harmonic(view, {}, {.mode = mode, .normalized = normalized}, monitor);
            });
        }
        expect_one_at_most<D>(count, most_betweenness(count, directed, normalized), [&](const Csr<D>& view) {
            return betweenness(view, {}, {.normalized = normalized}, monitor);
        });
    }
    for (const Mode mode : {Mode::all, Mode::in, Mode::out}) {
        for (const Unreached unreached : {Unreached::skipped, Unreached::infinite, Unreached::n}) {
            const ClosenessOptions options{.mode = mode, .unreached = unreached};
            expect_one_at_most<D>(count, most_closeness(count, directed, options),
                                  [&](const Csr<D>& view) { return closeness(view, {}, options, monitor); });
        }
    }
}

TEST(Centralization, IsOneForTheMostCentralizedOfAllNetworksAndNeverMore) {
    for (const std::uint32_t count : {3U, 4U, 5U}) expect_all_measures_to_be_one_at_most<Direction::undirected>(count);
    for (const std::uint32_t count : {3U, 4U}) expect_all_measures_to_be_one_at_most<Direction::directed>(count);
}

TEST(Centralization, ByEigenvectorIsOneForASingleTie) {
    Monitor monitor;
    for (const std::uint32_t count : {3U, 4U, 5U}) {
        expect_one_at_most<Direction::undirected>(count, most_eigenvector(count, false), [&](const Ugraph& view) {
            return eigenvector(view, {}, {}, monitor);
        });
    }
}

TEST(Centralization, OfClosenessIsOneForAStarOfAnySizeAlsoBesidesStarsWithIsolates) {
    Monitor monitor;
    for (const std::uint32_t count : {6U, 10U, 50U}) {
        const double most = most_closeness(count, false, {});
        const auto star = support::star<Direction::undirected>(count - 1);
        EXPECT_NEAR(centralization(closeness(star, {}, {}, monitor), most).value, 1, 1e-12);
        for (std::uint32_t leaves = 1; leaves + 1 < count; ++leaves) {
            const Ugraph smaller{count, support::star<Direction::undirected>(leaves).edges()};
            EXPECT_LT(centralization(closeness(smaller, {}, {}, monitor), most).value, 1) << leaves;
        }
    }
}

}  // namespace
}  // namespace coopnet::centrality
