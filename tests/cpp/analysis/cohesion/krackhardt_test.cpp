#include <coopnet/analysis/cohesion/krackhardt.hpp>
#include <coopnet/core/error.hpp>

#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <cmath>
#include <vector>

namespace coopnet::cohesion {
namespace {

template <Direction D>
Krackhardt krackhardt(const Csr<D>& view) {
    Monitor monitor;
    return cohesion::krackhardt(view, monitor);
}

TEST(Krackhardt, IsWholeForAnOutTree) {
    const Krackhardt tree = krackhardt(Digraph{6, {{0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 5}}});
    for (const Value& value : {tree.connectedness, tree.hierarchy, tree.efficiency, tree.least_upper_bound}) {
        EXPECT_EQ(value.value, 1);
        EXPECT_TRUE(value.why.empty());
    }
}

TEST(Krackhardt, LosesTheBoundWhereTwoCommandTheSameTwo) {
    EXPECT_DOUBLE_EQ(krackhardt(Digraph{4, {{0, 2}, {0, 3}, {1, 2}, {1, 3}}}).least_upper_bound.value, 1.0 / 3);
}

TEST(Krackhardt, IsUndefinedForTooFewAndSaysWhy) {
    const auto undefined = [](const Value& value) { return std::isnan(value.value) && !value.why.empty(); };
    for (const std::uint32_t count : {0U, 1U}) {
        const Krackhardt alone = krackhardt(Digraph{count, {}});
        EXPECT_TRUE(undefined(alone.connectedness) && undefined(alone.hierarchy));
        EXPECT_TRUE(undefined(alone.efficiency) && undefined(alone.least_upper_bound));
    }
    const Krackhardt two = krackhardt(support::path<Direction::directed>(2));
    EXPECT_EQ(two.connectedness.value, 1);
    EXPECT_TRUE(undefined(two.least_upper_bound));
}

TEST(Krackhardt, StopsWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(cohesion::krackhardt(support::complete(3), monitor), Cancelled);
}

// By definition, from who reaches whom.
void compare(const support::RandomGraph& graph, bool directed) {
    const auto found = support::asked(graph, directed, [](const auto& view) { return krackhardt(view); });
    const support::Plain plain{graph, directed};
    const support::Plain either{graph, false};
    const auto reaches = support::reach(plain);
    const auto connected = support::reach(either);
    const auto tied = support::tied(graph, directed);
    double pairs = 0, together = 0, some = 0, mutual = 0, without = 0;
    for (std::size_t u = 0; u < graph.count; ++u) {
        for (std::size_t v = 0; v < u; ++v) {
            ++pairs;
            together += connected[u][v] ? 1 : 0;
            some += reaches[u][v] || reaches[v][u] ? 1 : 0;
            mutual += reaches[u][v] && reaches[v][u] ? 1 : 0;
            bool closest = false;
            const auto superior = [&](std::size_t w) { return reaches[w][u] && reaches[w][v]; };
            for (std::size_t w = 0; w < graph.count; ++w) {
                bool all = superior(w);
                for (std::size_t x = 0; x < graph.count; ++x) all = all && (!superior(x) || reaches[x][w]);
                closest = closest || all;
            }
            without += connected[u][v] && !closest ? 1 : 0;
        }
    }
    double ties = 0, needed = 0, most_ties = 0, most_without = 0;
    for (std::size_t u = 0; u < graph.count; ++u) {
        double size = 0;
        bool first = true;
        for (std::size_t v = 0; v < graph.count; ++v) {
            ties += tied[u][v] ? 1 : 0;
            size += connected[u][v] ? 1 : 0;
            first = first && !(v < u && connected[u][v]);
        }
        if (!first) continue;
        needed += size - 1;
        most_ties += size * (size - 1);
        most_without += (size - 1) * (size - 2) / 2;
    }
    if (pairs > 0) {
        EXPECT_NEAR(found.connectedness.value, together / pairs, 1e-12);
    }
    if (some > 0) {
        EXPECT_NEAR(found.hierarchy.value, 1 - mutual / some, 1e-12);
    }
    if (most_ties > 0) {
        EXPECT_NEAR(found.efficiency.value, 1 - (ties - needed) / (most_ties - needed), 1e-12);
    }
    // Two actors alone always have one: that which is tied to the other.
    if (most_without > 0) {
        EXPECT_NEAR(found.least_upper_bound.value, 1 - without / most_without, 1e-12);
    }
}

TEST(Krackhardt, IsWhatReachabilitySays) {
    support::each_random_graph(300, compare);
}

}  // namespace
}  // namespace coopnet::cohesion
