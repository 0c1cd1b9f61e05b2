#include <coopnet/analysis/cohesion/cliques.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <algorithm>
#include <vector>

namespace coopnet::cohesion {
namespace {

using Members = std::vector<std::vector<Vertex>>;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
Cliques cliques(const Csr<D>& view, const CliquesOptions& options = {}) {
    Monitor monitor;
    return cohesion::cliques(view, options, monitor);
}

TEST(Cliques, AreAsLargeAsTheyCanBe) {
    EXPECT_EQ(cliques(support::complete(4)).members, (Members{{0, 1, 2, 3}}));
    EXPECT_EQ(cliques(Ugraph{4, {{0, 1}, {1, 2}, {0, 2}, {2, 3}}}, {.min_size = 1}).members,
              (Members{{0, 1, 2}, {2, 3}}));
    EXPECT_EQ(cliques(Ugraph{2, {}}, {.min_size = 1}).members, (Members{{0}, {1}}));
    EXPECT_THAT(cliques(Digraph{}).members, IsEmpty());
}

TEST(Cliques, TakeOneTieOrBoth) {
    const Digraph view{3, {{0, 1}, {1, 0}, {1, 2}}};
    EXPECT_EQ(cliques(view, {.min_size = 2}).members, (Members{{0, 1}, {1, 2}}));
    EXPECT_EQ(cliques(view, {.min_size = 2, .mutual = true}).members, (Members{{0, 1}}));
}

TEST(Cliques, StopAtTheLimitAndSaySo) {
    const Ugraph ring = support::ring<Direction::undirected>(6);
    EXPECT_FALSE(cliques(ring, {.min_size = 2, .max_results = 6}).partial);
    const Cliques some = cliques(ring, {.min_size = 2, .max_results = 5});
    EXPECT_TRUE(some.partial);
    EXPECT_EQ(some.members.size(), 5U);
    EXPECT_TRUE(cliques(ring, {.time_limit = 0}).partial);
}

TEST(Cliques, StopWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(cohesion::cliques(support::complete(3), {}, monitor), Cancelled);
}

// All sets of actors, each with each, that no other actor could join.
Members by_definition(const support::Tied& tied, bool mutual, std::size_t min_size) {
    const std::size_t count = tied.size();
    const auto together = [&](std::size_t u, std::size_t v) {
        return mutual ? tied[u][v] && tied[v][u] : tied[u][v] || tied[v][u];
    };
    Members members;
    for (std::uint32_t set = 1; set < 1U << count; ++set) {
        const auto in = [&](std::size_t v) { return (set >> v & 1U) != 0; };
        bool clique = true, maximal = true;
        for (std::size_t u = 0; u < count; ++u) {
            bool joins = !in(u);
            for (std::size_t v = 0; v < count; ++v) {
                if (u == v || !in(v)) continue;
                clique = clique && (!in(u) || together(u, v));
                joins = joins && together(u, v);
            }
            maximal = maximal && !joins;
        }
        if (!clique || !maximal) continue;
        std::vector<Vertex> found;
        for (Vertex v = 0; v < count; ++v) {
            if (in(v)) found.push_back(v);
        }
        if (found.size() >= min_size) members.push_back(found);
    }
    std::ranges::sort(members,
                      [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    return members;
}

TEST(Cliques, AreThoseThatAllSetsSay) {
    support::each_random_graph(200, [](const support::RandomGraph& graph, bool directed) {
        for (const bool mutual : {false, true}) {
            for (const std::uint32_t min_size : {1U, 3U}) {
                const auto found = support::asked(graph, directed, [&](const auto& view) {
                    return cliques(view, {.min_size = min_size, .mutual = mutual}).members;
                });
                EXPECT_EQ(found, by_definition(support::tied(graph, directed), mutual, min_size));
            }
        }
    });
}

}  // namespace
}  // namespace coopnet::cohesion
