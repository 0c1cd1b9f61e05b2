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

    [[nodiscard]] bool lacks(Vertex a, Vertex b) const { return gone[a] || gone[b]; }
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

// Who comes last before v on shortest pathways.
std::vector<Vertex> before(Vertex v, const Steps& steps, const detail::Contacts& back) {
    std::vector<Vertex> found;
    for (const Vertex u : back.of(v)) {
        if (steps[u] != Distances::unreached && steps[u] + 1 == steps[v]) found.push_back(u);
    }
    return found;
}

void expect_without_actor(Vertex source, Vertex v, const Case& some, Dominators& dominators, const Steps& steps) {
    Farther found;
    dominators.without(v, [&](Vertex w, std::uint32_t now) { EXPECT_TRUE(found.emplace(w, now).second); });
    const auto missing = [&](Vertex a, Vertex b) { return some.lacks(a, b) || a == v || b == v; };
    EXPECT_EQ(found, farther(steps, steps_from(source, some.view, missing), v));
}

void expect_without_step(Vertex source, Vertex u, Vertex v, const Case& some, Dominators& dominators,
                         const Steps& steps) {
    Farther found;
    dominators.without_only_step(v, [&](Vertex w, std::uint32_t now) { EXPECT_TRUE(found.emplace(w, now).second); });
    const auto missing = [&](Vertex a, Vertex b) { return some.lacks(a, b) || (a == u && b == v); };
    EXPECT_EQ(found, farther(steps, steps_from(source, some.view, missing), Dominators::none));
}

TEST(Dominators, TellWhoIsFartherWithoutAnActorOrAStep) {
    for (std::uint32_t seed = 0; seed < 120; ++seed) {
        SCOPED_TRACE(seed);
        const Case some = random_case(seed);
        const auto ties = detail::contacts(some.view, {}, detail::Mode::out);
        const auto back = detail::contacts(some.view, {}, detail::Mode::in);
        Dominators dominators{ties, back, some.gone};
        for (Vertex source = 0; source < some.view.vertex_count(); ++source) {
            if (some.gone[source]) continue;
            const auto missing = [&](Vertex a, Vertex b) { return some.lacks(a, b); };
            const Steps steps = steps_from(source, some.view, missing);
            dominators.from(source);
            for (Vertex v = 0; v < steps.size(); ++v) EXPECT_EQ(dominators.steps(v), steps[v]);
            for (const Vertex v : dominators.reached().subspan(1)) {
                expect_without_actor(source, v, some, dominators, steps);
                const auto sources = before(v, steps, back);
                ASSERT_EQ(dominators.only_step(v) != Dominators::none, sources.size() == 1);
                if (sources.size() != 1) continue;
                EXPECT_EQ(ties.actors[dominators.only_step(v)], v);
                expect_without_step(source, sources[0], v, some, dominators, steps);
            }
        }
    }
}

}  // namespace
}  // namespace coopnet::brokerage
