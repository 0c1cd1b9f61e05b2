#include <coopnet/analysis/brokerage/chance.hpp>
#include <coopnet/analysis/brokerage/roles.hpp>
#include <coopnet/core/parallel.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <vector>

namespace coopnet::brokerage {
namespace {

using support::Ties;
using ::testing::Each;
using ::testing::ElementsAre;

using Labels = std::vector<std::uint32_t>;

template <Direction D>
RoleTable roles(const Csr<D>& view, const Labels& groups, const RolesOptions& options = {},
                const std::vector<double>& strengths = {}) {
    Monitor monitor;
    return brokerage::roles(view, groups, strengths, options, monitor);
}

TEST(Roles, AreTheFiveOfGouldAndFernandez) {
    const Digraph chain{3, {{0, 1}, {1, 2}}};
    EXPECT_THAT(roles(chain, {0, 0, 0}).actors[1].count, ElementsAre(1, 0, 0, 0, 0, 1));
    EXPECT_THAT(roles(chain, {0, 1, 0}).actors[1].count, ElementsAre(0, 1, 0, 0, 0, 1));
    EXPECT_THAT(roles(chain, {0, 1, 1}).actors[1].count, ElementsAre(0, 0, 1, 0, 0, 1));
    EXPECT_THAT(roles(chain, {0, 0, 1}).actors[1].count, ElementsAre(0, 0, 0, 1, 0, 1));
    EXPECT_THAT(roles(chain, {0, 1, 2}).actors[1].count, ElementsAre(0, 0, 0, 0, 1, 1));
    EXPECT_THAT(roles(chain, {0, 1, 2}).actors[0].count, Each(0));
    EXPECT_THAT(roles(chain, {0, 1, 2}).total.count, ElementsAre(0, 0, 0, 0, 1, 1));
}

TEST(Roles, NeedAnOpenTriad) {
    EXPECT_THAT(roles(Digraph{3, {{0, 1}, {1, 2}, {0, 2}}}, {0, 0, 0}).total.count, Each(0));
    EXPECT_THAT(roles(Digraph{3, {{0, 1}, {1, 2}, {2, 0}}}, {0, 0, 0}).total.count, ElementsAre(3, 0, 0, 0, 0, 3));
    EXPECT_THAT(roles(Digraph{2, {{0, 1}, {1, 0}, {0, 0}}}, {0, 0}).total.count, Each(0));
}

TEST(Roles, ReadAnUndirectedTriadBothWays) {
    const Ugraph chain{3, {{0, 1}, {1, 2}}};
    EXPECT_THAT(roles(chain, {0, 0, 1}).actors[1].count, ElementsAre(0, 0, 1, 1, 0, 2));
    EXPECT_THAT(roles(chain, {0, 0, 0}).actors[1].count, ElementsAre(2, 0, 0, 0, 0, 2));
    const Digraph mixed{3, {{0, 1, 1, true}, {1, 2, 1, true}}};
    EXPECT_THAT(roles(mixed, {0, 0, 1}).actors[1].count, ElementsAre(0, 0, 1, 1, 0, 2));
}

TEST(Roles, OfAStarAreThoseOfItsHub) {
    const auto star = support::star<Direction::undirected>(4);
    EXPECT_THAT(roles(star, {0, 0, 0, 1, 2}).actors[0].count, ElementsAre(2, 0, 4, 4, 2, 12));
}

TEST(Roles, WeighTriadsByTheirTiesIfAsked) {
    const Digraph chain{3, {{0, 1}, {0, 1}, {1, 2}}};
    const std::vector<double> strengths{1, 1, 8};
    const auto weight = [&](TriadWeight rule) {
        return roles(chain, {0, 0, 0}, {.weighted = rule}, strengths).actors[1].count[0];
    };
    EXPECT_EQ(weight(TriadWeight::minimum), 2);
    EXPECT_EQ(weight(TriadWeight::maximum), 8);
    EXPECT_EQ(weight(TriadWeight::arithmetic), 5);
    EXPECT_EQ(weight(TriadWeight::geometric), 4);
    EXPECT_EQ(weight(TriadWeight::product), 16);
    const RoleTable table = roles(chain, {0, 0, 0}, {.weighted = TriadWeight::minimum}, strengths);
    EXPECT_TRUE(std::isnan(table.actors[1].expected[0]));
    EXPECT_TRUE(std::isnan(table.total.z[5]));
    EXPECT_FALSE(table.why.empty());
}

TEST(Roles, ShareAPairAmongItsBrokersIfAsked) {
    // Two brokers between 0 and 3, one between 0 and 4.
    const Digraph view{5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {2, 4}}};
    const RoleTable shared = roles(view, {0, 0, 0, 0, 0}, {.shared = true});
    EXPECT_EQ(shared.actors[1].count[0], 0.5);
    EXPECT_EQ(shared.actors[2].count[0], 1.5);
    EXPECT_EQ(shared.total.count[5], 2);
    EXPECT_TRUE(std::isnan(shared.total.expected[0]));
    const std::vector<double> strengths{4, 1, 4, 1, 9};
    const RoleTable weighed =
        roles(view, {0, 0, 0, 0, 0}, {.weighted = TriadWeight::minimum, .shared = true}, strengths);
    EXPECT_EQ(weighed.actors[1].count[0], 2);
    EXPECT_EQ(weighed.actors[2].count[0], 1.5);
}

TEST(Roles, OfNobodyOneAndTwoAreNone) {
    for (const std::uint32_t count : {0U, 1U, 2U}) {
        const RoleTable table = roles(support::path<Direction::directed>(count), Labels(count, 0), {.permutations = 9});
        EXPECT_EQ(table.actors.size(), count);
        EXPECT_THAT(table.total.count, Each(0));
        EXPECT_THAT(table.total.expected, Each(0));
        EXPECT_THAT(table.total.z, Each(::testing::IsNan()));
        EXPECT_THAT(table.total.p, Each(1));
        EXPECT_FALSE(table.why.empty());
    }
}

TEST(Roles, HaveNoZWhereNothingVaries) {
    const RoleTable one_group = roles(Digraph{4, {{0, 1}, {1, 2}}}, {0, 0, 0, 0});
    EXPECT_TRUE(std::isfinite(one_group.total.z[0]));
    EXPECT_EQ(one_group.total.expected[1], 0);
    EXPECT_TRUE(std::isnan(one_group.total.z[1]));
    EXPECT_FALSE(one_group.why.empty());
    const RoleTable complete = roles(support::complete(4), {0, 0, 1, 1});
    EXPECT_THAT(complete.total.z, Each(::testing::IsNan()));
    const RoleTable empty = roles(Digraph{4, {}}, {0, 0, 1, 1});
    EXPECT_THAT(empty.total.z, Each(::testing::IsNan()));
}

TEST(Roles, RefuseActorsWithoutAGroupAndStrengthsThatAreNone) {
    const Ugraph pair{2, {{0, 1}}};
    EXPECT_THROW(roles(pair, {0}), InvalidOption);
    for (const double bad : {0.0, -1.0, std::nan("")}) {
        EXPECT_THROW(roles(pair, {0, 0}, {.weighted = TriadWeight::minimum}, {bad}), InvalidWeight);
    }
}

TEST(Roles, StopWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(brokerage::roles(support::complete(3), Labels{0, 0, 0}, {}, {}, monitor), Cancelled);
}

// --- by definition ----------------------------------------------------------------

using Ties2 = std::vector<std::vector<bool>>;

// The role by its definition in words, from equal groups alone.
std::size_t role_by_words(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    if (a == b && b == c) return 0;
    if (a == c) return 1;
    if (b == c) return 2;
    if (a == b) return 3;
    return 4;
}

// By actor, the whole network last; `weight(a, b, c)` of an open triad.
template <class Weight>
std::vector<RoleNumbers> by_definition(const Ties2& tied, const Labels& groups, const Weight& weight) {
    const std::size_t count = groups.size();
    std::vector<RoleNumbers> roles(count + 1);
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b) {
            for (std::size_t c = 0; c < count; ++c) {
                if (a == b || b == c || a == c || !tied[a][b] || !tied[b][c] || tied[a][c]) continue;
                for (const std::size_t role : {role_by_words(groups[a], groups[b], groups[c]), std::size_t{5}}) {
                    roles[b][role] += weight(a, b, c);
                    roles[count][role] += weight(a, b, c);
                }
            }
        }
    }
    return roles;
}

double one(std::size_t, std::size_t, std::size_t) {
    return 1;
}

Ties2 tied(const support::Matrix& strengths) {
    Ties2 tied(strengths.size(), std::vector<bool>(strengths.size()));
    for (std::size_t a = 0; a < strengths.size(); ++a) {
        for (std::size_t b = 0; b < strengths.size(); ++b) tied[a][b] = strengths[a][b] > 0;
    }
    return tied;
}

Labels some_groups(std::uint32_t seed, std::uint32_t count) {
    std::mt19937 random{seed + 77};
    const std::uint32_t most = 1 + support::below(random, 4);
    Labels groups;
    for (std::uint32_t v = 0; v < count; ++v) groups.push_back(support::below(random, most));
    return groups;
}

const RoleRow& row(const RoleTable& table, std::size_t i) {
    return i < table.actors.size() ? table.actors[i] : table.total;
}

template <Direction D>
void compare_counts(const support::RandomGraph& graph, const Labels& groups) {
    const std::vector<double> strengths = graph.costs();
    const auto matrix = support::strength_matrix(graph, D == Direction::directed, strengths);
    const auto counts = by_definition(tied(matrix), groups, one);
    const auto weakest = by_definition(tied(matrix), groups, [&](std::size_t a, std::size_t b, std::size_t c) {
        return std::min(matrix[a][b], matrix[b][c]);
    });
    const auto parts = by_definition(tied(matrix), groups, [&](std::size_t a, std::size_t, std::size_t c) {
        double brokers = 0;
        for (std::size_t b = 0; b < matrix.size(); ++b) {
            brokers += a != b && b != c && matrix[a][b] > 0 && matrix[b][c] > 0 ? 1 : 0;
        }
        return 1 / brokers;
    });
    const RoleTable counted = roles(graph.view<D>(), groups);
    const RoleTable shared = roles(graph.view<D>(), groups, {.shared = true});
    const RoleTable weighed = roles(graph.view<D>(), groups, {.weighted = TriadWeight::minimum}, strengths);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        EXPECT_EQ(row(counted, i).count, counts[i]);
        for (std::size_t role = 0; role < 6; ++role) {
            EXPECT_NEAR(row(weighed, i).count[role], weakest[i][role], 1e-12);
            EXPECT_NEAR(row(shared, i).count[role], parts[i][role], 1e-12);
        }
    }
}

TEST(Roles, AreWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        for (const Ties ties : {Ties::directed, Ties::mixed}) {
            const auto graph = support::random_graph(seed, ties);
            compare_counts<Direction::directed>(graph, some_groups(seed, graph.count));
        }
        const auto graph = support::random_graph(seed, Ties::undirected);
        compare_counts<Direction::undirected>(graph, some_groups(seed, graph.count));
    }
}

// Mean and variance of each role over all networks, each as likely as its ties make it.
struct Moments {
    std::vector<RoleNumbers> mean, variance;
};

Moments over_all_networks(const Labels& groups, double density, bool directed) {
    const auto count = static_cast<std::uint32_t>(groups.size());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t a = 0; a < count; ++a) {
        for (std::uint32_t b = 0; b < count; ++b) {
            if (directed ? a != b : a < b) pairs.emplace_back(a, b);
        }
    }
    Moments moments{std::vector<RoleNumbers>(count + 1), std::vector<RoleNumbers>(count + 1)};
    auto squares = moments.variance;
    for (std::uint32_t network = 0; network < (1U << pairs.size()); ++network) {
        Ties2 tied(count, std::vector<bool>(count));
        double likely = 1;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const bool there = (network >> i & 1U) != 0;
            likely *= there ? density : 1 - density;
            tied[pairs[i].first][pairs[i].second] = there;
            if (!directed) tied[pairs[i].second][pairs[i].first] = there;
        }
        const auto roles = by_definition(tied, groups, one);
        for (std::size_t i = 0; i < roles.size(); ++i) {
            for (std::size_t role = 0; role < 6; ++role) {
                moments.mean[i][role] += likely * roles[i][role];
                squares[i][role] += likely * roles[i][role] * roles[i][role];
            }
        }
    }
    for (std::size_t i = 0; i < squares.size(); ++i) {
        for (std::size_t role = 0; role < 6; ++role) {
            moments.variance[i][role] = squares[i][role] - moments.mean[i][role] * moments.mean[i][role];
        }
    }
    return moments;
}

void compare_moments(const Labels& groups, double density, bool directed) {
    std::vector<double> sizes(*std::ranges::max_element(groups) + 1);
    for (const std::uint32_t group : groups) ++sizes[group];
    const Chances chances{sizes, density, directed};
    const Moments moments = over_all_networks(groups, density, directed);
    for (std::size_t i = 0; i <= groups.size(); ++i) {
        const Chance chance = i < groups.size() ? chances.of_actor(groups[i]) : chances.of_network();
        for (std::size_t role = 0; role < 6; ++role) {
            EXPECT_NEAR(chance.expected[role], moments.mean[i][role], 1e-11) << i << ' ' << role;
            EXPECT_NEAR(chance.variance[role], moments.variance[i][role], 1e-10) << i << ' ' << role;
        }
    }
}

TEST(Chances, AreTheMomentsOverAllNetworks) {
    for (const double density : {0.2, 0.65}) {
        for (const Labels& groups :
             {Labels{0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 1}, {0, 0, 1, 1}, {0, 0, 1, 2}, {0, 1, 2, 3}}) {
            compare_moments(groups, density, true);
            compare_moments(groups, density, false);
        }
        for (const Labels& groups : {Labels{0, 0, 0, 0, 0}, {0, 0, 0, 1, 1}, {0, 1, 1, 2, 2}, {0, 0, 0, 1, 2}}) {
            compare_moments(groups, density, false);
        }
    }
}

TEST(Roles, CompareWithTheDensityOfTheNetwork) {
    const Labels groups{0, 0, 1, 1};
    const Digraph view{4, {{0, 1}, {1, 2}, {2, 3}, {3, 3}, {0, 1}}};
    const RoleTable table = roles(view, groups);
    const Moments moments = over_all_networks(groups, 3.0 / 12, true);
    for (std::size_t i = 0; i <= 4; ++i) {
        for (std::size_t role = 0; role < 6; ++role) {
            EXPECT_NEAR(row(table, i).expected[role], moments.mean[i][role], 1e-12);
            if (moments.variance[i][role] < 1e-12) continue;
            const double z = (row(table, i).count[role] - moments.mean[i][role]) / std::sqrt(moments.variance[i][role]);
            EXPECT_NEAR(row(table, i).z[role], z, 1e-11);
        }
    }
}

TEST(Roles, DrawDirectionsApartIfAsked) {
    const Ugraph chain{4, {{0, 1}, {1, 2}, {2, 3}}};
    const Labels groups{0, 0, 1, 1};
    const RoleTable pairs = roles(chain, groups);
    const RoleTable ways = roles(chain, groups, {.one_way = true});
    EXPECT_EQ(pairs.total.expected, ways.total.expected);
    const Moments moments = over_all_networks(groups, 0.5, true);
    EXPECT_NEAR(ways.total.z[5], (4 - moments.mean[4][5]) / std::sqrt(moments.variance[4][5]), 1e-12);
    EXPECT_NE(pairs.total.z[5], ways.total.z[5]);
}

// The share of all n! ways to hand out the labels that are as extreme.
std::vector<RoleNumbers> p_by_definition(const Ties2& tied, const Labels& groups, Alternative alternative) {
    const auto real = by_definition(tied, groups, one);
    auto at_least = std::vector<RoleNumbers>(real.size());
    auto at_most = at_least;
    double all = 0;
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    do {
        Labels drawn;
        for (const std::size_t place : order) drawn.push_back(groups[place]);
        const auto roles = by_definition(tied, drawn, one);
        ++all;
        for (std::size_t i = 0; i < real.size(); ++i) {
            for (std::size_t role = 0; role < 6; ++role) {
                if (roles[i][role] >= real[i][role]) ++at_least[i][role];
                if (roles[i][role] <= real[i][role]) ++at_most[i][role];
            }
        }
    } while (std::ranges::next_permutation(order).found);
    for (std::size_t i = 0; i < real.size(); ++i) {
        for (std::size_t role = 0; role < 6; ++role) {
            const double more = at_least[i][role] / all;
            const double less = at_most[i][role] / all;
            if (alternative == Alternative::greater) at_least[i][role] = more;
            if (alternative == Alternative::less) at_least[i][role] = less;
            if (alternative == Alternative::two_sided) at_least[i][role] = std::min(1.0, 2 * std::min(more, less));
        }
    }
    return at_least;
}

TEST(Roles, HaveTheExactPOfAllArrangementsIfTheseAreFew) {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        SCOPED_TRACE(seed);
        const auto graph = support::random_graph(seed, Ties::directed);
        if (graph.count > 6) continue;
        const Labels groups = some_groups(seed, graph.count);
        const auto matrix = support::strength_matrix(graph, true, std::vector<double>(graph.edges.size(), 1.0));
        for (const Alternative side : {Alternative::greater, Alternative::less, Alternative::two_sided}) {
            const RoleTable table =
                roles(graph.view<Direction::directed>(), groups, {.permutations = 1, .alternative = side});
            EXPECT_TRUE(table.exact);
            const auto p = p_by_definition(tied(matrix), groups, side);
            for (std::size_t i = 0; i < p.size(); ++i) {
                for (std::size_t role = 0; role < 6; ++role) EXPECT_NEAR(row(table, i).p[role], p[i][role], 1e-12);
            }
        }
    }
}

// Two groups of ten around a hub: 20!/(10!·10!) arrangements, too many to look at all.
Digraph many_actors() {
    std::mt19937 random{5};
    return {20, support::random_edges(random, 20, 60, true)};
}

Labels halves() {
    Labels groups(20, 0);
    std::fill(groups.begin() + 10, groups.end(), 1);
    return groups;
}

TEST(Roles, DrawArrangementsIfThereAreMany) {
    const RoleTable table = roles(many_actors(), halves(), {.permutations = 19'999, .seed = 3});
    EXPECT_FALSE(table.exact);
    EXPECT_EQ(table.arrangements, 19'999);
    EXPECT_THAT(table.total.p[5], 1);
    for (const RoleRow& row : table.actors) {
        for (const double p : row.p) {
            EXPECT_GT(p, 0);
            EXPECT_LE(p, 1);
            EXPECT_NEAR(p * 20'000, std::round(p * 20'000), 1e-9);
        }
    }
    // Two seeds estimate the same: within some five standard errors.
    const RoleTable other = roles(many_actors(), halves(), {.permutations = 19'999, .seed = 4});
    for (std::size_t v = 0; v < 20; ++v) {
        for (std::size_t role = 0; role < 6; ++role) {
            EXPECT_NEAR(table.actors[v].p[role], other.actors[v].p[role], 0.025);
        }
    }
    EXPECT_NE(table.actors[0].p, other.actors[0].p);
}

TEST(Roles, AreTheSameForAnyNumberOfThreads) {
    const RolesOptions options{.permutations = 50'001, .seed = 1};
    set_threads(1);
    const RoleTable one = roles(many_actors(), halves(), options);
    set_threads(2);
    const RoleTable two = roles(many_actors(), halves(), options);
    set_threads(0);
    for (std::size_t v = 0; v < 20; ++v) EXPECT_EQ(one.actors[v].p, two.actors[v].p);
    EXPECT_EQ(one.total.p, two.total.p);
}

}  // namespace
}  // namespace coopnet::brokerage
