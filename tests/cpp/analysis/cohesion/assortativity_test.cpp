#include <coopnet/analysis/cohesion/assortativity.hpp>
#include <coopnet/core/error.hpp>

#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <cmath>
#include <vector>

namespace coopnet::cohesion {
namespace {

using support::Matrix;

TEST(Assortativity, OfGroupsIsWholeIfTiesStayWithin) {
    const Ugraph view{4, {{0, 1}, {2, 3}}};
    EXPECT_EQ(group_assortativity(mixing(view, std::vector{0U, 0U, 1U, 1U}, 2, {})).value, 1);
    EXPECT_EQ(group_assortativity(mixing(view, std::vector{0U, 1U, 0U, 1U}, 2, {})).value, -1);
}

TEST(Assortativity, OfDegreesIsLeastInAStar) {
    EXPECT_DOUBLE_EQ(degree_assortativity(support::star<Direction::undirected>(4), {}).value, -1);
}

TEST(Assortativity, IsUndefinedWhereNothingVariesAndSaysWhy) {
    const auto undefined = [](const Value& value) { return std::isnan(value.value) && !value.why.empty(); };
    EXPECT_TRUE(undefined(degree_assortativity(support::ring<Direction::undirected>(4), {})));
    EXPECT_TRUE(undefined(degree_assortativity(Digraph{3, {{1, 1}}}, {})));
    EXPECT_TRUE(undefined(group_assortativity(mixing(Ugraph{2, {{0, 1}}}, std::vector{0U, 0U}, 1, {}))));
    EXPECT_TRUE(undefined(group_assortativity(mixing(Ugraph{}, {}, 0, {}))));
    const std::vector same{0.1, 0.1, 0.1};
    EXPECT_TRUE(undefined(number_assortativity(support::path<Direction::undirected>(3), same, same, {})));
}

TEST(Assortativity, RefusesWhatIsNoNumber) {
    const std::vector numbers{1.0, std::nan("")};
    EXPECT_THROW(number_assortativity(Ugraph{2, {{0, 1}}}, numbers, numbers, {}), InvalidOption);
    EXPECT_THROW(number_assortativity(Ugraph{2, {{0, 1}}}, std::vector{1.0}, std::vector{1.0}, {}), InvalidOption);
    EXPECT_THROW(mixing(Ugraph{2, {{0, 1}}}, std::vector{0U}, 1, {}), InvalidOption);
    EXPECT_THROW(mixing(Ugraph{2, {{0, 1}}}, std::vector{0U, 0U}, 1, std::vector{0.0}), InvalidWeight);
}

Matrix without_diagonal(Matrix matrix) {
    for (std::size_t v = 0; v < matrix.size(); ++v) matrix[v][v] = 0;
    return matrix;
}

// Pearson's correlation over the cells of the matrix, each with its weight.
double correlation(const Matrix& ties, const std::vector<double>& out, const std::vector<double>& in) {
    double all = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t u = 0; u < ties.size(); ++u) {
        for (std::size_t v = 0; v < ties.size(); ++v) {
            const double weight = ties[u][v];
            all += weight;
            x += weight * out[u];
            y += weight * in[v];
            xx += weight * out[u] * out[u];
            yy += weight * in[v] * in[v];
            xy += weight * out[u] * in[v];
        }
    }
    const double variance = (all * xx - x * x) * (all * yy - y * y);
    return std::abs(variance) < 1e-9 ? std::nan("") : (all * xy - x * y) / std::sqrt(variance);
}

TEST(Assortativity, IsWhatTheMatrixSays) {
    support::each_random_graph(200, [](const support::RandomGraph& graph, bool directed) {
        const auto ties = without_diagonal(support::strength_matrix(graph, directed, graph.costs()));
        const auto plain =
            without_diagonal(support::strength_matrix(graph, directed, std::vector<double>(graph.edges.size(), 1.0)));
        std::vector<double> numbers, sent(graph.count, 0), received(graph.count, 0);
        for (std::size_t u = 0; u < graph.count; ++u) {
            numbers.push_back(static_cast<double>(u * u % 5));
            for (std::size_t v = 0; v < graph.count; ++v) {
                sent[u] += plain[u][v];
                received[u] += plain[v][u];
            }
        }
        const auto compare = [](double found, double expected) {
            ASSERT_EQ(std::isnan(found), std::isnan(expected));
            if (!std::isnan(expected)) {
                EXPECT_NEAR(found, expected, 1e-9);
            }
        };
        support::asked(graph, directed, [&](const auto& view) {
            compare(number_assortativity(view, numbers, numbers, graph.costs()).value,
                    correlation(ties, numbers, numbers));
            compare(degree_assortativity(view, {}).value, correlation(plain, sent, received));
            return 0;
        });
    });
}

// Newman's coefficient is the correlation of group indicators, summed over groups.
TEST(Assortativity, OfGroupsIsWhatTheMatrixSays) {
    support::each_random_graph(200, [](const support::RandomGraph& graph, bool directed) {
        const auto ties = without_diagonal(support::strength_matrix(graph, directed, graph.costs()));
        std::vector<std::uint32_t> groups;
        for (std::uint32_t v = 0; v < graph.count; ++v) groups.push_back(v % 3);
        double all = 0, inside = 0, chance = 0;
        for (const auto& row : ties) {
            for (const double cell : row) all += cell;
        }
        for (std::uint32_t group = 0; group < 3; ++group) {
            double sent = 0, received = 0;
            for (std::size_t u = 0; u < graph.count; ++u) {
                for (std::size_t v = 0; v < graph.count; ++v) {
                    sent += groups[u] == group ? ties[u][v] : 0;
                    received += groups[v] == group ? ties[u][v] : 0;
                    inside += groups[u] == group && groups[v] == group ? ties[u][v] : 0;
                }
            }
            chance += sent / all * received / all;
        }
        const auto found = support::asked(graph, directed, [&](const auto& view) {
            return group_assortativity(mixing(view, groups, 3, graph.costs())).value;
        });
        if (all == 0 || chance > 1 - 1e-12) {
            EXPECT_TRUE(std::isnan(found));
        } else {
            EXPECT_NEAR(found, (inside / all - chance) / (1 - chance), 1e-12);
        }
    });
}

}  // namespace
}  // namespace coopnet::cohesion
