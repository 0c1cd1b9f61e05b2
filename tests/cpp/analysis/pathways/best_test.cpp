#include <coopnet/analysis/pathways/best.hpp>
#include <coopnet/analysis/pathways/exact.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace coopnet::pathways {
namespace {

using testing::ElementsAre;

// 0 → 3 at once, or by 1, or by 2.
View three_ways(WeightMeaning meaning, const std::vector<double>& weights) {
    const std::vector<std::pair<Vertex, Vertex>> ends{{0, 3}, {0, 1}, {1, 3}, {0, 2}, {2, 3}};
    std::vector<EdgeSpec> edges;
    edges.reserve(ends.size());
    for (std::size_t i = 0; i < ends.size(); ++i) edges.push_back({ends[i].first, ends[i].second, weights[i]});
    View view;
    view.csr = Digraph{4, edges};
    view.meaning = meaning;
    return view;
}

Pathways best_of(const View& view, const BestOptions& options) {
    Monitor monitor;
    return best(view, 0, 3, options, monitor);
}

TEST(BestPathways, AreOfFewestStepsWithoutAWeight) {
    const auto found = best_of(three_ways(WeightMeaning::none, {9, 1, 1, 1, 1}), {.most = 3});
    ASSERT_EQ(found.items.size(), 3U);
    EXPECT_THAT(found.items[0].vertices, ElementsAre(0, 3));
    EXPECT_EQ(found.items[1].length, 2);
}

TEST(BestPathways, AddACostUp) {
    const auto found = best_of(three_ways(WeightMeaning::cost, {9, 1, 4, 1, 1}), {.most = 2});
    ASSERT_EQ(found.items.size(), 2U);
    EXPECT_THAT(found.items[0].vertices, ElementsAre(0, 2, 3));
    EXPECT_EQ(found.items[1].length, 5);
}

TEST(BestPathways, MultiplyProbabilities) {
    const auto found = best_of(three_ways(WeightMeaning::probability, {0.5, 0.9, 0.8, 0.6, 0.6}), {.most = 1});
    ASSERT_EQ(found.items.size(), 1U);
    EXPECT_THAT(found.items[0].vertices, ElementsAre(0, 1, 3));
    EXPECT_EQ(found.items[0].length, 0.9 * 0.8);
}

TEST(BestPathways, MayBeOnlyThoseThatAreEquallyGood) {
    const auto sums =
        best_of(three_ways(WeightMeaning::cost, {9, 0.1, 0.7, 0.3, 0.5}), {.most = 5, .only_equal = true});
    EXPECT_EQ(sums.items.size(), 2U);
    const auto products =
        best_of(three_ways(WeightMeaning::probability, {0.1, 0.9, 0.5, 0.5, 0.9}), {.most = 5, .only_equal = true});
    EXPECT_EQ(products.items.size(), 2U);
}

TEST(BestPathways, RefuseACapacity) {
    EXPECT_THROW(best_of(three_ways(WeightMeaning::capacity, {1, 1, 1, 1, 1}), {}), InvalidWeight);
}

TEST(ExactReliability, IsThatSomeWayIsLeft) {
    const View view = three_ways(WeightMeaning::probability, {0.5, 0.9, 0.8, 0, 1});
    Monitor monitor;
    const auto& csr = std::get<Digraph>(view.csr);
    EXPECT_DOUBLE_EQ(exact_reliability(csr, csr.weights(), 0, 3, std::nullopt, monitor), 1 - ((1 - 0.72) * (1 - 0.5)));
    EXPECT_EQ(exact_reliability(csr, csr.weights(), 3, 0, std::nullopt, monitor), 0);
    EXPECT_THROW(exact_reliability(csr, csr.weights(), 0, 0, std::nullopt, monitor), InvalidOption);
}

}  // namespace
}  // namespace coopnet::pathways
