#include <coopnet/analysis/flows/bottleneck.hpp>

#include <support/flows.hpp>
#include <support/graphs.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace coopnet::flows {
namespace {

using support::FlowCase;
using support::Ties;

constexpr double no_limit = std::numeric_limits<double>::infinity();

FlowCase random_flow(std::uint32_t seed, Ties ties) {
    std::mt19937 random{seed};
    FlowCase flow;
    flow.count = 2 + support::below(random, 4);
    flow.edges = support::random_edges(random, flow.count, support::below(random, 10), ties == Ties::mixed);
    flow.directed = ties != Ties::undirected;
    for (EdgeSpec& edge : flow.edges) {
        flow.capacities.push_back(edge.weight < 8 ? std::fmod(edge.weight, 4) : no_limit);
        edge.weight = 1;
    }
    for (Vertex v = 0; v < flow.count; ++v) {
        flow.rooms.push_back(support::below(random, 3) == 0 ? support::below(random, 5) : no_limit);
    }
    if (flow.count > 3 && support::below(random, 3) == 0) flow.sources.push_back(2);
    if (flow.count > 4 && support::below(random, 3) == 0) flow.targets.push_back(3);
    return flow;
}

Bottleneck asked(const FlowCase& flow) {
    Monitor monitor;
    return with_view(flow, [&](const auto& view) {
        return bottleneck(view, {flow.sources, flow.targets}, flow.capacities, flow.rooms, monitor);
    });
}

double with(FlowCase flow, bool is_vertex, std::uint32_t id, double capacity) {
    (is_vertex ? flow.rooms : flow.capacities)[id] = capacity;
    return *support::most_by_cuts(flow);
}

void expect_right(const FlowCase& flow) {
    const double value = *support::most_by_cuts(flow);
    if (std::isinf(value)) {
        const auto endless = asked(flow).flow.endless;
        ASSERT_GE(endless.size(), 2U);
        EXPECT_GT(std::ranges::count(flow.sources, endless.front()), 0);
        EXPECT_GT(std::ranges::count(flow.targets, endless.back()), 0);
        return;
    }
    const Bottleneck found = asked(flow);
    EXPECT_EQ(found.flow.value, value);
    std::map<std::pair<bool, std::uint32_t>, Narrow> narrow;
    for (const Narrow& item : found.narrow) narrow[{item.is_vertex, item.id}] = item;
    EXPECT_EQ(narrow.size(), found.narrow.size());
    for (const bool is_vertex : {false, true}) {
        const auto& capacities = is_vertex ? flow.rooms : flow.capacities;
        for (std::uint32_t id = 0; id < capacities.size(); ++id) {
            if (std::isinf(capacities[id])) continue;
            const double gain = with(flow, is_vertex, id, capacities[id] + 1) - value;
            // In some minimum cut of which it is a part: one unit less is one unit less of flow.
            const bool in_some = capacities[id] > 0 && with(flow, is_vertex, id, capacities[id] - 1) == value - 1;
            const auto place = narrow.find({is_vertex, id});
            ASSERT_EQ(place != narrow.end(), gain > 0 || in_some) << is_vertex << " " << id;
            if (place == narrow.end()) continue;
            EXPECT_EQ(place->second.gain, gain);
            EXPECT_EQ(place->second.in_every_cut, gain > 0);
            EXPECT_EQ(place->second.range, gain > 0 ? with(flow, is_vertex, id, no_limit) - value : 0);
            EXPECT_EQ(place->second.capacity, capacities[id]);
        }
    }
}

TEST(Bottleneck, IsWhatOneUnitMoreOrLessChanges) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        for (const Ties ties : {Ties::directed, Ties::undirected, Ties::mixed}) {
            SCOPED_TRACE(seed);
            expect_right(random_flow(seed, ties));
        }
    }
}

TEST(Bottleneck, GainsNothingAloneWhereTwoHoldTogether) {
    // 0 → 1 holds 2, then 1 → 2 holds 2 and 2 → 3 holds 5: only both together let more through.
    const Digraph line{4, {{0, 1}, {1, 2}, {2, 3}}};
    Monitor monitor;
    const std::vector<double> rooms(4, no_limit);
    EXPECT_EQ(bottleneck(line, {{0}, {3}}, std::vector<double>{2, 2, 5}, rooms, monitor).narrow[0].gain, 0);
    EXPECT_EQ(bottleneck(line, {{0}, {3}}, std::vector<double>{0.9, 0.2, 0.3}, {}, monitor).narrow[0].gain, 0.1);
    const auto found = bottleneck(line, {{0}, {3}}, std::vector<double>{9, 2, 5}, rooms, monitor).narrow;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].range, 3);
}

TEST(Failures, AreTheFlowWithoutEach) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        for (const Ties ties : {Ties::directed, Ties::undirected, Ties::mixed}) {
            const FlowCase flow = random_flow(seed, ties);
            if (std::isinf(*support::most_by_cuts(flow))) continue;
            Monitor monitor;
            const Ends ends{flow.sources, flow.targets};
            const Failures found = with_view(
                flow, [&](const auto& view) { return failures(view, ends, flow.capacities, flow.rooms, monitor); });
            EXPECT_EQ(found.value, *support::most_by_cuts(flow));
            for (EdgeId id = 0; id < flow.edges.size(); ++id) EXPECT_EQ(found.edges[id], with(flow, false, id, 0));
            for (Vertex v = 0; v < flow.count; ++v) {
                const bool is_end = std::ranges::count(flow.sources, v) + std::ranges::count(flow.targets, v) > 0;
                if (is_end) {
                    EXPECT_TRUE(std::isnan(found.vertices[v]));
                }
                if (!is_end) {
                    EXPECT_EQ(found.vertices[v], with(flow, true, v, 0)) << seed << " " << v;
                }
            }
        }
    }
}

TEST(Bottleneck, RefusesEndsThatAreNone) {
    const Digraph pair{2, {{0, 1}}};
    const std::vector<double> one{1};
    const std::vector<double> rooms(2, no_limit);
    Monitor monitor;
    for (const Ends& ends : {Ends{{}, {1}}, Ends{{0}, {}}, Ends{{0}, {0}}}) {
        EXPECT_THROW(bottleneck(pair, ends, one, rooms, monitor), InvalidOption);
        EXPECT_THROW(failures(pair, ends, one, rooms, monitor), InvalidOption);
    }
}

}  // namespace
}  // namespace coopnet::flows
