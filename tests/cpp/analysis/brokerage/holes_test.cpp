#include <coopnet/analysis/brokerage/constraint.hpp>
#include <coopnet/analysis/brokerage/effective_size.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace coopnet::brokerage {
namespace {

using support::Matrix;
using support::Ties;
using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsNan;

/// A question about structural holes, asked in one line.
template <auto Directed, auto Undirected>
struct Ask {
    template <Direction D>
    static Scores of(const Csr<D>& view, const std::vector<double>& strengths = {}, ConstraintOptions options = {}) {
        Monitor monitor;
        if constexpr (D == Direction::directed) {
            return Directed(view, strengths, options, monitor);
        } else {
            return Undirected(view, strengths, options, monitor);
        }
    }
};
using Constraint = Ask<constraint<Direction::directed>, constraint<Direction::undirected>>;
using Hierarchy = Ask<hierarchy<Direction::directed>, hierarchy<Direction::undirected>>;
using EffectiveSize = Ask<effective_size<Direction::directed>, effective_size<Direction::undirected>>;
using Efficiency = Ask<efficiency<Direction::directed>, efficiency<Direction::undirected>>;

// Borgatti (1997), "Structural holes: unpacking Burt's redundancy measures", Connections
// 20(1): seven actors A to G, here 0 to 6.
Ugraph borgatti() {
    return {7, {{0, 1}, {0, 5}, {0, 6}, {0, 4}, {4, 6}, {5, 6}, {1, 6}, {1, 3}, {3, 6}, {6, 2}}};
}

TEST(Holes, OfBorgattisSevenActorsAreThePublishedOnes) {
    const auto size = EffectiveSize::of(borgatti()).values;
    EXPECT_NEAR(size[6], 4.67, 0.005);
    EXPECT_NEAR(size[0], 2.50, 0.005);
    EXPECT_EQ(size[2], 1);
    EXPECT_NEAR(Efficiency::of(borgatti()).values[6], 0.78, 0.005);
    const auto constraints = Constraint::of(borgatti()).values;
    EXPECT_NEAR(constraints[6], 0.400, 0.0005);
    EXPECT_NEAR(constraints[0], 0.595, 0.0005);
    EXPECT_EQ(constraints[2], 1);
}

TEST(Holes, OfAStarAreOpen) {
    const auto star = support::star<Direction::undirected>(4);
    EXPECT_THAT(Constraint::of(star).values, ElementsAre(0.25, 1, 1, 1, 1));
    EXPECT_THAT(EffectiveSize::of(star).values, ElementsAre(4, 1, 1, 1, 1));
    EXPECT_THAT(Efficiency::of(star).values, Each(1));
    EXPECT_EQ(Hierarchy::of(star).values[0], 0);
}

TEST(Holes, OfAnActorThatReliesOnOneContactAreInAHierarchy) {
    const Ugraph fork{3, {{0, 1}, {0, 2}}};
    const auto spread = [&](double strong) { return Hierarchy::of(fork, {strong, 1}).values[0]; };
    EXPECT_EQ(spread(1), 0);
    EXPECT_LT(spread(2), spread(5));
    EXPECT_GT(spread(1000), 0.999);
    EXPECT_LE(spread(1000), 1);
}

TEST(Holes, OfACompleteNetworkAreClosed) {
    for (const std::uint32_t count : {3U, 5U}) {
        const double others = count - 1;
        const double share = (1 + (others - 1) / others) / others;
        EXPECT_THAT(Constraint::of(support::complete(count)).values, Each(DoubleNear(others * share * share, 1e-15)));
        EXPECT_THAT(EffectiveSize::of(support::complete(count)).values, Each(DoubleNear(1, 1e-15)));
        EXPECT_THAT(Hierarchy::of(support::complete(count)).values, Each(DoubleNear(0, 1e-15)));
    }
}

TEST(Holes, AreUndefinedWithoutContacts) {
    for (const auto& ask : {Constraint::of<Direction::directed>, Hierarchy::of<Direction::directed>,
                            EffectiveSize::of<Direction::directed>, Efficiency::of<Direction::directed>}) {
        EXPECT_THAT(ask(Digraph{}, {}, {}).values, IsEmpty());
        const Scores alone = ask(Digraph{1, {{0, 0}}}, {}, {});
        EXPECT_THAT(alone.values, ElementsAre(IsNan()));
        EXPECT_FALSE(alone.why.empty());
        for (const double bad : {0.0, -1.0, std::nan("")}) {
            EXPECT_THROW(ask(Digraph{2, {{0, 1}}}, {bad}, {}), InvalidWeight) << bad;
        }
    }
    const Ugraph pair{2, {{0, 1}}};
    EXPECT_THAT(Constraint::of(pair).values, Each(1));
    EXPECT_THAT(Hierarchy::of(pair).values, Each(IsNan()));
    EXPECT_FALSE(Hierarchy::of(pair).why.empty());
    EXPECT_TRUE(Constraint::of(pair).why.empty());
}

TEST(Holes, LeaveOutWhomNoTieLeavesIfAsked) {
    const Digraph chain{3, {{0, 1}, {1, 2}, {2, 2}}};
    for (const auto& ask : {Constraint::of<Direction::directed>, EffectiveSize::of<Direction::directed>}) {
        const Scores all = ask(chain, {}, {});
        const Scores senders = ask(chain, {}, {.sinks = false});
        EXPECT_THAT(senders.values, ElementsAre(all.values[0], all.values[1], IsNan()));
        EXPECT_FALSE(senders.why.empty());
        EXPECT_TRUE(all.why.empty());
    }
    EXPECT_THAT(Constraint::of(Ugraph{2, {{0, 1}}}, {}, {.sinks = false}).values, Each(1));
}

TEST(Holes, StopWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(constraint(support::complete(3), {}, {}, monitor), Cancelled);
    EXPECT_THROW(effective_size(support::complete(3), {}, {}, monitor), Cancelled);
}

// --- by definition: Burt's formulas on the whole matrix -----------------------------

struct Burt {
    Matrix a;  // both directions added up, no loops
    bool ego = false;

    [[nodiscard]] std::size_t size() const { return a.size(); }
    // Does a tie between these two count, seen from ego?
    [[nodiscard]] bool counts(std::size_t ego_actor, std::size_t u, std::size_t v) const {
        const auto inside = [&](std::size_t w) { return w == ego_actor || a[ego_actor][w] > 0; };
        return !ego || (inside(u) && inside(v));
    }
    [[nodiscard]] double invested(std::size_t ego_actor, std::size_t u, std::size_t v) const {
        double all = 0;
        for (std::size_t w = 0; w < size(); ++w) {
            if (counts(ego_actor, u, w)) all += a[u][w];
        }
        return a[u][v] / all;
    }
    [[nodiscard]] double marginal(std::size_t ego_actor, std::size_t u, std::size_t v) const {
        double most = 0;
        for (std::size_t w = 0; w < size(); ++w) {
            if (counts(ego_actor, u, w)) most = std::max(most, a[u][w]);
        }
        return a[u][v] / most;
    }
    [[nodiscard]] std::vector<std::size_t> contacts(std::size_t i) const {
        std::vector<std::size_t> contacts;
        for (std::size_t j = 0; j < size(); ++j) {
            if (a[i][j] > 0) contacts.push_back(j);
        }
        return contacts;
    }
    [[nodiscard]] double dyadic(std::size_t i, std::size_t j) const {
        double sum = invested(i, i, j);
        for (const std::size_t q : contacts(i)) {
            if (q != j) sum += invested(i, i, q) * invested(i, q, j);
        }
        return sum * sum;
    }
    [[nodiscard]] double constraint(std::size_t i) const {
        double sum = 0;
        for (const std::size_t j : contacts(i)) sum += dyadic(i, j);
        return sum;
    }
    [[nodiscard]] double effective_size(std::size_t i) const {
        double sum = 0;
        for (const std::size_t j : contacts(i)) {
            double redundant = 0;
            for (const std::size_t q : contacts(i)) {
                if (q != j) redundant += invested(i, i, q) * marginal(i, j, q);
            }
            sum += 1 - redundant;
        }
        return sum;
    }
    [[nodiscard]] double hierarchy(std::size_t i) const {
        const auto count = static_cast<double>(contacts(i).size());
        double sum = 0;
        for (const std::size_t j : contacts(i)) {
            const double ratio = dyadic(i, j) / (constraint(i) / count);
            sum += ratio * std::log(ratio);
        }
        return sum / (count * std::log(count));
    }
};

Burt burt(const support::RandomGraph& graph, bool directed, const std::vector<double>& strengths, bool ego) {
    const Matrix one_way = support::strength_matrix(graph, directed, strengths);
    Burt burt{one_way, ego};
    for (std::size_t i = 0; i < burt.size(); ++i) {
        for (std::size_t j = 0; j < burt.size(); ++j) burt.a[i][j] = i == j ? 0 : one_way[i][j] + one_way[j][i];
    }
    return burt;
}

template <Direction D>
void compare(const support::RandomGraph& graph, bool weighted, bool ego) {
    const std::vector<double> strengths = weighted ? graph.costs() : std::vector<double>(graph.edges.size(), 1.0);
    const Burt expected = burt(graph, D == Direction::directed, strengths, ego);
    const auto view = graph.view<D>();
    const std::vector<double> given = weighted ? strengths : std::vector<double>{};
    const ConstraintOptions options{.ego_network = ego};
    const auto constraints = Constraint::of(view, given, options).values;
    const auto hierarchies = Hierarchy::of(view, given, options).values;
    const auto sizes = EffectiveSize::of(view, given, options).values;
    const auto efficiencies = Efficiency::of(view, given, options).values;
    for (std::size_t v = 0; v < graph.count; ++v) {
        const std::size_t contacts = expected.contacts(v).size();
        EXPECT_EQ(std::isnan(constraints[v]), contacts == 0);
        EXPECT_EQ(std::isnan(hierarchies[v]), contacts < 2);
        if (contacts == 0) continue;
        EXPECT_NEAR(constraints[v], expected.constraint(v), 1e-12);
        EXPECT_NEAR(sizes[v], expected.effective_size(v), 1e-12);
        EXPECT_NEAR(efficiencies[v], expected.effective_size(v) / static_cast<double>(contacts), 1e-12);
        if (contacts > 1) {
            EXPECT_NEAR(hierarchies[v], std::max(0.0, expected.hierarchy(v)), 1e-12);
        }
    }
}

TEST(Holes, AreWhatBurtsFormulasGive) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        for (const bool weighted : {false, true}) {
            for (const bool ego : {false, true}) {
                compare<Direction::directed>(support::random_graph(seed, Ties::directed), weighted, ego);
                compare<Direction::directed>(support::random_graph(seed, Ties::mixed), weighted, ego);
                compare<Direction::undirected>(support::random_graph(seed, Ties::undirected), weighted, ego);
            }
        }
    }
}

// Without weights and directions Burt's effective size is Borgatti's n − 2t/n.
TEST(EffectiveSize, IsBorgattisWhereTiesAreAlike) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const auto graph = support::random_graph(seed, Ties::undirected);
        // One edge a pair: parallel ones would be stronger.
        std::vector<EdgeSpec> edges;
        for (const EdgeSpec& edge : graph.edges) {
            const bool known = std::ranges::any_of(edges, [&](const EdgeSpec& other) {
                return std::minmax(edge.source, edge.target) == std::minmax(other.source, other.target);
            });
            if (!known) edges.push_back(edge);
        }
        const auto has = [&](Vertex u, Vertex v) {
            return u != v && std::ranges::any_of(edges, [&](const EdgeSpec& edge) {
                       return std::minmax(edge.source, edge.target) == std::minmax(u, v);
                   });
        };
        const auto sizes = EffectiveSize::of(Ugraph{graph.count, edges}).values;
        for (Vertex v = 0; v < graph.count; ++v) {
            double contacts = 0, ties = 0;
            for (Vertex u = 0; u < graph.count; ++u) {
                if (!has(v, u)) continue;
                ++contacts;
                for (Vertex w = 0; w < u; ++w) ties += has(v, w) && has(u, w) ? 1 : 0;
            }
            if (contacts > 0) {
                EXPECT_NEAR(sizes[v], contacts - 2 * ties / contacts, 1e-12) << seed;
            }
        }
    }
}

}  // namespace
}  // namespace coopnet::brokerage
