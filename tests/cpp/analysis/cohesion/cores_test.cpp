#include <coopnet/analysis/cohesion/cores.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <vector>

namespace coopnet::cohesion {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Cores, AreThoseWhoHoldEachOther) {
    EXPECT_THAT(cores(support::complete(4)).values, Each(3));
    EXPECT_THAT(cores(Ugraph{5, {{0, 1}, {1, 2}, {0, 2}, {2, 3}}}).values, ElementsAre(2, 2, 2, 1, 0));
}

TEST(Cores, CountATieInReturnAndAnUndirectedOneOnce) {
    EXPECT_THAT(cores(Digraph{2, {{0, 1}, {1, 0}}}).values, Each(2));
    EXPECT_THAT(cores(Digraph{2, {{0, 1, 1, true}}}).values, Each(1));
    EXPECT_THAT(cores(Digraph{2, {{0, 1, 1, true}}}, {.mode = Mode::in}).values, Each(1));
}

TEST(Cores, LeaveLoopsOutAndCountParallels) {
    EXPECT_THAT(cores(Ugraph{2, {{0, 0}, {0, 1}, {0, 1}}}).values, Each(2));
    EXPECT_THAT(cores(Ugraph{}).values, IsEmpty());
    EXPECT_THAT(cores(Digraph{1, {{0, 0}}}).values, Each(0));
}

// By definition: whoever has fewer than k ties to the others left goes, until nobody does.
std::vector<double> by_definition(const support::RandomGraph& graph, bool directed, Mode mode) {
    std::vector<double> numbers(graph.count, 0);
    for (std::uint32_t k = 1; k <= 2 * graph.edges.size(); ++k) {
        std::vector<bool> left(graph.count, true);
        for (bool changed = true; changed;) {
            changed = false;
            std::vector<std::uint32_t> ties(graph.count, 0);
            for (const EdgeSpec& edge : graph.edges) {
                if (edge.source == edge.target || !left[edge.source] || !left[edge.target]) continue;
                const bool both = !directed || mode == Mode::all || edge.both_ways;
                ties[edge.source] += both || mode == Mode::out ? 1 : 0;
                ties[edge.target] += both || mode == Mode::in ? 1 : 0;
            }
            for (std::uint32_t v = 0; v < graph.count; ++v) {
                if (!left[v] || ties[v] >= k) continue;
                left[v] = false;
                changed = true;
            }
        }
        for (std::uint32_t v = 0; v < graph.count; ++v) numbers[v] = left[v] ? k : numbers[v];
    }
    return numbers;
}

TEST(Cores, AreWhatPeelingByDefinitionLeaves) {
    support::each_random_graph(200, [](const support::RandomGraph& graph, bool directed) {
        for (const Mode mode : {Mode::all, Mode::in, Mode::out}) {
            const auto found =
                support::asked(graph, directed, [&](const auto& view) { return cores(view, {.mode = mode}).values; });
            EXPECT_EQ(found, by_definition(graph, directed, mode));
        }
    });
}

}  // namespace
}  // namespace coopnet::cohesion
