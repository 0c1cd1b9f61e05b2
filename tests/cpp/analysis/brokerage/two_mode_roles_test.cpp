#include <coopnet/analysis/brokerage/two_mode_roles.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <vector>

namespace coopnet::brokerage {
namespace {

using support::Ties;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
TwoModeRoles two_mode_roles(const Csr<D>& view, const std::vector<Vertex>& forums,
                            const std::vector<std::uint32_t>& groups, const TwoModeRolesOptions& options = {}) {
    Monitor monitor;
    return brokerage::two_mode_roles(view, forums, groups, options, monitor);
}

// Actors 0, 1, 2; 0 and 1 meet in 3 and 4, 1 and 2 in 5 and 6 and 7.
Ugraph meetings() {
    return {8, {{0, 3}, {1, 3}, {0, 4}, {1, 4}, {1, 5}, {2, 5}, {1, 6}, {2, 6}, {1, 7}, {2, 7}}};
}

TEST(TwoModeRoles, CountChainsThroughTwoForums) {
    const auto found = two_mode_roles(meetings(), {3, 4, 5, 6, 7}, {0, 0, 1, 9, 9, 9, 9, 9});
    EXPECT_THAT(found.actors, ElementsAre(0, 1, 2));
    EXPECT_THAT(found.table.actors[1].count, ElementsAre(0, 0, 6, 6, 0, 12));
    EXPECT_THAT(found.table.actors[0].count, Each(0));
    EXPECT_TRUE(found.table.why.empty());
}

TEST(TwoModeRoles, CountPairsOnceIfAsked) {
    const auto found = two_mode_roles(meetings(), {3, 4, 5, 6, 7}, {0, 1, 0, 9, 9, 9, 9, 9}, {.chains = false});
    EXPECT_THAT(found.table.actors[1].count, ElementsAre(0, 2, 0, 0, 0, 2));
}

TEST(TwoModeRoles, NeedActorsThatShareNoForum) {
    const Digraph together{5, {{0, 3}, {1, 3}, {1, 4}, {2, 4}, {2, 3}, {0, 2}}};
    EXPECT_THAT(two_mode_roles(together, {3, 4}, {0, 0, 0, 0, 0}).table.total.count, Each(0));
}

TEST(TwoModeRoles, IgnoreTiesWithinAModeAndParallelOnes) {
    const Digraph view{6, {{0, 3}, {0, 3}, {3, 1}, {1, 4}, {2, 4}, {0, 2}, {3, 4}, {5, 5}}};
    const auto found = two_mode_roles(view, {3, 4}, {0, 0, 0, 0, 0, 0});
    EXPECT_THAT(found.table.actors[1].count, ElementsAre(2, 0, 0, 0, 0, 2));
    EXPECT_THAT(found.actors, ElementsAre(0, 1, 2, 5));
}

TEST(TwoModeRoles, OfNobodyAreNone) {
    EXPECT_THAT(two_mode_roles(Ugraph{}, {}, {}).actors, IsEmpty());
    EXPECT_THAT(two_mode_roles(Ugraph{1, {}}, {0}, {0}).actors, IsEmpty());
    EXPECT_THAT(two_mode_roles(Ugraph{2, {{0, 1}}}, {1}, {0, 0}).table.total.count, Each(0));
    EXPECT_THROW(two_mode_roles(Ugraph{1, {}}, {}, {}), InvalidOption);
}

// Every chain a, f, b, g, c of the definition.
template <Direction D>
void compare(const support::RandomGraph& graph, std::uint32_t seed) {
    std::mt19937 random{seed};
    std::vector<std::uint32_t> groups;
    std::vector<Vertex> forums;
    for (Vertex v = 0; v < graph.count; ++v) {
        groups.push_back(support::below(random, 3));
        if (support::below(random, 2) == 0) forums.push_back(v);
    }
    const auto ties = support::strength_matrix(graph, false, std::vector<double>(graph.edges.size(), 1.0));
    const auto is_forum = [&](Vertex v) { return std::ranges::find(forums, v) != forums.end(); };
    const auto meet = [&](Vertex u, Vertex v, Vertex forum) {
        return is_forum(forum) && ties[u][forum] > 0 && ties[v][forum] > 0;
    };
    const auto shared = [&](Vertex u, Vertex v) {
        double count = 0;
        for (Vertex f = 0; f < graph.count; ++f) count += meet(u, v, f) ? 1 : 0;
        return count;
    };
    const auto found = two_mode_roles(graph.view<D>(), forums, groups);
    const auto pairs = two_mode_roles(graph.view<D>(), forums, groups, {.chains = false});
    for (std::size_t i = 0; i < found.actors.size(); ++i) {
        const Vertex b = found.actors[i];
        RoleNumbers chains{}, once{};
        for (Vertex a = 0; a < graph.count; ++a) {
            for (Vertex c = 0; c < graph.count; ++c) {
                if (is_forum(a) || is_forum(c) || a == b || b == c || a == c || shared(a, c) > 0) continue;
                std::size_t role = 4;
                if (groups[a] == groups[b]) role = 3;
                if (groups[b] == groups[c]) role = 2;
                if (groups[a] == groups[c]) role = groups[a] == groups[b] ? 0 : 1;
                double ways = 0;
                for (Vertex f = 0; f < graph.count; ++f) {
                    for (Vertex g = 0; g < graph.count; ++g) ways += meet(a, b, f) && meet(b, c, g) && f != g ? 1 : 0;
                }
                chains[role] += ways;
                chains[5] += ways;
                once[role] += ways > 0 ? 1 : 0;
                once[5] += ways > 0 ? 1 : 0;
            }
        }
        EXPECT_EQ(found.table.actors[i].count, chains);
        EXPECT_EQ(pairs.table.actors[i].count, once);
    }
}

TEST(TwoModeRoles, AreWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        compare<Direction::directed>(support::random_graph(seed, Ties::directed), seed);
        compare<Direction::directed>(support::random_graph(seed, Ties::mixed), seed);
        compare<Direction::undirected>(support::random_graph(seed, Ties::undirected), seed);
    }
}

}  // namespace
}  // namespace coopnet::brokerage
