#pragma once

#include <gtest/gtest.h>
#include <coopnet/analysis/flows/pipes.hpp>
#include <coopnet/tables/flow.hpp>
#include <coopnet/view/csr.hpp>
#include <support/graphs.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <set>
#include <utility>
#include <vector>

// Flows by definition: every cut of a small graph is weighed. Nothing here is shared with what it checks.
namespace coopnet::support {

/// A small flow question: from vertex 0 to vertex 1, or from and to several.
struct FlowCase {
    std::uint32_t count = 0;
    std::vector<EdgeSpec> edges;
    bool directed = true;
    std::vector<Vertex> sources{0}, targets{1};
    std::vector<double> capacities, least, rooms, costs;

    [[nodiscard]] flows::Bounds bounds() const { return {capacities, least, rooms}; }
    [[nodiscard]] bool runs_back(EdgeId edge) const { return !directed || edges[edge].both_ways; }
};

struct FlowShape {
    Ties ties = Ties::directed;
    bool has_least = false;
    bool has_rooms = false;
    bool is_real = false;
};

inline FlowCase flow_case(std::uint32_t seed, FlowShape shape) {
    std::mt19937 random{seed};
    FlowCase made;
    made.count = 2 + below(random, 5);
    made.directed = shape.ties != Ties::undirected;
    made.edges = random_edges(random, made.count, below(random, 16), shape.ties == Ties::mixed);
    const auto amount = [&](std::uint32_t most) {
        const auto whole = static_cast<double>(below(random, most + 1));
        return shape.is_real ? std::sqrt(whole) : whole / 10;
    };
    for (EdgeId edge = 0; edge < made.edges.size(); ++edge) {
        made.capacities.push_back(below(random, 15) == 0 ? flows::unlimited : amount(6));
        const bool can = shape.has_least && !made.runs_back(edge) && below(random, 3) == 0;
        if (shape.has_least) made.least.push_back(can ? std::min(amount(4), made.capacities[edge]) : 0);
        made.costs.push_back(below(random, 5) / 10.0);
    }
    for (Vertex v = 0; shape.has_rooms && v < made.count; ++v) {
        made.rooms.push_back(below(random, 2) == 0 ? flows::unlimited : amount(8));
    }
    return made;
}

/// `visit(side)` for each way to put vertices beside the source (2), beyond the cut (0), or with their room cut (1).
inline void each_side(const FlowCase& asked, const auto& visit) {
    std::vector<int> side(asked.count, 0);
    while (true) {
        visit(side);
        std::size_t place = 0;
        while (place < side.size() && side[place] == 2) side[place++] = 0;
        if (place == side.size()) return;
        side[place] += asked.rooms.empty() ? 2 : 1;
    }
}

/// What a side lets out, and what must come in.
struct Weighed {
    double out = 0;
    double into = 0;
    std::set<EdgeId> edges;
    std::set<Vertex> rooms;
};

inline Weighed weigh(const FlowCase& asked, const std::vector<int>& side) {
    Weighed weighed;
    const auto cross = [&](Vertex from, Vertex to, EdgeId edge, double least) {
        if (from == to) return;
        if (side[from] == 2 && side[to] == 0) {
            weighed.out += asked.capacities[edge];
            if (asked.capacities[edge] > 0) weighed.edges.insert(edge);
        }
        if (side[from] != 2 && side[to] != 0) weighed.into += least;
    };
    for (EdgeId edge = 0; edge < asked.edges.size(); ++edge) {
        const EdgeSpec& ends = asked.edges[edge];
        cross(ends.source, ends.target, edge, asked.least.empty() ? 0 : asked.least[edge]);
        if (asked.runs_back(edge)) cross(ends.target, ends.source, edge, 0);
    }
    for (Vertex v = 0; v < asked.rooms.size(); ++v) {
        if (side[v] != 1) continue;
        weighed.out += asked.rooms[v];
        if (asked.rooms[v] > 0) weighed.rooms.insert(v);
    }
    return weighed;
}

/// The most that flows as the least of all cuts, none if no flow carries all it must (Hoffman).
inline std::optional<double> most_by_cuts(const FlowCase& asked) {
    double most = flows::unlimited;
    bool feasible = true;
    each_side(asked, [&](const std::vector<int>& side) {
        const Weighed weighed = weigh(asked, side);
        const auto beyond = [&](Vertex source) { return side[source] == 0; };
        const auto before = [&](Vertex target) { return side[target] == 2; };
        const bool parts = std::ranges::none_of(asked.sources, beyond) && std::ranges::none_of(asked.targets, before);
        // What comes to a target may start again at a source.
        const bool round = std::ranges::any_of(asked.sources, beyond) && std::ranges::any_of(asked.targets, before);
        if (!round && weighed.into > weighed.out + 1e-9) feasible = false;
        if (parts) most = std::min(most, weighed.out - weighed.into);
    });
    return feasible ? std::optional{most} : std::nullopt;
}

/// That amounts keep to all bounds, and lose and make nothing between 0 and 1.
inline void expect_flow(const FlowCase& asked, const Flow& flow, double value) {
    std::vector<double> gain(asked.count, 0), comes(asked.count, 0);
    for (EdgeId edge = 0; edge < asked.edges.size(); ++edge) {
        const auto [source, target, weight, both] = asked.edges[edge];
        const double amount = flow.amounts[edge];
        if (source == target) {
            EXPECT_EQ(amount, 0);
        }
        EXPECT_LE(std::abs(amount), asked.capacities[edge]);
        if (!asked.runs_back(edge)) {
            EXPECT_GE(amount, 0);
        }
        if (!asked.least.empty() && source != target && asked.least[edge] > 0) {
            EXPECT_GE(amount, asked.least[edge] - 1e-12);
        }
        gain[source] -= amount;
        gain[target] += amount;
        comes[amount > 0 ? target : source] += std::abs(amount);
    }
    EXPECT_NEAR(flow.value, value, 1e-10);
    EXPECT_NEAR(gain[1], value, 1e-10);
    EXPECT_NEAR(gain[0], -value, 1e-10);
    for (Vertex v = 2; v < asked.count; ++v) EXPECT_NEAR(gain[v], 0, 1e-10);
    for (Vertex v = 0; v < asked.rooms.size(); ++v) {
        EXPECT_LE(comes[v] + (v == 0 ? value : 0), asked.rooms[v] + 1e-10);
    }
}

/// `check(view)` on the graph of a case, of the direction it has.
inline auto with_view(const FlowCase& asked, const auto& check) {
    if (asked.directed) return check(Digraph{asked.count, asked.edges});
    return check(Ugraph{asked.count, asked.edges});
}

inline const std::vector<FlowShape> flow_shapes = [] {
    std::vector<FlowShape> shapes;
    for (const Ties ties : {Ties::directed, Ties::undirected, Ties::mixed}) {
        for (const bool least : {false, true}) {
            for (const bool rooms : {false, true}) {
                for (const bool real : {false, true}) shapes.push_back({ties, least, rooms, real});
            }
        }
    }
    return shapes;
}();

}  // namespace coopnet::support
