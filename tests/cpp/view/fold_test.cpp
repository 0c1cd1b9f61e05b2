#include "support/graphs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/view/fold.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace coopnet {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::ThrowsMessage;

struct Said {
    Vertex source;
    Vertex target;
    double weight = 1;
    bool directed = true;
    bool affiliation = false;
};

// What `select` would hand over for ties said so; vertices are called a, b, c …
Selection selection(std::uint32_t vertices, const std::vector<Said>& ties,
                    WeightMeaning meaning = WeightMeaning::none) {
    Selection made;
    std::vector<std::string> keys;
    for (std::uint32_t v = 0; v < vertices; ++v) {
        keys.emplace_back(1, static_cast<char>('a' + v));
        made.actors.push_back(row<ActorRow>(v));
    }
    made.names = std::make_shared<const Names>(std::move(keys));
    made.forum.assign(vertices, false);
    made.meaning = meaning;
    for (const Said& tie : ties) {
        made.ties.push_back(row<TieRow>(made.ties.size()));
        made.sources.push_back(tie.source);
        made.targets.push_back(tie.target);
        made.directed.push_back(tie.directed);
        made.affiliation.push_back(tie.affiliation);
        if (meaning != WeightMeaning::none) made.weights.push_back(tie.weight);
        if (tie.affiliation) made.forum[tie.target] = true;
        bool& one_way = tie.affiliation ? made.directed_affiliations : made.directed_ties;
        one_way = one_way || tie.directed;
    }
    return made;
}

const std::vector<EdgeSpec>& edges_of(const View& view) {
    return std::visit([](const auto& graph) -> const std::vector<EdgeSpec>& { return graph.edges(); }, view.csr);
}

bool is_directed(const View& view) {
    return std::holds_alternative<Digraph>(view.csr);
}

// --- the oracle: every way that can be gone, from actor to actor -------------------

struct Way {
    std::vector<double> weights;
    std::multiset<TieRow> ties;
    std::set<EdgeId> edges;
};
using Ways = std::map<std::pair<std::string, std::string>, Way>;

Ways ways_of(const View& view) {
    Ways ways;
    const auto& edges = edges_of(view);
    for (EdgeId id = 0; id < edges.size(); ++id) {
        const auto go = [&](Vertex from, Vertex to) {
            Way& way = ways[{(*view.names)[from], (*view.names)[to]}];
            way.weights.push_back(edges[id].weight);
            way.edges.insert(id);
            for (const TieRow tie : view.ties(id)) way.ties.insert(tie);
        };
        go(edges[id].source, edges[id].target);
        const bool back = (!is_directed(view) || edges[id].both_ways) && edges[id].source != edges[id].target;
        if (back) go(edges[id].target, edges[id].source);
    }
    return ways;
}

Ways expected_ways(const Selection& from, const std::vector<Said>& ties) {
    Ways ways;
    for (std::size_t i = 0; i < ties.size(); ++i) {
        const Said& tie = ties[i];
        const auto go = [&](Vertex a, Vertex b) {
            Way& way = ways[{(*from.names)[a], (*from.names)[b]}];
            way.weights.push_back(tie.weight);
            way.ties.insert(row<TieRow>(i));
        };
        if (tie.weight <= 0 && from.meaning != WeightMeaning::cost) continue;
        go(tie.source, tie.target);
        if (!tie.directed && tie.source != tie.target) go(tie.target, tie.source);
    }
    return ways;
}

double merged(const std::vector<double>& weights, Parallel rule) {
    if (rule == Parallel::count) return static_cast<double>(weights.size());
    if (rule == Parallel::max) return *std::ranges::max_element(weights);
    if (rule == Parallel::min) return *std::ranges::min_element(weights);
    double sum = 0;
    for (const double weight : weights) sum += weight;
    return sum;
}

std::vector<Said> random_ties(std::mt19937& random, std::uint32_t vertices, bool some_directed, bool some_undirected) {
    std::vector<Said> ties;
    for (std::uint32_t i = support::below(random, 12); i > 0; --i) {
        const bool directed = some_directed && (!some_undirected || support::below(random, 2) == 0);
        ties.push_back({support::below(random, vertices), support::below(random, vertices),
                        static_cast<double>(support::below(random, 5)), directed});
    }
    return ties;
}

TEST(Fold, MergesParallelTiesAsAListOfAllWaysDoes) {
    std::mt19937 random{4};
    for (int round = 0; round < 3000; ++round) {
        const std::uint32_t vertices = 1 + support::below(random, 5);
        const auto ties = random_ties(random, vertices, round % 3 != 0, round % 3 != 1);
        const auto meaning = round % 2 == 0 ? WeightMeaning::strength : WeightMeaning::cost;
        const auto selected = selection(vertices, ties, meaning);
        for (const Parallel rule : {Parallel::sum, Parallel::max, Parallel::min, Parallel::count}) {
            const View view = fold(selected, {.parallel = rule});
            const Ways found = ways_of(view);
            Ways expected = expected_ways(selected, ties);
            ASSERT_EQ(found.size(), expected.size());
            for (const auto& [ends, way] : found) {
                ASSERT_EQ(way.weights.size(), 1U);
                ASSERT_EQ(way.weights[0], merged(expected[ends].weights, rule));
                ASSERT_EQ(way.ties, expected[ends].ties);
            }
        }
    }
}

TEST(Fold, SharesOneIdBetweenTwoWaysExactlyWhereNoTieIsDirected) {
    std::mt19937 random{5};
    for (int round = 0; round < 1000; ++round) {
        const auto ties = random_ties(random, 3, true, true);
        const auto selected = selection(3, ties);
        const View view = fold(selected, {.parallel = Parallel::sum});
        const Ways ways = ways_of(view);
        std::set<std::pair<std::string, std::string>> directed;
        for (const Said& tie : ties) {
            const auto& names = *selected.names;
            if (tie.directed) directed.insert({names[tie.source], names[tie.target]});
        }
        for (const auto& [ends, way] : ways) {
            const std::pair back{ends.second, ends.first};
            if (!ways.contains(back) || ends.first == ends.second) continue;
            const bool one_way_somewhere = directed.contains(ends) || directed.contains(back);
            ASSERT_EQ(way.edges == ways.at(back).edges, !one_way_somewhere);
        }
    }
}

TEST(Fold, KeepsParallelTiesAsTheyAreAndInOrder) {
    const View view = fold(selection(2, {{1, 0, 1, true}, {0, 1, 1, false}, {1, 0, 1, true}}), {});
    const auto& edges = edges_of(view);
    ASSERT_EQ(edges.size(), 3U);
    EXPECT_EQ(edges[1].source, 0U);
    EXPECT_TRUE(edges[1].both_ways);
    for (EdgeId id = 0; id < 3; ++id) EXPECT_THAT(view.ties(id), ElementsAre(row<TieRow>(id)));
}

TEST(Fold, PutsAMergedEdgeWhereItsFirstTieStood) {
    const View view = fold(selection(3, {{0, 1}, {1, 2}, {0, 1}}), {.parallel = Parallel::sum});
    EXPECT_EQ(edges_of(view)[0].target, 1U);
    EXPECT_THAT(view.ties(0), ElementsAre(TieRow{0}, TieRow{2}));
    EXPECT_THAT(view.ties(1), ElementsAre(TieRow{1}));
}

TEST(Fold, MergesByWhatTheWeightMeansUnlessTold) {
    const std::vector<Said> ties{{0, 1, 0.25}, {0, 1, 0.5}};
    const auto weight = [&](WeightMeaning meaning) {
        return edges_of(fold(selection(2, ties, meaning), {.parallel = Parallel::automatic}))[0].weight;
    };
    EXPECT_EQ(weight(WeightMeaning::strength), 0.75);
    EXPECT_EQ(weight(WeightMeaning::capacity), 0.75);
    EXPECT_EQ(weight(WeightMeaning::cost), 0.25);
    EXPECT_EQ(weight(WeightMeaning::probability), 0.5);
}

TEST(Fold, CallsAWeightThatIsNothingNoTieUnlessItIsACost) {
    const std::vector<Said> ties{{0, 1, 0}};
    EXPECT_THAT(edges_of(fold(selection(2, ties, WeightMeaning::strength), {})), IsEmpty());
    EXPECT_THAT(edges_of(fold(selection(2, ties, WeightMeaning::probability), {})), IsEmpty());
    EXPECT_THAT(edges_of(fold(selection(2, ties, WeightMeaning::capacity), {})), IsEmpty());
    EXPECT_EQ(edges_of(fold(selection(2, ties, WeightMeaning::cost), {})).size(), 1U);
}

TEST(Fold, RefusesWeightsByTheEndsOfTheirTieAndTheirSize) {
    const auto refused = [](double weight, WeightMeaning meaning, const std::string& part) {
        EXPECT_THAT([&] { fold(selection(4, {{3, 1, weight}}, meaning), {}); },
                    ThrowsMessage<InvalidWeight>(HasSubstr(part)));
    };
    refused(-2, WeightMeaning::cost, "The tie d → b has the weight -2, which is negative or not finite.");
    refused(std::numeric_limits<double>::infinity(), WeightMeaning::strength, "has the weight inf");
    refused(std::numeric_limits<double>::quiet_NaN(), WeightMeaning::capacity, "has the weight nan");
    refused(1.5, WeightMeaning::probability, "has the weight 1.5, which is no probability from 0 to 1.");
}

TEST(Fold, TakesACapacityWithoutLimit) {
    constexpr double unlimited = std::numeric_limits<double>::infinity();
    const View view = fold(selection(2, {{0, 1, unlimited}}, WeightMeaning::capacity), {});
    EXPECT_THAT(view.weights(), ElementsAre(unlimited));
    EXPECT_THROW(fold(selection(2, {{0, 1, -unlimited}}, WeightMeaning::capacity), {}), InvalidWeight);
}

TEST(Fold, LeavesOutLoopsAndIsolatesWhenAsked) {
    const auto selected = selection(3, {{0, 0}, {1, 2}});
    EXPECT_EQ(edges_of(fold(selected, {})).size(), 2U);
    EXPECT_EQ(edges_of(fold(selected, {.loops = false})).size(), 1U);
    EXPECT_THAT(fold(selected, {.isolates = false}).names->keys(), ElementsAre("a", "b", "c"));
    const View view = fold(selected, {.loops = false, .isolates = false});
    EXPECT_THAT(view.names->keys(), ElementsAre("b", "c"));
    EXPECT_THAT(view.actors, ElementsAre(ActorRow{1}, ActorRow{2}));
    EXPECT_EQ(edges_of(view)[0].source, 0U);
}

TEST(Fold, RunsDirectedTiesBackwardsWhenReversed) {
    auto selected = selection(2, {{0, 1, 1, true}, {0, 1, 1, false}});
    selected.reversed = true;
    const auto ways = ways_of(fold(selected, {}));
    EXPECT_EQ(ways.at({"a", "b"}).weights.size(), 1U);
    EXPECT_EQ(ways.at({"b", "a"}).weights.size(), 2U);
}

// --- affiliations -----------------------------------------------------------------

std::vector<Said> random_memberships(std::mt19937& random) {
    std::vector<Said> ties;
    for (std::uint32_t i = support::below(random, 15); i > 0; --i) {
        ties.push_back({support::below(random, 4), 4 + support::below(random, 3), 1, true, true});
    }
    return ties;
}

// What two members share, forum by forum.
struct Common {
    double count = 0;
    double newman = 0;
    double either = 0;
    std::multiset<TieRow> ties;
};

Common in_common(const std::vector<Said>& ties, Vertex a, Vertex b) {
    Common common;
    for (Vertex forum = 4; forum < 7; ++forum) {
        std::set<Vertex> members;
        std::multiset<TieRow> evidence;
        for (std::size_t i = 0; i < ties.size(); ++i) {
            if (ties[i].target != forum) continue;
            members.insert(ties[i].source);
            if (ties[i].source == a || ties[i].source == b) evidence.insert(row<TieRow>(i));
        }
        if (members.contains(a) || members.contains(b)) ++common.either;
        if (!members.contains(a) || !members.contains(b)) continue;
        ++common.count;
        common.newman += 1.0 / (static_cast<double>(members.size()) - 1);
        common.ties.insert(evidence.begin(), evidence.end());
    }
    return common;
}

TEST(Fold, JoinsMembersByTheForumsTheyShare) {
    std::mt19937 random{6};
    for (int round = 0; round < 500; ++round) {
        const auto ties = random_memberships(random);
        const auto selected = selection(7, ties);
        for (const auto rule : {Affiliations::count, Affiliations::newman, Affiliations::jaccard}) {
            const View view = fold(selected, {.affiliations = rule});
            ASSERT_FALSE(is_directed(view));
            ASSERT_EQ(view.meaning, WeightMeaning::strength);
            auto ways = ways_of(view);
            for (Vertex a = 0; a < 4; ++a) {
                for (Vertex b = a + 1; b < 4; ++b) {
                    const Common common = in_common(ties, a, b);
                    const auto found = ways.extract({(*selected.names)[a], (*selected.names)[b]});
                    ways.erase({(*selected.names)[b], (*selected.names)[a]});
                    ASSERT_EQ(found.empty(), common.count == 0);
                    if (found.empty()) continue;
                    const double expected = rule == Affiliations::count    ? common.count
                                            : rule == Affiliations::newman ? common.newman
                                                                           : common.count / common.either;
                    ASSERT_THAT(found.mapped().weights, ElementsAre(DoubleNear(expected, 1e-12)));
                    ASSERT_EQ(found.mapped().ties, common.ties);
                }
            }
            ASSERT_THAT(ways, IsEmpty());
        }
    }
}

const std::vector<Said> two_members{{0, 2, 1, true, true}, {1, 2, 1, true, true}};

TEST(Fold, TakesForumsAwayWithEveryTieThatEndsInThem) {
    auto ties = two_members;
    ties.push_back({0, 2});  // no affiliation, but to the forum
    const View view = fold(selection(4, ties), {.affiliations = Affiliations::count, .isolates = false});
    EXPECT_THAT(view.names->keys(), ElementsAre("a", "b"));
    EXPECT_EQ(edges_of(view).size(), 1U);
}

TEST(Fold, FoldsTheSameWhenReversed) {
    auto selected = selection(3, two_members);
    selected.reversed = true;
    const View view = fold(selected, {.affiliations = Affiliations::count});
    EXPECT_THAT(view.names->keys(), ElementsAre("a", "b"));
    EXPECT_EQ(edges_of(view).size(), 1U);
}

TEST(Fold, CallsNoOneAMemberByATieOfNoStrengthOrOfItself) {
    const std::vector<Said> ties{{0, 2, 1, true, true}, {1, 2, 0, true, true}, {2, 2, 1, true, true}};
    const auto selected = selection(3, ties, WeightMeaning::strength);
    EXPECT_THAT(edges_of(fold(selected, {.affiliations = Affiliations::count})), IsEmpty());
}

TEST(Fold, LeavesTheViewUndirectedWhereOnlyAffiliationsWereDirected) {
    EXPECT_TRUE(is_directed(fold(selection(3, two_members), {})));
    EXPECT_FALSE(is_directed(fold(selection(3, two_members), {.affiliations = Affiliations::count})));
    auto ties = two_members;
    ties.push_back({0, 1});
    const View mixed = fold(selection(3, ties), {.affiliations = Affiliations::count});
    EXPECT_TRUE(is_directed(mixed));
    EXPECT_TRUE(edges_of(mixed)[1].both_ways);
}

TEST(Fold, RefusesToFoldUnderAWeightThatIsNoStrength) {
    for (const auto meaning : {WeightMeaning::cost, WeightMeaning::probability, WeightMeaning::capacity}) {
        EXPECT_THROW(fold(selection(3, two_members, meaning), {.affiliations = Affiliations::count}), InvalidOption);
    }
}

// --- costs ------------------------------------------------------------------------

TEST(Costs, FollowFromWhatTheWeightMeans) {
    const auto of = [](WeightMeaning meaning, double weight) {
        return costs(fold(selection(2, {{0, 1, weight}}, meaning), {}));
    };
    EXPECT_THAT(of(WeightMeaning::cost, 3), ElementsAre(3));
    EXPECT_THAT(of(WeightMeaning::strength, 4), ElementsAre(0.25));
    EXPECT_THAT(of(WeightMeaning::probability, 0.5), ElementsAre(DoubleNear(std::log(2), 1e-15)));
    EXPECT_THROW(of(WeightMeaning::capacity, 1), InvalidWeight);
}

TEST(Costs, AreNeverNothingSinceASureStepIsAStep) {
    EXPECT_THAT(costs(fold(selection(2, {{0, 1, 0}}, WeightMeaning::cost), {})), ElementsAre(1e-9));
    EXPECT_THAT(costs(fold(selection(2, {{0, 1, 1}}, WeightMeaning::probability), {})), ElementsAre(1e-9));
}

TEST(Costs, AreStepsWithoutAWeightAndWhereTiesAreCounted) {
    EXPECT_THAT(costs(fold(selection(2, {{0, 1}}), {})), IsEmpty());
    const View counted = fold(selection(2, {{0, 1}, {0, 1}}), {.parallel = Parallel::count});
    EXPECT_THAT(counted.weights(), ElementsAre(2));
    EXPECT_THAT(costs(counted), IsEmpty());
}

TEST(Costs, RefuseAStrengthTooSmallToHaveOne) {
    EXPECT_THROW(costs(fold(selection(2, {{0, 1, 1e-320}}, WeightMeaning::strength), {})), InvalidWeight);
}

}  // namespace
}  // namespace coopnet
