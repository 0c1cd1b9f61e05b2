#include <coopnet/analysis/cohesion/reciprocity.hpp>

#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <cmath>
#include <vector>

namespace coopnet::cohesion {
namespace {

const Digraph two_of_three{3, {{0, 1}, {1, 0}, {1, 2}}};

TEST(Reciprocity, OfTiesAndOfDyadsAreTwoThings) {
    EXPECT_DOUBLE_EQ(reciprocity(two_of_three).value, 2.0 / 3);
    EXPECT_DOUBLE_EQ(reciprocity(two_of_three, {.form = Reciprocity::dyads}).value, 1.0 / 2);
    EXPECT_DOUBLE_EQ(reciprocity(two_of_three, {.form = Reciprocity::symmetric}).value, 2.0 / 3);
}

TEST(Reciprocity, IsWholeWithoutDirections) {
    EXPECT_EQ(reciprocity(support::ring<Direction::undirected>(5)).value, 1);
    EXPECT_EQ(reciprocity(support::ring<Direction::undirected>(5), {.form = Reciprocity::correlation}).value, 1);
}

TEST(Reciprocity, IsUndefinedWithoutTiesOrVariation) {
    const auto undefined = [](const Value& value) { return std::isnan(value.value) && !value.why.empty(); };
    for (const std::uint32_t count : {0U, 1U, 2U}) {
        EXPECT_TRUE(undefined(reciprocity(Digraph{count, {}}))) << count;
        EXPECT_TRUE(undefined(reciprocity(Digraph{count, {}}, {.form = Reciprocity::dyads}))) << count;
    }
    EXPECT_TRUE(undefined(reciprocity(Digraph{1, {{0, 0}}}, {.form = Reciprocity::symmetric})));
    EXPECT_EQ(reciprocity(Digraph{2, {}}, {.form = Reciprocity::symmetric}).value, 1);
    EXPECT_TRUE(undefined(reciprocity(support::complete(3), {.form = Reciprocity::correlation})));
}

// Pearson's correlation of the cells of the matrix with those across its diagonal.
double correlation(const support::Tied& tied) {
    std::vector<double> there, back;
    for (std::size_t u = 0; u < tied.size(); ++u) {
        for (std::size_t v = 0; v < tied.size(); ++v) {
            if (u == v) continue;
            there.push_back(tied[u][v] ? 1 : 0);
            back.push_back(tied[v][u] ? 1 : 0);
        }
    }
    double mean = 0, covariance = 0, variance = 0;
    for (const double cell : there) mean += cell;
    mean /= static_cast<double>(there.size());
    for (std::size_t i = 0; i < there.size(); ++i) {
        covariance += (there[i] - mean) * (back[i] - mean);
        variance += (there[i] - mean) * (there[i] - mean);
    }
    return covariance / variance;
}

TEST(Reciprocity, AsCorrelationIsThatOfTheMatrixWithItsTranspose) {
    support::each_random_graph(200, [](const support::RandomGraph& graph, bool directed) {
        const auto value = support::asked(graph, directed, [](const auto& view) {
            return reciprocity(view, {.form = Reciprocity::correlation}).value;
        });
        const double expected = correlation(support::tied(graph, directed));
        EXPECT_EQ(std::isnan(value), std::isnan(expected));
        if (!std::isnan(expected)) {
            EXPECT_NEAR(value, expected, 1e-12);
        }
    });
}

}  // namespace
}  // namespace coopnet::cohesion
