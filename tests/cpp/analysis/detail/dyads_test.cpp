#include <coopnet/analysis/detail/dyads.hpp>

#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <algorithm>
#include <set>
#include <vector>

namespace coopnet::detail {
namespace {

TEST(Dyads, SayWhoIsTiedWithWhomAndWhichWay) {
    support::each_random_graph(100, [](const support::RandomGraph& graph, bool directed) {
        const auto tied = support::tied(graph, directed);
        const auto found = support::asked(graph, directed, [](const auto& view) { return dyads(view); });
        for (Vertex u = 0; u < graph.count; ++u) {
            std::vector<Vertex> contacts;
            for (Vertex v = 0; v < graph.count; ++v) {
                if (tied[u][v] || tied[v][u]) contacts.push_back(v);
            }
            EXPECT_TRUE(std::ranges::equal(found.of(u), contacts));
            for (std::size_t i = 0; i < contacts.size(); ++i) {
                EXPECT_EQ(found.ways_of(u)[i] != Way::in, tied[u][contacts[i]]);
                EXPECT_EQ(found.ways_of(u)[i] != Way::out, tied[contacts[i]][u]);
            }
        }
    });
}

TEST(Dyads, MakeEachTriangleOnce) {
    support::each_random_graph(100, [](const support::RandomGraph& graph, bool directed) {
        const auto tied = support::tied(graph, directed);
        const auto together = [&](std::size_t u, std::size_t v) { return tied[u][v] || tied[v][u]; };
        std::multiset<std::set<std::size_t>> expected, found;
        support::each_triad(graph.count, [&](std::size_t a, std::size_t b, std::size_t c) {
            if (a < b && b < c && together(a, b) && together(b, c) && together(a, c)) expected.insert({a, b, c});
        });
        const auto all = support::asked(graph, directed, [](const auto& view) { return dyads(view); });
        each_triangle(all, [&](const Triangle& three) {
            found.insert({three.a, three.b, three.c});
            EXPECT_EQ(all.actors[three.ab], three.b);
            EXPECT_EQ(all.actors[three.ac], three.c);
            EXPECT_EQ(all.actors[three.bc], three.c);
        });
        EXPECT_EQ(found, expected);
    });
}

}  // namespace
}  // namespace coopnet::detail
