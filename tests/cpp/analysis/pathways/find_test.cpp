// Pathways that fit a pattern against all pathways there are, each judged by the definition
// of its pattern: where could its parts begin and end? Nothing is shared with the kernel.
#include <coopnet/analysis/pathways/find.hpp>
#include <coopnet/analysis/pathways/pareto.hpp>
#include <coopnet/analysis/pathways/through.hpp>
#include <coopnet/core/compare.hpp>
#include <coopnet/core/error.hpp>

#include "support/all_pathways.hpp"
#include "support/graphs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <set>
#include <string>
#include <tuple>

namespace coopnet::pathways {
namespace {

using support::below;
using support::Walked;
using ::testing::DoubleNear;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pointwise;
using ::testing::ThrowsMessage;

constexpr std::size_t kinds = 3;  // of ties: r0, r1, r2; of actors: k0, k1, k2

struct Instance {
    std::vector<EdgeSpec> edges;
    std::vector<std::uint32_t> relations;  // by edge
    std::vector<std::uint32_t> actors;     // by vertex: its kind
    std::uint32_t vertices = 0;
    bool directed = false;
    Vertex source = 0;
    Vertex target = 0;

    // Each edge at its place, and again in the other direction.
    [[nodiscard]] bool along(EdgeId edge, Vertex from) const {
        return edges[edge].source == from || !directed || edges[edge].both_ways;
    }
    [[nodiscard]] bool against(EdgeId edge, Vertex from) const {
        return edges[edge].target == from || !directed || edges[edge].both_ways;
    }
};

Instance instance(std::mt19937& random) {
    Instance made;
    made.vertices = 1 + below(random, 6);
    made.directed = below(random, 2) == 0;
    const bool mixed = made.directed && below(random, 2) == 0;
    made.edges = support::random_edges(random, made.vertices, below(random, 16), mixed);
    for (std::size_t i = 0; i < made.edges.size(); ++i) made.relations.push_back(below(random, kinds));
    for (std::size_t i = 0; i < made.vertices; ++i) made.actors.push_back(below(random, kinds));
    made.source = below(random, made.vertices);
    made.target = below(random, made.vertices);
    return made;
}

Labels labels(const Instance& given) {
    const auto column = [](std::string name, std::string letter, const std::vector<std::uint32_t>& values) {
        LabelColumn made{.name = std::move(name)};
        for (std::size_t i = 0; i < kinds; ++i) made.words.push_back(letter + std::to_string(i));
        made.values = values;
        for (std::uint32_t i = 0; i < values.size(); ++i) made.offsets.push_back(i + 1);
        return made;
    };
    return {.actors = {column("kind", "k", given.actors)},
            .ties = {column("relation", "r", given.relations)},
            .actor_names = {"id", "kind"},
            .tie_names = {"id", "relation"}};
}

// --- patterns by their definition -----------------------------------------------------

struct Asked {
    enum class Kind { any, relation, actor, chain, choice, repeat } kind = Kind::any;
    bool against = false;
    bool among = true;
    std::uint32_t which = 0;
    std::vector<Asked> parts;
    std::uint32_t least = 0;
    std::uint32_t most = 0;  // 99: any number

    [[nodiscard]] std::string text() const {
        const std::string back = against ? "-" : "";
        switch (kind) {
            case Kind::any:
                return back + ".";
            case Kind::relation:
                return back + (among ? "" : "relation!=") + "r" + std::to_string(which);
            case Kind::actor:
                return std::string{"[kind"} + (among ? "=" : "!=") + "k" + std::to_string(which) + "]";
            case Kind::chain:
                return parts[0].text() + " " + parts[1].text();
            case Kind::choice:
                return "(" + parts[0].text() + "|" + parts[1].text() + ")";
            case Kind::repeat:
                break;
        }
        const std::string inner = "(" + parts[0].text() + ")";
        if (most == 99 && least < 2) return inner + (least == 0 ? "*" : "+");
        if (least == 0 && most == 1) return inner + "?";
        return inner + "{" + std::to_string(least) + "," + (most == 99 ? "" : std::to_string(most)) + "}";
    }

    // Where on the way this part can end if it begins after so many steps.
    [[nodiscard]] std::set<std::size_t> ends(const Instance& given, const Walked& way, std::size_t at) const {
        switch (kind) {
            case Kind::any:
            case Kind::relation: {
                if (at == way.edges.size()) return {};
                const EdgeId edge = way.edges[at];
                const Vertex from = way.vertices[at];
                const bool runs = against ? given.against(edge, from) : given.along(edge, from);
                const bool fits = kind == Kind::any || (given.relations[edge] == which) == among;
                return runs && fits ? std::set{at + 1} : std::set<std::size_t>{};
            }
            case Kind::actor:
                return (given.actors[way.vertices[at]] == which) == among ? std::set{at} : std::set<std::size_t>{};
            case Kind::chain: {
                std::set<std::size_t> all;
                for (const std::size_t middle : parts[0].ends(given, way, at))
                    all.merge(parts[1].ends(given, way, middle));
                return all;
            }
            case Kind::choice: {
                auto all = parts[0].ends(given, way, at);
                all.merge(parts[1].ends(given, way, at));
                return all;
            }
            case Kind::repeat:
                break;
        }
        std::set<std::size_t> now{at}, all;
        for (std::uint32_t times = 0; times <= most && times < 20; ++times) {
            if (times >= least) all.insert(now.begin(), now.end());
            std::set<std::size_t> next;
            for (const std::size_t one : now) next.merge(parts[0].ends(given, way, one));
            now = std::move(next);
        }
        return all;
    }
};

Asked asked(std::mt19937& random, std::uint32_t depth) {
    const std::uint32_t draw = below(random, depth == 0 ? 3 : 7);
    using Kind = Asked::Kind;
    Asked made;
    made.against = below(random, 4) == 0;
    made.among = below(random, 4) != 0;
    made.which = below(random, kinds);
    const auto part = [&] { made.parts.push_back(asked(random, depth - 1)); };
    if (draw <= 2) made.kind = std::array{Kind::any, Kind::relation, Kind::actor}[draw];
    if (draw == 3 || draw == 4) {
        made.kind = draw == 3 ? Kind::chain : Kind::choice;
        part();
        part();
    }
    if (draw > 4) {
        made.kind = Kind::repeat;
        part();
        made.least = below(random, 3);
        made.most = below(random, 2) == 0 ? 99 : made.least + below(random, 3);
        if (made.most == 0) made.most = 1;
    }
    return made;
}

// --- all pathways, judged and put in order --------------------------------------------

struct Judged {
    double value;  // what is to be small
    Walked way;
};

std::vector<std::pair<Vertex, EdgeId>> steps_of(const Walked& way) {
    std::vector<std::pair<Vertex, EdgeId>> steps;
    for (std::size_t i = 0; i < way.edges.size(); ++i) steps.emplace_back(way.vertices[i + 1], way.edges[i]);
    return steps;
}

void put_in_order(std::vector<Judged>& ways) {
    std::ranges::sort(ways, [](const Judged& a, const Judged& b) {
        if (!nearly_equal(a.value, b.value)) return a.value < b.value;
        return std::pair{a.way.edges.size(), steps_of(a.way)} < std::pair{b.way.edges.size(), steps_of(b.way)};
    });
}

double sum(const std::vector<double>& numbers, const Walked& way) {
    double total = 0;
    for (const EdgeId edge : way.edges) total += numbers[edge];
    return total;
}
double product(const std::vector<double>& numbers, const Walked& way) {
    double total = 1;
    for (const EdgeId edge : way.edges) total *= numbers[edge];
    return total;
}
double least(const std::vector<double>& numbers, const Walked& way) {
    double smallest = std::numeric_limits<double>::infinity();
    for (const EdgeId edge : way.edges) smallest = std::min(smallest, numbers[edge]);
    return smallest;
}

std::vector<double> weights(const Instance& given, double unit) {
    std::vector<double> numbers;
    for (const EdgeSpec& edge : given.edges) numbers.push_back(edge.weight * unit);
    return numbers;
}

Pathways ask(const Instance& given, const Wish& wish, const Measure& measure, const std::vector<Limit>& limits,
             FindOptions options) {
    Monitor monitor;
    const auto edges = static_cast<std::uint32_t>(given.edges.size());
    const Admission admitted = admit(wish, labels(given), given.vertices, edges);
    if (given.directed) {
        return find(Digraph{given.vertices, given.edges}, admitted, measure, limits, given.source, given.target,
                    options, monitor);
    }
    return find(Ugraph{given.vertices, given.edges}, admitted, measure, limits, given.source, given.target, options,
                monitor);
}

void expect_same(const Pathways& found, const std::vector<Judged>& expected, std::size_t k, const std::string& what) {
    ASSERT_EQ(found.items.size(), std::min(k, expected.size())) << what;
    for (std::size_t i = 0; i < found.items.size(); ++i) {
        ASSERT_EQ(found.items[i].vertices, expected[i].way.vertices) << what << ", pathway " << i;
        ASSERT_EQ(found.items[i].edges, expected[i].way.edges) << what << ", pathway " << i;
    }
    EXPECT_FALSE(found.partial) << what;
}

TEST(Find, GivesThePathwaysThatFitThePatternInTheirOrder) {
    std::size_t fitting = 0;
    for (std::uint32_t seed = 0; seed < 4000; ++seed) {
        std::mt19937 random{seed};
        const Instance given = instance(random);
        const Asked pattern = asked(random, 3);
        const auto costs = weights(given, 0.1);
        std::vector<Judged> expected;
        for (Walked& way : support::all_pathways(given.edges, false, given.vertices, given.source, given.target)) {
            if (!pattern.ends(given, way, 0).contains(way.edges.size())) continue;
            const double total = sum(costs, way);
            expected.push_back({total, std::move(way)});
        }
        put_in_order(expected);
        fitting += expected.size();
        for (const std::uint64_t k : {1U, 3U, 100000U}) {
            const auto found =
                ask(given, {.pattern = parse_pattern(pattern.text())}, {Aim::least, costs}, {}, {.k = k});
            expect_same(found, expected, k, "seed " + std::to_string(seed) + ": " + pattern.text());
        }
    }
    EXPECT_GT(fitting, 2000U);
}

// Any pathway fits, unless conditions are asked for.
Asked pattern_if(std::mt19937& random, bool conditions) {
    if (conditions) return asked(random, 2);
    Asked any;
    any.kind = Asked::Kind::repeat;
    any.parts.emplace_back();
    any.most = 99;
    return any;
}

struct Passed {
    std::vector<Stop> via, avoid;
    std::vector<Vertex> via_actors, avoided_actors;
    std::uint32_t avoided_relation = 99;
    std::uint32_t via_relation = 99;

    [[nodiscard]] bool by(const Instance& given, const Walked& way) const {
        const auto on = [&](Vertex v) { return std::ranges::find(way.vertices, v) != way.vertices.end(); };
        const auto takes = [&](std::uint32_t relation) {
            return std::ranges::any_of(way.edges, [&](EdgeId edge) { return given.relations[edge] == relation; });
        };
        return std::ranges::all_of(via_actors, on) && std::ranges::none_of(avoided_actors, on) &&
               !takes(avoided_relation) && (via_relation == 99 || takes(via_relation));
    }
};

Passed passed(std::mt19937& random, const Instance& given) {
    Passed made;
    for (std::uint32_t i = below(random, 3); i > 0; --i) {
        made.via_actors.push_back(below(random, given.vertices));
        made.via.emplace_back(made.via_actors.back());
    }
    const Vertex shunned = below(random, given.vertices);
    const bool wanted = std::ranges::find(made.via_actors, shunned) != made.via_actors.end();
    if (!wanted && shunned != given.source && shunned != given.target) {
        made.avoided_actors.push_back(shunned);
        made.avoid.emplace_back(shunned);
    }
    const std::uint32_t relation = below(random, 2 * kinds);
    if (relation < kinds) {
        const bool avoid = below(random, 2) == 0;
        (avoid ? made.avoided_relation : made.via_relation) = relation;
        (avoid ? made.avoid : made.via).emplace_back(parse_demand("relation=r" + std::to_string(relation)));
    }
    return made;
}

TEST(Find, PassesAndAvoidsAndKeepsLimitsForEveryAim) {
    std::size_t fitting = 0;
    for (std::uint32_t seed = 0; seed < 4000; ++seed) {
        std::mt19937 random{seed};
        const Instance given = instance(random);
        const Passed asked = passed(random, given);
        const auto costs = weights(given, 0.1);
        const auto chances = weights(given, 1.0 / 9);
        const double most = below(random, 20) / 10.0;
        const double surely = below(random, 10) / 20.0;
        const auto steps = static_cast<double>(below(random, 6));
        std::vector<Limit> limits;
        if (below(random, 2) == 0) limits.push_back({{Aim::least, costs}, most});
        if (below(random, 3) == 0) limits.push_back({{Aim::least, {}}, steps});
        if (below(random, 3) == 0) limits.push_back({{Aim::most_reliable, chances}, surely});
        const auto within = [&](const Walked& way) {
            return std::ranges::all_of(limits, [&](const Limit& limit) {
                if (limit.measure.aim == Aim::most_reliable) {
                    const double p = product(chances, way);
                    return (p > surely || nearly_equal(p, surely)) && p > 0;
                }
                const double total =
                    limit.measure.numbers.empty() ? static_cast<double>(way.edges.size()) : sum(costs, way);
                return total < limit.bound || nearly_equal(total, limit.bound);
            });
        };
        for (const Aim aim : {Aim::least, Aim::most_reliable, Aim::widest}) {
            std::vector<Judged> expected;
            for (Walked& way :
                 support::all_pathways(given.edges, given.directed, given.vertices, given.source, given.target)) {
                if (!asked.by(given, way) || !within(way)) continue;
                const double value = aim == Aim::least           ? sum(costs, way)
                                     : aim == Aim::most_reliable ? -product(chances, way)
                                                                 : -least(chances, way);
                if (value == 0 && aim != Aim::least) continue;  // an edge of 0 is none
                expected.push_back({value, std::move(way)});
            }
            put_in_order(expected);
            fitting += expected.size();
            const Measure measure{aim, aim == Aim::least ? costs : chances};
            for (const std::uint64_t k : {1U, 2U, 100000U}) {
                const auto found = ask(given, {.via = asked.via, .avoid = asked.avoid}, measure, limits, {.k = k});
                expect_same(found, expected, k, "seed " + std::to_string(seed));
            }
        }
    }
    EXPECT_GT(fitting, 5000U);
}

// Every walk of at most so many steps, by going everywhere.
void walk(const Instance& given, std::size_t left, Walked& way, std::vector<Walked>& all) {
    if (way.vertices.back() == given.target) all.push_back(way);
    if (left == 0) return;
    for (EdgeId edge = 0; edge < given.edges.size(); ++edge) {
        const auto [source, target, weight, both] = given.edges[edge];
        const Vertex at = way.vertices.back();
        const auto step = [&](Vertex to) {
            way.vertices.push_back(to);
            way.edges.push_back(edge);
            walk(given, left - 1, way, all);
            way.vertices.pop_back();
            way.edges.pop_back();
        };
        if (source == target) continue;
        if (source == at) step(target);
        if (target == at && (!given.directed || both)) step(source);
    }
}

TEST(Find, GivesWalksToo) {
    for (std::uint32_t seed = 0; seed < 1000; ++seed) {
        std::mt19937 random{seed};
        const Instance given = instance(random);
        const Asked pattern = asked(random, 2);
        // Steps that only a pattern takes, against a tie, are not among all walks.
        if (given.directed && pattern.text().find('-') != std::string::npos) continue;
        std::vector<Walked> all;
        Walked start{{given.source}, {}};
        walk(given, 4, start, all);
        std::vector<Judged> expected;
        for (Walked& way : all) {
            if (!pattern.ends(given, way, 0).contains(way.edges.size())) continue;
            const auto value = static_cast<double>(way.edges.size());
            expected.push_back({value, std::move(way)});
        }
        put_in_order(expected);
        const auto found =
            ask(given, {.pattern = parse_pattern(pattern.text())}, {}, {{{}, 4}}, {.k = 100000, .walks = true});
        expect_same(found, expected, 100000, "seed " + std::to_string(seed) + ": " + pattern.text());
    }
}

// --- pareto -----------------------------------------------------------------------------

TEST(Pareto, IsTheFrontOfAllPathways) {
    std::size_t points = 0;
    for (std::uint32_t seed = 0; seed < 4000; ++seed) {
        std::mt19937 random{seed};
        const Instance given = instance(random);
        const bool conditions = below(random, 2) == 0;
        const Passed asked = conditions ? passed(random, given) : Passed{};
        const Asked pattern = pattern_if(random, conditions);
        const auto costs = weights(given, 0.1);
        const auto chances = weights(given, 1.0 / 9);
        std::vector<double> fees;  // limited, and no measure
        for (std::size_t edge = 0; edge < given.edges.size(); ++edge) fees.push_back(below(random, 10) / 10.0);
        const double most = 0.4 + below(random, 20) / 10.0;
        const bool limited = below(random, 3) == 0;
        const auto steps = [](const Walked& way) { return static_cast<double>(way.edges.size()); };
        std::vector<std::array<double, 3>> all;  // less is better
        for (Walked& way : support::all_pathways(given.edges, false, given.vertices, given.source, given.target)) {
            const double total = sum(costs, way);
            const double chance = product(chances, way);
            if (chance == 0 || !asked.by(given, way) || !pattern.ends(given, way, 0).contains(way.edges.size()))
                continue;
            const double fee = sum(fees, way);
            if (limited && fee > most && !nearly_equal(fee, most)) continue;
            all.push_back({total, -chance, steps(way)});
        }
        const auto no_worse = [](const auto& a, const auto& b) {
            for (std::size_t i = 0; i < 3; ++i) {
                if (a[i] > b[i] && !nearly_equal(a[i], b[i])) return false;
            }
            return true;
        };
        std::vector<std::array<double, 3>> front;
        for (const auto& one : all) {
            const bool beaten = std::ranges::any_of(
                all, [&](const auto& other) { return no_worse(other, one) && !no_worse(one, other); });
            const bool there = std::ranges::any_of(
                front, [&](const auto& other) { return no_worse(other, one) && no_worse(one, other); });
            if (!beaten && !there) front.push_back(one);
        }
        std::ranges::sort(front, [](const auto& a, const auto& b) {
            for (std::size_t i = 0; i < 3; ++i) {
                if (!nearly_equal(a[i], b[i])) return a[i] < b[i];
            }
            return false;
        });
        points += front.size();
        Wish wish{.via = asked.via, .avoid = asked.avoid};
        if (conditions) wish.pattern = parse_pattern(pattern.text());
        const Admission admitted =
            admit(wish, labels(given), given.vertices, static_cast<std::uint32_t>(given.edges.size()));
        std::vector<Limit> limits;
        if (limited) limits.push_back({{Aim::least, fees}, most});
        Monitor monitor;
        const auto ask = [&](const auto& view) {
            return pareto(view, admitted, {{Aim::least, costs}, {Aim::most_reliable, chances}, {}}, limits,
                          given.source, given.target, {}, monitor);
        };
        const Front found =
            given.directed ? ask(Digraph{given.vertices, given.edges}) : ask(Ugraph{given.vertices, given.edges});
        ASSERT_EQ(found.items.size(), front.size()) << "seed " << seed;
        for (std::size_t i = 0; i < front.size(); ++i) {
            const auto& [way, values] = found.items[i];
            EXPECT_NEAR(values[0], front[i][0], 1e-9) << seed;
            EXPECT_NEAR(values[1], -front[i][1], 1e-9) << seed;
            EXPECT_EQ(values[2], front[i][2]) << seed;
            EXPECT_NEAR(sum(costs, {way.vertices, way.edges}), values[0], 1e-9) << seed;
        }
        EXPECT_FALSE(found.partial);
    }
    EXPECT_GT(points, 2000U);
}

TEST(Pareto, RefusesLessThanTwoMeasuresAndSaysWhatALimitLeftOut) {
    const Digraph view{4, {{0, 1, 1}, {1, 3, 1}, {0, 2, 3}, {2, 3, 1}, {0, 3, 9}}};
    const Admission any = admit({}, {}, 4, 5);
    const std::vector<double> costs{1, 1, 3, 1, 9};
    Monitor monitor;
    EXPECT_THROW(pareto(view, any, {{Aim::least, costs}}, {}, 0, 3, {}, monitor), InvalidOption);
    EXPECT_THROW(pareto(view, any, {{Aim::least, costs}, {Aim::widest, costs}}, {}, 0, 3, {}, monitor), InvalidOption);
    const Front whole = pareto(view, any, {{Aim::least, costs}, {}}, {}, 0, 3, {}, monitor);
    EXPECT_EQ(whole.items.size(), 2U);
    EXPECT_FALSE(whole.partial);
    EXPECT_TRUE(pareto(view, any, {{Aim::least, costs}, {}}, {}, 0, 3, {.max_results = 1}, monitor).partial);
    EXPECT_TRUE(pareto(view, any, {{Aim::least, costs}, {}}, {}, 0, 3, {.time_limit = 0}, monitor).partial);
}

// --- through ----------------------------------------------------------------------------

TEST(Through, SharesAUnitOfEachPairAmongItsPathways) {
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        std::mt19937 random{seed};
        const Instance given = instance(random);
        const auto chances = weights(given, 1.0 / 9);
        std::vector<Vertex> all;
        for (Vertex v = 0; v < given.vertices; ++v) all.push_back(v);
        const std::vector<Vertex> few(all.begin(), all.begin() + (given.vertices + 1) / 2);
        std::vector<double> at(given.vertices), along(given.edges.size());
        std::uint64_t joined = 0;
        for (const Vertex source : few) {
            for (const Vertex target : all) {
                if (source == target) continue;
                const auto ways = support::all_pathways(given.edges, given.directed, given.vertices, source, target);
                double whole = 0;
                for (const Walked& way : ways) whole += product(chances, way);
                if (whole == 0) continue;
                ++joined;
                for (const Walked& way : ways) {
                    const double share = product(chances, way) / whole;
                    for (std::size_t i = 1; i + 1 < way.vertices.size(); ++i) at[way.vertices[i]] += share;
                    for (const EdgeId edge : way.edges) along[edge] += share;
                }
            }
        }
        Monitor monitor;
        const Admission any = admit({}, labels(given), given.vertices, static_cast<std::uint32_t>(given.edges.size()));
        const auto ask = [&](const auto& view) {
            return through(view, any, {}, {}, few, all, chances, {.k = 100000}, monitor);
        };
        const Passage found =
            given.directed ? ask(Digraph{given.vertices, given.edges}) : ask(Ugraph{given.vertices, given.edges});
        EXPECT_THAT(found.vertices, Pointwise(DoubleNear(1e-12), at)) << seed;
        EXPECT_THAT(found.edges, Pointwise(DoubleNear(1e-12), along)) << seed;
        EXPECT_EQ(found.joined, joined) << seed;
    }
}

// --- what is stated ---------------------------------------------------------------------

Instance chain() {
    Instance made;
    made.vertices = 3;
    made.directed = true;
    made.edges = {{0, 1}, {1, 2}, {0, 2}};
    made.relations = {0, 1, 2};
    made.actors = {0, 1, 2};
    made.target = 2;
    return made;
}

TEST(Find, GivesEachPathwayOnceHoweverOftenThePatternFitsIt) {
    const auto found = ask(chain(), {.pattern = parse_pattern("(r0|.|.*)* r1*")}, {}, {}, {});
    EXPECT_EQ(found.items.size(), 2U);
}

TEST(Find, LeadsFromAnActorToItselfWhereThePatternMayBeEmpty) {
    Instance given = chain();
    given.target = 0;
    EXPECT_EQ(ask(given, {.pattern = parse_pattern("r0*")}, {}, {}, {}).items.size(), 1U);
    EXPECT_THAT(ask(given, {.pattern = parse_pattern("r0+")}, {}, {}, {}).items, IsEmpty());
}

TEST(Find, MarksWhatTimeCutShort) {
    const auto found = ask(chain(), {}, {}, {}, {.time_limit = 0});
    EXPECT_TRUE(found.partial);
}

TEST(Find, RefusesWhatContradictsItself) {
    const Wish both{.via = {Vertex{1}}, .avoid = {Vertex{1}}};
    EXPECT_THAT([&] { ask(chain(), both, {}, {}, {}); },
                ThrowsMessage<InvalidOption>(HasSubstr("Number 1 of via is to be avoided as well")));
    EXPECT_THROW(ask(chain(), {.avoid = {Vertex{0}}}, {}, {}, {}), InvalidOption);
    EXPECT_THROW(ask(chain(), {}, {}, {{{}, -1}}, {}), InvalidOption);
    EXPECT_THROW(ask(chain(), {}, {}, {{{Aim::most_reliable, {1, 1, 1}}, 1.5}}, {}), InvalidOption);
    EXPECT_THROW(ask(chain(), {}, {}, {}, {.k = 0}), InvalidOption);
    EXPECT_THROW(ask(chain(), {.via = std::vector<Stop>(13, Vertex{1})}, {}, {}, {}), InvalidOption);
}

TEST(Find, RefusesAPatternThatNobodyCouldFollow) {
    // Whether a tie was r0 must be remembered for each of the last thirty steps.
    Instance given = chain();
    given.edges = {{0, 1, 1, true}, {0, 1, 1, true}};
    given.relations = {0, 1};
    EXPECT_THAT([&] { ask(given, {.pattern = parse_pattern(".* r0 .{30}")}, {}, {}, {.walks = true}); },
                ThrowsMessage<InvalidOption>(HasSubstr("more states than can be searched")));
}

TEST(Find, RefusesNumbersThatMeasureNothing) {
    EXPECT_THROW(ask(chain(), {}, {Aim::least, {1, -1, 1}}, {}, {}), InvalidWeight);
    EXPECT_THROW(ask(chain(), {}, {Aim::most_reliable, {1, 1.5, 1}}, {}, {}), InvalidWeight);
    EXPECT_THROW(ask(chain(), {}, {Aim::widest, {1, std::nan(""), 1}}, {}, {}), InvalidWeight);
    EXPECT_THROW(ask(chain(), {}, {Aim::least, {1}}, {}, {}), InvalidOption);
}

TEST(Find, NamesWhatTheNetworkDoesNotKnow) {
    EXPECT_THAT([&] { ask(chain(), {.pattern = parse_pattern("r0 r8")}, {}, {}, {}); },
                ThrowsMessage<UnknownRelation>(HasSubstr("pattern, column 4: there is no relation \"r8\"")));
    EXPECT_THAT([&] { ask(chain(), {.pattern = parse_pattern("r0 [kin=k1]")}, {}, {}, {}); },
                ThrowsMessage<UnknownName>(HasSubstr("column 5: there is no column \"kin\". Nearest: kind")));
    EXPECT_THAT([&] { ask(chain(), {.pattern = parse_pattern("[kind=k1,k9]")}, {}, {}, {}); },
                ThrowsMessage<UnknownName>(HasSubstr("column 10: nobody and nothing has the kind \"k9\"")));
}

}  // namespace
}  // namespace coopnet::pathways
