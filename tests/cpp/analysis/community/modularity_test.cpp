#include <coopnet/analysis/community/modularity.hpp>
#include <coopnet/core/error.hpp>

#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <cmath>
#include <vector>

namespace coopnet::community {
namespace {

using Groups = std::vector<std::uint32_t>;

TEST(Modularity, IsHighWhereTiesStayWithin) {
    const Ugraph pairs{4, {{0, 1}, {2, 3}}};
    EXPECT_EQ(modularity(pairs, Groups{0, 0, 1, 1}, {}).value, 0.5);
    EXPECT_EQ(modularity(pairs, Groups{0, 0, 0, 0}, {}).value, 0);
    EXPECT_EQ(modularity(pairs, Groups{0, 1, 0, 1}, {}).value, -0.5);
}

TEST(Modularity, IsUndefinedWithoutTiesAndSaysWhy) {
    const Value value = modularity(Digraph{2, {}}, Groups{0, 1}, {});
    EXPECT_TRUE(std::isnan(value.value));
    EXPECT_FALSE(value.why.empty());
}

TEST(Modularity, RefusesWhatHasNoMeaning) {
    const Ugraph view{2, {{0, 1}}};
    EXPECT_THROW(modularity(view, Groups{0}, {}), InvalidOption);
    EXPECT_THROW(modularity(view, Groups{0, 2}, {}), InvalidOption);
    EXPECT_THROW(modularity(view, Groups{0, 0}, {}, {.resolution = -1}), InvalidOption);
    EXPECT_THROW(modularity(view, Groups{0, 0}, {}, {.resolution = std::nan("")}), InvalidOption);
    EXPECT_THROW(modularity(view, Groups{0, 0}, std::vector{0.0}), InvalidWeight);
}

// The sum over all pairs of one group of the tie less what its ends would make, from the matrix.
TEST(Modularity, IsWhatTheMatrixSays) {
    support::each_random_graph(200, [](const support::RandomGraph& graph, bool directed) {
        auto ties = support::strength_matrix(graph, directed, graph.costs());
        Groups groups;
        double all = 0;
        for (std::size_t v = 0; v < graph.count; ++v) {
            if (!directed) ties[v][v] *= 2;  // both ends of a loop are there
            groups.push_back(static_cast<std::uint32_t>(v * v % 3 % graph.count));
            for (const double cell : ties[v]) all += cell;
        }
        double expected = 0;
        for (std::size_t u = 0; u < graph.count; ++u) {
            for (std::size_t v = 0; v < graph.count; ++v) {
                double sent = 0, received = 0;
                for (std::size_t w = 0; w < graph.count; ++w) {
                    sent += ties[u][w];
                    received += ties[w][v];
                }
                if (groups[u] == groups[v]) expected += ties[u][v] / all - 0.7 * sent / all * received / all;
            }
        }
        const double found = support::asked(graph, directed, [&](const auto& view) {
            return modularity(view, groups, graph.costs(), {.resolution = 0.7}).value;
        });
        ASSERT_EQ(std::isnan(found), all == 0);
        if (all > 0) {
            EXPECT_NEAR(found, expected, 1e-12);
        }
    });
}

}  // namespace
}  // namespace coopnet::community
