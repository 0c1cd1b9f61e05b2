#include <coopnet/analysis/cohesion/backbone.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace coopnet::cohesion {
namespace {

using support::Ties;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Backbone, KeepsWhatTakesMostOfAnActorsStrength) {
    // A ring of ties of strength 1, but for one of 60.
    const auto ring = support::ring<Direction::undirected>(6);
    const std::vector<double> strengths{1, 1, 60, 1, 1, 1};
    const Backbone found = backbone(ring, strengths);
    EXPECT_THAT(found.edges, ElementsAre(2));
    EXPECT_DOUBLE_EQ(found.p.front(), 1.0 / 61);
    EXPECT_THAT(backbone(ring, strengths, {.alpha = 0.01}).edges, IsEmpty());
}

TEST(Backbone, ComparesWhatLeavesWithWhatLeavesAndWhatArrivesWithWhatArrives) {
    // 0 sends 1 and 99; 1 receives two ties, which is no part of what it sends.
    const Digraph view{5, {{0, 1}, {0, 2}, {4, 1}, {1, 3}}};
    const Backbone found = backbone(view, std::vector<double>{1, 99, 1, 50});
    EXPECT_THAT(found.edges, ElementsAre(1, 3));
    EXPECT_DOUBLE_EQ(found.p[0], 0.01);
    EXPECT_EQ(found.p[1], 1);  // all that leaves 1, and all that arrives at 3
}

TEST(Backbone, KeepsATieThatIsAllBothItsEndsHave) {
    EXPECT_THAT(backbone(Ugraph{4, {{0, 1}, {2, 3}}}, {}).edges, ElementsAre(0, 1));
    EXPECT_THAT(backbone(support::path<Direction::undirected>(3), {}).edges, IsEmpty());
    EXPECT_THAT(backbone(Digraph{2, {{0, 1, 1, true}}}, {}).edges, ElementsAre(0));
}

TEST(Backbone, IsEmptyOfNoTies) {
    EXPECT_THAT(backbone(Digraph{}, {}).edges, IsEmpty());
    EXPECT_THAT(backbone(Ugraph{1, {{0, 0}}}, {}).edges, IsEmpty());
    EXPECT_THAT(backbone(Ugraph{3, {}}, {}).edges, IsEmpty());
}

TEST(Backbone, RefusesWhatIsNoStrengthAndNoAlpha) {
    const auto ring = support::ring<Direction::directed>(3);
    for (const double bad : {0.0, -1.0, std::nan("")}) {
        EXPECT_THROW(backbone(ring, std::vector{1.0, bad, 1.0}), InvalidWeight) << bad;
    }
    for (const double bad : {0.0, 1.0, -0.1, std::nan("")}) {
        EXPECT_THROW(backbone(ring, {}, {.alpha = bad}), InvalidOption) << bad;
    }
}

// An edge as it runs one way, in tenths.
struct Run {
    EdgeId edge;
    Vertex from, to;
    std::uint64_t tenths;
};

std::vector<Run> runs(const support::RandomGraph& graph, bool directed) {
    std::vector<Run> all;
    for (EdgeId id = 0; id < graph.edges.size(); ++id) {
        const EdgeSpec& edge = graph.edges[id];
        if (edge.source == edge.target) continue;
        all.push_back({id, edge.source, edge.target, graph.tenths[id]});
        if (!directed || edge.both_ways) all.push_back({id, edge.target, edge.source, graph.tenths[id]});
    }
    return all;
}

// The share of the others, multiplied for each of them.
double by_definition(const std::vector<Run>& beside, std::uint64_t tenths) {
    std::uint64_t total = 0;
    for (const Run& run : beside) total += run.tenths;
    double p = 1;
    for (std::size_t other = 1; other < beside.size(); ++other)
        p *= static_cast<double>(total - tenths) / static_cast<double>(total);
    return p;
}

template <Direction D>
void compare(const support::RandomGraph& graph, double alpha, std::size_t& kept, std::size_t& left_out) {
    const auto all = runs(graph, D == Direction::directed);
    const Backbone found = backbone(graph.view<D>(), graph.costs(), {.alpha = alpha});
    for (EdgeId id = 0; id < graph.edges.size(); ++id) {
        double p = 1;
        bool stays = false;
        for (const Run& run : all) {
            if (run.edge != id) continue;
            std::vector<Run> leaves, arrives;
            std::ranges::copy_if(all, std::back_inserter(leaves), [&](const Run& r) { return r.from == run.from; });
            std::ranges::copy_if(all, std::back_inserter(arrives), [&](const Run& r) { return r.to == run.to; });
            p = std::min({p, by_definition(leaves, run.tenths), by_definition(arrives, run.tenths)});
            stays = stays || (leaves.size() == 1 && arrives.size() == 1);
        }
        const auto place = std::ranges::find(found.edges, id);
        ASSERT_EQ(place != found.edges.end(), stays || p < alpha) << id;
        ++(place == found.edges.end() ? left_out : kept);
        if (place == found.edges.end()) continue;
        EXPECT_NEAR(found.p[static_cast<std::size_t>(place - found.edges.begin())], p, 1e-12) << id;
    }
}

TEST(Backbone, IsWhatTheDefinitionKeeps) {
    std::size_t kept = 0, left_out = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE(seed);
        const double alpha = seed % 2 == 0 ? 0.2917 : 0.1171;  // no share of tenths comes out at these
        compare<Direction::directed>(support::random_graph(seed, Ties::directed), alpha, kept, left_out);
        compare<Direction::directed>(support::random_graph(seed, Ties::mixed), alpha, kept, left_out);
        compare<Direction::undirected>(support::random_graph(seed, Ties::undirected), alpha, kept, left_out);
    }
    EXPECT_GT(kept, 300);
    EXPECT_GT(left_out, 300);
}

}  // namespace
}  // namespace coopnet::cohesion
