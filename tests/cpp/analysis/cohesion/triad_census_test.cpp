#include <coopnet/analysis/cohesion/triad_census.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/ties.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace coopnet::cohesion {
namespace {

using ::testing::Each;

// An example of each type, of actors 0, 1 and 2.
const std::map<std::string, std::vector<EdgeSpec>> examples{
    {"003", {}},
    {"012", {{0, 1}}},
    {"102", {{0, 1}, {1, 0}}},
    {"021D", {{1, 0}, {1, 2}}},
    {"021U", {{0, 1}, {2, 1}}},
    {"021C", {{0, 1}, {1, 2}}},
    {"111D", {{0, 1}, {1, 0}, {2, 1}}},
    {"111U", {{0, 1}, {1, 0}, {1, 2}}},
    {"030T", {{0, 1}, {2, 1}, {0, 2}}},
    {"030C", {{0, 1}, {1, 2}, {2, 0}}},
    {"201", {{0, 1}, {1, 0}, {1, 2}, {2, 1}}},
    {"120D", {{1, 0}, {1, 2}, {0, 2}, {2, 0}}},
    {"120U", {{0, 1}, {2, 1}, {0, 2}, {2, 0}}},
    {"120C", {{0, 1}, {1, 2}, {0, 2}, {2, 0}}},
    {"210", {{0, 1}, {1, 2}, {2, 1}, {0, 2}, {2, 0}}},
    {"300", {{0, 1}, {1, 0}, {1, 2}, {2, 1}, {0, 2}, {2, 0}}},
};

using Six = std::array<bool, 6>;

// The least of the six ways to write three actors' ties down: equal if they are of one type.
Six canonical(const support::Tied& tied, std::array<std::size_t, 3> of) {
    std::ranges::sort(of);
    Six least{true, true, true, true, true, true};
    do {
        const auto [a, b, c] = of;
        least = std::min(least, Six{tied[a][b], tied[b][a], tied[b][c], tied[c][b], tied[a][c], tied[c][a]});
    } while (std::ranges::next_permutation(of).found);
    return least;
}

std::map<Six, std::size_t> types() {
    std::map<Six, std::size_t> types;
    for (std::size_t type = 0; type < triad_types.size(); ++type) {
        support::RandomGraph graph;
        graph.count = 3;
        graph.edges = examples.at(std::string{triad_types[type]});
        types[canonical(support::tied(graph, true), {0, 1, 2})] = type;
    }
    return types;
}

TEST(TriadCensus, KnowsEachType) {
    EXPECT_EQ(types().size(), 16U);
    for (std::size_t type = 0; type < triad_types.size(); ++type) {
        const auto census = triad_census(Digraph{3, examples.at(std::string{triad_types[type]})});
        for (std::size_t other = 0; other < 16; ++other) EXPECT_EQ(census[other], other == type ? 1U : 0U);
    }
}

TEST(TriadCensus, IsEmptyForFewerThanThreeActors) {
    for (const std::uint32_t count : {0U, 1U, 2U}) {
        EXPECT_THAT(triad_census(support::path<Direction::directed>(count)), Each(0U));
    }
}

TEST(TriadCensus, IsWhatAllTriadsSay) {
    const auto type_of = types();
    support::each_random_graph(300, [&](const support::RandomGraph& graph, bool directed) {
        const auto tied = support::tied(graph, directed);
        std::array<std::uint64_t, 16> expected{};
        support::each_triad(graph.count, [&](std::size_t a, std::size_t b, std::size_t c) {
            if (a < b && b < c) ++expected[type_of.at(canonical(tied, {a, b, c}))];
        });
        EXPECT_EQ(support::asked(graph, directed, [](const auto& view) { return triad_census(view); }), expected);
    });
}

TEST(TriadCensus, CountsMoreTriadsThanAWordOfThirtyTwoBitsHolds) {
    EXPECT_EQ(triad_census(Digraph{3'000'000, {}})[0], 4'499'995'500'001'000'000U);
}

}  // namespace
}  // namespace coopnet::cohesion
