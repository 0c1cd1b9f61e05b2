#include <coopnet/analysis/position/blockmodel.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <cmath>
#include <vector>

namespace coopnet::position {
namespace {

using support::Ties;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

template <Direction D>
Blocks asked(const Csr<D>& view, const std::vector<std::uint32_t>& groups, const BlockmodelOptions& options = {},
             const std::vector<double>& strengths = {}) {
    Monitor monitor;
    return blockmodel(view, groups, strengths, options, monitor);
}

TEST(Blockmodel, OfNobodyAndOne) {
    EXPECT_THAT(asked(Digraph{}, {}).blocks, IsEmpty());
    const auto one = asked(Ugraph{1, {{0, 0}}}, {0});
    EXPECT_TRUE(std::isnan(one.at(0, 0).value));
    EXPECT_TRUE(std::isnan(one.fit));
    EXPECT_EQ(one.errors, 0);
    EXPECT_THAT(one.why, HasSubstr("group of one"));
}

TEST(Blockmodel, FitsAHierarchyWithoutErrors) {
    // Both chiefs direct all three others.
    const auto model = asked(Digraph{5, {{0, 2}, {0, 3}, {0, 4}, {1, 2}, {1, 3}, {1, 4}}}, {0, 0, 1, 1, 1});
    EXPECT_THAT(model.sizes, ElementsAre(2, 3));
    EXPECT_EQ(model.at(0, 1).value, 1);
    EXPECT_EQ(model.at(1, 0).value, 0);
    EXPECT_TRUE(model.at(0, 1).tied);
    EXPECT_FALSE(model.at(0, 0).tied);
    EXPECT_EQ(model.cut, 6.0 / 20);
    EXPECT_DOUBLE_EQ(model.fit, 1);
    EXPECT_EQ(model.errors, 0);
}

TEST(Blockmodel, ReachesACutThatIsEqualOnPaper) {
    // Mean strength within the group: (0.1 + 0.2) / 2 = 0.15, in doubles a little more.
    const auto model =
        asked(Digraph{2, {{0, 1}, {1, 0}}}, {0, 0}, {.value = BlockValue::mean, .cut = 0.15}, {0.1, 0.2});
    EXPECT_TRUE(model.at(0, 0).tied);
}

TEST(Blockmodel, OfNoTiesHasNoneInItsImage) {
    const auto model = asked(Ugraph{4, {}}, {0, 0, 1, 1});
    EXPECT_FALSE(model.at(0, 0).tied);
    EXPECT_TRUE(std::isnan(model.fit));
}

TEST(Blockmodel, RefusesGroupsThatDoNotMatch) {
    const Ugraph view{2, {{0, 1}}};
    EXPECT_THROW(asked(view, {0}), InvalidOption);
    EXPECT_THROW(asked(view, {0, 20'001}), InvalidOption);
    EXPECT_THROW(asked(view, {0, 0}, {.cut = std::nan("")}), InvalidOption);
    EXPECT_THROW(asked(view, {0, 0}, {}, {-1}), InvalidWeight);
    Monitor monitor;
    monitor.cancel();
    const std::vector<std::uint32_t> groups{0, 0};
    EXPECT_THROW(blockmodel(view, groups, {}, {}, monitor), Cancelled);
}

double pearson(const std::vector<double>& x, const std::vector<double>& y) {
    long double mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t k = 0; k < x.size(); ++k) mx += x[k], my += y[k];
    mx /= static_cast<long double>(x.size()), my /= static_cast<long double>(x.size());
    for (std::size_t k = 0; k < x.size(); ++k) {
        xx += (x[k] - mx) * (x[k] - mx), yy += (y[k] - my) * (y[k] - my), xy += (x[k] - mx) * (y[k] - my);
    }
    return xx < 1e-20L || yy < 1e-20L ? std::nan("") : static_cast<double>(xy / std::sqrt(xx * yy));
}

// Every ordered pair is looked at, in the network and in its ideal image.
template <Direction D>
void check(const support::RandomGraph& graph, BlockValue value) {
    if (graph.count == 0) return;
    const auto ties = support::strength_matrix(graph, D == Direction::directed, graph.costs());
    std::vector<std::uint32_t> groups;
    for (Vertex v = 0; v < graph.count; ++v) groups.push_back(v % 3);
    const auto model = asked(graph.view<D>(), groups, {.value = value}, graph.costs());
    const bool dense = value == BlockValue::density;
    double sums[3][3] = {}, pairs[3][3] = {}, all = 0, all_pairs = 0;
    const auto each_pair = [&](const auto& visit) {
        for (std::size_t i = 0; i < graph.count; ++i) {
            for (std::size_t j = 0; j < graph.count; ++j) {
                if (i != j) visit(groups[i], groups[j], ties[i][j]);
            }
        }
    };
    each_pair([&](std::uint32_t from, std::uint32_t to, double strength) {
        const double counts = dense ? strength > 0 : strength;
        sums[from][to] += counts, all += counts;
        ++pairs[from][to], ++all_pairs;
    });
    std::vector<double> network, image;
    double errors = 0;
    each_pair([&](std::uint32_t from, std::uint32_t to, double strength) {
        const bool tied = sums[from][to] > 0 && sums[from][to] / pairs[from][to] >= all / all_pairs - 1e-12;
        EXPECT_EQ(model.at(from, to).tied, tied);
        network.push_back(dense ? strength > 0 : strength);
        image.push_back(tied);
        errors += (strength > 0) != tied;
    });
    for (std::uint32_t from = 0; from < model.group_count; ++from) {
        for (std::uint32_t to = 0; to < model.group_count; ++to) {
            const double expected = value == BlockValue::sum ? sums[from][to] : sums[from][to] / pairs[from][to];
            if (pairs[from][to] == 0) {
                EXPECT_TRUE(std::isnan(model.at(from, to).value));
            } else {
                EXPECT_NEAR(model.at(from, to).value, expected, 1e-12);
            }
        }
    }
    EXPECT_EQ(model.errors, errors);
    const double fit = pearson(network, image);
    if (network.empty() || std::isnan(fit)) {
        EXPECT_TRUE(std::isnan(model.fit));
    } else {
        EXPECT_NEAR(model.fit, fit, 1e-12);
    }
}

TEST(Blockmodel, IsWhatTheDefinitionSays) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        for (const BlockValue value : {BlockValue::density, BlockValue::mean, BlockValue::sum}) {
            check<Direction::directed>(support::random_graph(seed, Ties::directed), value);
            check<Direction::directed>(support::random_graph(seed, Ties::mixed), value);
            check<Direction::undirected>(support::random_graph(seed, Ties::undirected), value);
        }
    }
}

}  // namespace
}  // namespace coopnet::position
