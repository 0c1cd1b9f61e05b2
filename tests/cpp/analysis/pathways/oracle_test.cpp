// Ranked pathways against all pathways there are, ordered by exact arithmetic: whole
// numbers for costs, fractions for probabilities. Nothing is shared with the kernels.
#include <coopnet/analysis/pathways/most_reliable.hpp>
#include <coopnet/analysis/pathways/shortest.hpp>

#include "support/all_pathways.hpp"
#include "support/graphs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>

namespace coopnet::pathways {
namespace {

using support::Walked;

struct Instance {
    std::vector<EdgeSpec> edges;
    std::uint32_t vertices = 0;
    bool directed = false;
    Vertex source = 0;
    Vertex target = 0;
};

Instance instance(std::uint32_t seed) {
    std::mt19937 random{seed};
    Instance made;
    made.vertices = 1 + support::below(random, 8);
    made.directed = support::below(random, 2) == 0;
    const bool mixed = made.directed && support::below(random, 2) == 0;
    made.edges = support::random_edges(random, made.vertices, support::below(random, 26), mixed);
    made.source = support::below(random, made.vertices);
    made.target = support::below(random, made.vertices);
    return made;
}

// Steps vertex by vertex and edge by edge, as the order among equals is defined.
std::vector<std::pair<Vertex, EdgeId>> steps_of(const Walked& way) {
    std::vector<std::pair<Vertex, EdgeId>> steps;
    for (std::size_t i = 0; i < way.edges.size(); ++i) steps.emplace_back(way.vertices[i + 1], way.edges[i]);
    return steps;
}

template <class Value>
struct Expected {
    Value value;
    Walked way;
};

template <class Value, class Better>
void put_in_order(std::vector<Expected<Value>>& ways, Better better) {
    std::ranges::sort(ways, [&](const auto& a, const auto& b) {
        if (better(a.value, b.value)) return true;
        if (better(b.value, a.value)) return false;
        const auto x = steps_of(a.way);
        const auto y = steps_of(b.way);
        return std::make_tuple(x.size(), x) < std::make_tuple(y.size(), y);
    });
}

template <class Question>
Pathways ask(const Instance& given, Question question) {
    return given.directed ? question(Digraph{given.vertices, given.edges})
                          : question(Ugraph{given.vertices, given.edges});
}

template <class Value>
void expect_same(const std::vector<Pathway>& found, const std::vector<Expected<Value>>& expected, std::size_t most,
                 std::uint32_t seed) {
    ASSERT_EQ(found.size(), std::min(most, expected.size())) << "seed " << seed;
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].vertices, expected[i].way.vertices) << "seed " << seed << ", pathway " << i;
        EXPECT_EQ(found[i].edges, expected[i].way.edges) << "seed " << seed << ", pathway " << i;
    }
}

std::vector<Expected<std::uint64_t>> expected_by_cost(const Instance& given) {
    std::vector<Expected<std::uint64_t>> expected;
    for (Walked& way : support::all_pathways(given.edges, given.directed, given.vertices, given.source, given.target)) {
        std::uint64_t sum = 0;
        for (const EdgeId edge : way.edges) sum += static_cast<std::uint64_t>(given.edges[edge].weight);
        expected.push_back({sum, std::move(way)});
    }
    put_in_order(expected, std::less{});
    return expected;
}

// Tenths: 0.1 + 0.7 and 0.3 + 0.5 must be equal, which their doubles are not.
std::vector<double> decimal_costs(const Instance& given, double unit) {
    std::vector<double> costs;
    for (const EdgeSpec& edge : given.edges) costs.push_back(edge.weight * unit);
    return costs;
}

class Scales : public ::testing::TestWithParam<double> {};

TEST_P(Scales, RankPathwaysAsWholeNumbersDo) {
    for (std::uint32_t seed = 0; seed < 2000; ++seed) {
        const Instance given = instance(seed);
        const auto costs = decimal_costs(given, GetParam());
        const auto expected = expected_by_cost(given);
        for (const std::uint64_t k : {1U, 3U, 100000U}) {
            Monitor monitor;
            const auto found = ask(given, [&](const auto& view) {
                return k_shortest(view, costs, given.source, given.target, {.k = k}, monitor);
            });
            expect_same(found.items, expected, k, seed);
            EXPECT_FALSE(found.partial);
            for (std::size_t i = 0; i < found.items.size(); ++i) {
                EXPECT_NEAR(found.items[i].length, static_cast<double>(expected[i].value) * GetParam(), 1e-12);
            }
        }
    }
}

TEST_P(Scales, AgreeOnWhichPathwaysAreAllShortest) {
    for (std::uint32_t seed = 0; seed < 2000; ++seed) {
        const Instance given = instance(seed);
        const auto costs = decimal_costs(given, GetParam());
        auto expected = expected_by_cost(given);
        std::erase_if(expected, [least = expected.empty() ? 0 : expected.front().value](const auto& way) {
            return way.value > least;
        });
        for (const std::uint64_t most : {1U, 2U, 100000U}) {
            Monitor monitor;
            const auto found = ask(given, [&](const auto& view) {
                return all_shortest(view, costs, given.source, given.target, {.max_results = most}, monitor);
            });
            expect_same(found.items, expected, most, seed);
            EXPECT_EQ(found.partial, expected.size() > most) << "seed " << seed;
        }
    }
}

// Whole; tenths share a decimal scale; thirds share none, so a relative 1e-10 decides.
INSTANTIATE_TEST_SUITE_P(Units, Scales, ::testing::Values(1.0, 0.1, 1.0 / 3), [](const auto& unit) {
    return std::string{unit.param == 1 ? "Whole" : unit.param < 0.2 ? "Tenths" : "Thirds"};
});

TEST(KShortest, CountsStepsWithoutCosts) {
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        Instance given = instance(seed);
        for (EdgeSpec& edge : given.edges) edge.weight = 1;
        Monitor monitor;
        const auto found = ask(given, [&](const auto& view) {
            return k_shortest(view, {}, given.source, given.target, {.k = 100000}, monitor);
        });
        expect_same(found.items, expected_by_cost(given), 100000, seed);
    }
}

// n / 10^steps, compared by cross-multiplication: at most 9^7 · 10^7 < 2^63.
struct Fraction {
    std::uint64_t over = 1;
    std::uint64_t under = 1;
};

bool more(Fraction a, Fraction b) {
    return a.over * b.under > b.over * a.under;
}

// Weights 0 to 9 stand for 0, then 0.1 … 0.8, and 1.
double probability(double weight) {
    return weight == 9 ? 1 : weight / 10;
}

std::vector<Expected<Fraction>> expected_by_reliability(const Instance& given) {
    std::vector<Expected<Fraction>> expected;
    for (Walked& way : support::all_pathways(given.edges, given.directed, given.vertices, given.source, given.target)) {
        Fraction product;
        for (const EdgeId edge : way.edges) {
            product.over *= static_cast<std::uint64_t>(std::lround(10 * probability(given.edges[edge].weight)));
            product.under *= 10;
        }
        if (product.over > 0) expected.push_back({product, std::move(way)});
    }
    put_in_order(expected, more);
    return expected;
}

TEST(MostReliable, RanksAsFractionsDo) {
    for (std::uint32_t seed = 0; seed < 4000; ++seed) {
        const Instance given = instance(seed);
        std::vector<double> probabilities;
        for (const EdgeSpec& edge : given.edges) probabilities.push_back(probability(edge.weight));
        const auto expected = expected_by_reliability(given);
        for (const std::uint64_t k : {1U, 4U, 100000U}) {
            Monitor monitor;
            const auto found = ask(given, [&](const auto& view) {
                return most_reliable(view, probabilities, given.source, given.target, {.k = k}, monitor);
            });
            expect_same(found.items, expected, k, seed);
        }
        for (const auto& [product, way] : expected) ASSERT_LE(product.under, 10'000'000U);
    }
}

}  // namespace
}  // namespace coopnet::pathways
