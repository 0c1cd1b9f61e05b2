#include <coopnet/analysis/brokerage/dominators.hpp>

#include <gtest/gtest.h>
#include <support/graphs.hpp>

#include <cstddef>
#include <map>
#include <random>
#include <utility>
#include <vector>

namespace coopnet::brokerage {
namespace {

using Steps = std::vector<std::uint32_t>;
using Farther = std::map<Vertex, std::uint32_t>;

struct Case {
    Digraph view;
    std::vector<bool> gone;
};

// Chains, whose detours are long, with some ties across.
Case random_case(std::uint32_t seed) {
    std::mt19937 random{seed};
    const std::uint32_t count = 2 + support::below(random, 40);
    auto edges = support::random_edges(random, count, support::below(random, 3 * count), true);
    if (seed % 2 == 0) {
        for (Vertex v = 1; v < count; ++v) edges.push_back({v - 1, v});
    }
    std::vector<bool> gone(count, false);
    for (Vertex v = 0; v < count; ++v) gone[v] = seed % 3 == 0 && support::below(random, 8) == 0;
    return {Digraph{count, edges}, gone};
}

// Round by round over all ties but those that are `missing`.
template <class Missing>
Steps steps_from(Vertex source, const Digraph& view, const Missing& missing) {
    Steps steps(view.vertex_count(), Distances::unreached);
    steps[source] = 0;
    for (std::uint32_t round = 0; round < view.vertex_count(); ++round) {
        const auto follow = [&](Vertex u, Vertex v) {
            if (steps[u] == round && steps[v] > round && !missing(u, v)) steps[v] = round + 1;
        };
        for (const EdgeSpec& edge : view.edges()) {
            follow(edge.source, edge.target);
            if (edge.both_ways) follow(edge.target, edge.source);
        }
    }
    return steps;
}

Farther farther(const Steps& before, const Steps& now, Vertex without) {
    Farther found;
    for (Vertex v = 0; v < before.size(); ++v) {
        if (v != without && now[v] != before[v]) found[v] = now[v];
    }
    return found;
}

// All ties that shortest pathways to v end with.
std::vector<Vertex> before(Vertex v, const Steps& steps, const detail::Contacts& back) {
    std::vector<Vertex> found;
    for (const Vertex u : back.of(v)) {
        if (steps[u] != Distances::unreached && steps[u] + 1 == steps[v]) found.push_back(u);
    }
    return found;
}

TEST(Dominators, TellWhoIsFartherWithoutAnActorOrAStep) {
    std::size_t repaired = 0;
    for (std::uint32_t seed = 0; seed < 120; ++seed) {
        SCOPED_TRACE(seed);
        const auto [view, gone] = random_case(seed);
        const auto ties = detail::contacts(view, {}, detail::Mode::out);
        const auto back = detail::contacts(view, {}, detail::Mode::in);
        Dominators dominators{ties, back, gone};
        for (Vertex source = 0; source < view.vertex_count(); ++source) {
            if (gone[source]) continue;
            const auto there = [&](Vertex u, Vertex v) { return gone[u] || gone[v]; };
            const Steps steps = steps_from(source, view, there);
            dominators.from(source);
            for (Vertex v = 0; v < view.vertex_count(); ++v) EXPECT_EQ(dominators.steps(v), steps[v]);
            for (const Vertex v : dominators.reached().subspan(1)) {
                Farther found;
                const auto moved = [&](Vertex w, std::uint32_t now) { EXPECT_TRUE(found.emplace(w, now).second); };
                dominators.without(v, moved);
                const auto no_actor = [&](Vertex a, Vertex b) { return there(a, b) || a == v || b == v; };
                EXPECT_EQ(found, farther(steps, steps_from(source, view, no_actor), v));

                const auto sources = before(v, steps, back);
                ASSERT_EQ(dominators.only_step(v) != Dominators::none, sources.size() == 1);
                if (sources.size() != 1) continue;
                EXPECT_EQ(ties.actors[dominators.only_step(v)], v);
                found.clear();
                dominators.without_only_step(v, moved);
                const auto no_step = [&](Vertex a, Vertex b) { return there(a, b) || (a == sources[0] && b == v); };
                EXPECT_EQ(found, farther(steps, steps_from(source, view, no_step), Dominators::none));
                repaired += found.size() > 2 ? 1 : 0;
            }
        }
    }
    EXPECT_GT(repaired, 1000);
}

}  // namespace
}  // namespace coopnet::brokerage
