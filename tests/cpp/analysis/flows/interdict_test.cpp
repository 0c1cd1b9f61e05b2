#include <coopnet/analysis/flows/interdict.hpp>

#include <support/all_pathways.hpp>
#include <support/flows.hpp>
#include <support/graphs.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace coopnet::flows {
namespace {

using support::FlowCase;
using support::Ties;

constexpr double no_limit = std::numeric_limits<double>::infinity();

struct Trap {
    FlowCase flow;
    std::vector<double> prices;
    double budget = 1;
    bool of_vertices = false;
    std::vector<double> lengths, delays;
};

Trap random_trap(std::uint32_t seed, Ties ties) {
    std::mt19937 random{seed};
    Trap trap;
    FlowCase& flow = trap.flow;
    flow.count = 2 + support::below(random, 4);
    flow.edges = support::random_edges(random, flow.count, support::below(random, 10), ties == Ties::mixed);
    flow.directed = ties != Ties::undirected;
    for (EdgeSpec& edge : flow.edges) {
        flow.capacities.push_back(1 + std::fmod(edge.weight, 4));
        trap.lengths.push_back((1 + std::fmod(edge.weight, 5)) / 10);
        trap.delays.push_back(support::below(random, 3) == 0 ? no_limit : support::below(random, 6) / 10.0);
        edge.weight = 1;
    }
    flow.rooms.assign(flow.count, no_limit);
    if (flow.count > 3 && support::below(random, 3) == 0) flow.sources.push_back(2);
    if (flow.count > 4 && support::below(random, 3) == 0) flow.targets.push_back(3);
    trap.of_vertices = support::below(random, 2) == 0;
    const bool unit = support::below(random, 2) == 0;
    for (std::size_t id = 0; id < (trap.of_vertices ? flow.count : flow.edges.size()); ++id) {
        trap.prices.push_back(unit ? 1 : 1 + support::below(random, 3));
        if (support::below(random, 6) == 0) trap.prices.back() = no_limit;
    }
    trap.budget = support::below(random, 5);
    return trap;
}

bool is_end(const FlowCase& flow, Vertex v) {
    return std::ranges::count(flow.sources, v) + std::ranges::count(flow.targets, v) > 0;
}

// Every set within the budget, and of those that leave least the ones of which no part leaves as little.
struct Best {
    double cost = no_limit;
    std::vector<std::vector<std::uint32_t>> sets;
};
Best by_trying(const Trap& trap, const std::function<double(std::uint32_t)>& cost_of) {
    std::vector<std::pair<std::uint32_t, double>> tried;
    Best best;
    for (std::uint32_t set = 0; set < (1U << trap.prices.size()); ++set) {
        double price = 0;
        for (std::uint32_t id = 0; id < trap.prices.size(); ++id) {
            if ((set >> id & 1U) == 0) continue;
            price += trap.of_vertices && is_end(trap.flow, id) ? no_limit : trap.prices[id];
        }
        if (price > trap.budget) continue;
        tried.emplace_back(set, cost_of(set));
        best.cost = std::min(best.cost, tried.back().second);
    }
    for (const auto& [set, cost] : tried) {
        const auto spares = [&, set = set](const auto& other) {
            return other.first != set && (other.first & set) == other.first && other.second == best.cost;
        };
        if (cost != best.cost || std::ranges::any_of(tried, spares)) continue;
        best.sets.emplace_back();
        for (std::uint32_t id = 0; id < trap.prices.size(); ++id) {
            if ((set >> id & 1U) != 0) best.sets.back().push_back(id);
        }
    }
    std::ranges::sort(best.sets);
    return best;
}

double flow_without(const Trap& trap, std::uint32_t set) {
    FlowCase flow = trap.flow;
    for (std::uint32_t id = 0; id < trap.prices.size(); ++id) {
        if ((set >> id & 1U) != 0) (trap.of_vertices ? flow.rooms : flow.capacities)[id] = 0;
    }
    return *support::most_by_cuts(flow);
}

// In tenths, so that sums are exact.
double length_without(const Trap& trap, std::uint32_t set) {
    const FlowCase& flow = trap.flow;
    const auto taken = [&](std::uint32_t id) { return (set >> id & 1U) != 0; };
    double least = no_limit;
    for (const Vertex source : flow.sources) {
        for (const Vertex target : flow.targets) {
            for (const auto& way : support::all_pathways(flow.edges, flow.directed, flow.count, source, target)) {
                double length = 0;
                for (const EdgeId edge : way.edges) {
                    length += std::round(10 * trap.lengths[edge]);
                    if (!trap.of_vertices && taken(edge)) length += std::round(10 * trap.delays[edge]);
                }
                if (trap.of_vertices && std::ranges::any_of(way.vertices, taken)) continue;
                least = std::min(least, length);
            }
        }
    }
    return least;
}

InterdictOptions options_of(const Trap& trap) {
    return {.prices = trap.prices, .budget = trap.budget, .of_vertices = trap.of_vertices, .max_results = 1000};
}
Interdiction flow_of(const Trap& trap, InterdictOptions options) {
    Monitor monitor;
    const FlowCase& flow = trap.flow;
    return with_view(flow, [&](const auto& view) {
        return interdict_flow(view, {flow.sources, flow.targets}, flow.capacities, flow.rooms, options, monitor);
    });
}
Interdiction path_of(const Trap& trap, InterdictOptions options) {
    Monitor monitor;
    const FlowCase& flow = trap.flow;
    return with_view(flow, [&](const auto& view) {
        return interdict_path(view, {flow.sources, flow.targets}, trap.lengths, trap.delays, options, monitor);
    });
}

void each_trap(std::uint32_t seeds, const std::function<void(const Trap&)>& visit) {
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        for (const Ties ties : {Ties::directed, Ties::undirected, Ties::mixed}) {
            SCOPED_TRACE(seed);
            visit(random_trap(seed, ties));
        }
    }
}

TEST(InterdictFlow, FindsAllBestSetsOfWhichNothingCanBeSpared) {
    each_trap(250, [](const Trap& trap) {
        const Best best = by_trying(trap, [&](std::uint32_t set) { return flow_without(trap, set); });
        const Interdiction found = flow_of(trap, options_of(trap));
        EXPECT_EQ(found.before, flow_without(trap, 0));
        EXPECT_EQ(found.value, best.cost);
        EXPECT_EQ(found.bound, best.cost);
        EXPECT_EQ(found.sets, best.sets);
        EXPECT_FALSE(found.partial);
    });
}

TEST(InterdictFlow, IsAsManyTimesLargerAsCapacitiesAre) {
    each_trap(80, [](Trap trap) {
        const Interdiction whole = flow_of(trap, options_of(trap));
        for (const double unit : {0.1, std::sqrt(2.0)}) {
            Trap other = trap;
            for (double& capacity : other.flow.capacities) capacity *= unit;
            if (unit == 0.1) {
                for (double& capacity : other.flow.capacities) capacity = std::round(10 * capacity) / 10;
            }
            const Interdiction found = flow_of(other, options_of(other));
            EXPECT_NEAR(found.value, whole.value * unit, 1e-12);
            EXPECT_NEAR(found.bound, whole.value * unit, 1e-12);
            EXPECT_EQ(found.sets, whole.sets);
        }
    });
}

TEST(InterdictPath, FindsAllBestSetsOfWhichNothingCanBeSpared) {
    each_trap(250, [](const Trap& trap) {
        const Best best = by_trying(trap, [&](std::uint32_t set) { return -length_without(trap, set); });
        const Interdiction found = path_of(trap, options_of(trap));
        EXPECT_DOUBLE_EQ(found.before, length_without(trap, 0) / 10);
        EXPECT_DOUBLE_EQ(found.value, -best.cost / 10);
        EXPECT_DOUBLE_EQ(found.bound, -best.cost / 10);
        EXPECT_EQ(found.sets, best.sets);
        EXPECT_FALSE(found.partial);
    });
}

TEST(InterdictPath, CountsStepsWithoutLengths) {
    const Digraph view{4, {{0, 1}, {0, 2}, {2, 1}, {2, 3}, {3, 1}}};
    const std::vector<double> ones(5, 1);
    const std::vector<double> gone(5, no_limit);
    Monitor monitor;
    const Interdiction found = interdict_path(view, {{0}, {1}}, {}, gone, {.prices = ones, .budget = 2}, monitor);
    EXPECT_EQ(found.before, 1);
    EXPECT_EQ(found.value, no_limit);
    EXPECT_EQ(found.sets, (std::vector<std::vector<std::uint32_t>>{{0, 1}}));
}

TEST(Interdict, AnyTimeGivesASetAndABoundOnTheRightSide) {
    each_trap(60, [](const Trap& trap) {
        InterdictOptions options = options_of(trap);
        const double flow = flow_of(trap, options).value;
        const double length = path_of(trap, options).value;
        options.time_limit = 0;
        const Interdiction less = flow_of(trap, options);
        EXPECT_LE(less.bound, flow);
        EXPECT_GE(less.value, flow);
        ASSERT_FALSE(less.sets.empty());
        std::uint32_t set = 0;
        for (const std::uint32_t id : less.sets[0]) set |= 1U << id;
        EXPECT_EQ(flow_without(trap, set), less.value);
        const Interdiction shorter = path_of(trap, options);
        EXPECT_GE(shorter.bound, length);
        EXPECT_LE(shorter.value, length);
    });
}

TEST(Interdict, AShortListHoldsBestSetsAndSaysThatThereMayBeMore) {
    // Four ways of two edges: any one edge of each way will do.
    std::vector<EdgeSpec> edges;
    for (Vertex v = 2; v < 6; ++v) edges.insert(edges.end(), {{0, v}, {v, 1}});
    const Digraph view{6, edges};
    const std::vector<double> ones(8, 1);
    const std::vector<double> rooms(6, no_limit);
    Monitor monitor;
    InterdictOptions options{.prices = ones, .budget = 2, .max_results = 3};
    Interdiction found = interdict_flow(view, {{0}, {1}}, ones, rooms, options, monitor);
    EXPECT_EQ(found.value, 2);
    EXPECT_EQ(found.sets.size(), 3U);
    EXPECT_TRUE(found.partial);
    options.max_results = 100;
    found = interdict_flow(view, {{0}, {1}}, ones, rooms, options, monitor);
    EXPECT_EQ(found.sets.size(), 24U);  // 6 pairs of ways, 2 · 2 edges
    EXPECT_FALSE(found.partial);
}

TEST(Interdict, MoreBudgetIsNeverWorse) {
    each_trap(40, [](Trap trap) {
        double flow = no_limit;
        double length = -1;
        for (trap.budget = 0; trap.budget < 6; ++trap.budget) {
            const double less = flow_of(trap, options_of(trap)).value;
            const double longer = path_of(trap, options_of(trap)).value;
            EXPECT_LE(less, flow);
            EXPECT_GE(longer, length);
            flow = less;
            length = longer;
        }
    });
}

TEST(Interdict, AnEdgeMoreNeverHelps) {
    each_trap(60, [](const Trap& trap) {
        Trap more = trap;
        more.flow.edges.push_back({0, static_cast<Vertex>(trap.flow.count - 1)});
        more.flow.capacities.push_back(2);
        more.lengths.push_back(0.3);
        more.delays.push_back(no_limit);
        if (!trap.of_vertices) more.prices.push_back(1);
        EXPECT_GE(flow_of(more, options_of(more)).value, flow_of(trap, options_of(trap)).value);
        EXPECT_LE(path_of(more, options_of(more)).value, path_of(trap, options_of(trap)).value);
    });
}

TEST(Interdict, IsTheSameTheOtherWayRound) {
    each_trap(60, [](const Trap& trap) {
        Trap back = trap;
        for (EdgeSpec& edge : back.flow.edges) std::swap(edge.source, edge.target);
        std::swap(back.flow.sources, back.flow.targets);
        EXPECT_EQ(flow_of(back, options_of(back)).sets, flow_of(trap, options_of(trap)).sets);
        EXPECT_EQ(path_of(back, options_of(back)).sets, path_of(trap, options_of(trap)).sets);
    });
}

TEST(Interdict, RefusesWhatIsNoBudgetAndNoPrice) {
    const Digraph pair{2, {{0, 1}}};
    const std::vector<double> one{1};
    const std::vector<double> rooms(2, no_limit);
    Monitor monitor;
    const Ends ends{{0}, {1}};
    for (const double budget : {-1.0, no_limit, std::nan("")}) {
        const InterdictOptions options{.prices = one, .budget = budget};
        EXPECT_THROW(interdict_flow(pair, ends, one, rooms, options, monitor), InvalidOption);
        EXPECT_THROW(interdict_path(pair, ends, one, one, options, monitor), InvalidOption);
    }
    const std::vector<double> free{0};
    EXPECT_THROW(interdict_flow(pair, ends, one, rooms, {.prices = free}, monitor), InvalidOption);
    EXPECT_THROW(interdict_flow(pair, ends, one, rooms, {.prices = one, .max_results = 0}, monitor), InvalidOption);
    EXPECT_THROW(interdict_flow(pair, {{0}, {0}}, one, rooms, {.prices = one}, monitor), InvalidOption);
}

TEST(Interdict, StopsWhenAskedTo) {
    const Digraph pair{2, {{0, 1}}};
    const std::vector<double> one{1};
    const std::vector<double> rooms(2, no_limit);
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(interdict_flow(pair, {{0}, {1}}, one, rooms, {.prices = one, .budget = 1}, monitor), Cancelled);
    EXPECT_THROW(interdict_path(pair, {{0}, {1}}, one, one, {.prices = one, .budget = 1}, monitor), Cancelled);
}

}  // namespace
}  // namespace coopnet::flows
