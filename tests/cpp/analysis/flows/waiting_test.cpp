#include <coopnet/analysis/flows/waiting.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace coopnet::flows {
namespace {

using ::testing::ElementsAre;

constexpr double no_limit = std::numeric_limits<double>::infinity();

// 0 → 1 → 2, and 3 on no way between; two days, three persons on the first.
template <Direction D>
TimeExpanded line(std::vector<EdgeSpec> edges, const std::vector<double>& seats,
                  const std::vector<std::uint32_t>& delay,
                  const std::vector<double>& handles = std::vector<double>(4, no_limit)) {
    const Csr<D> view{4, std::move(edges)};
    const std::vector<double> arrivals{3, 0};
    const std::vector<double> beds{no_limit, 5, no_limit, no_limit};
    return time_expanded(view, Journey{.source = 0,
                                       .target = 2,
                                       .arrivals = arrivals,
                                       .delay = delay,
                                       .seats = seats,
                                       .beds = beds,
                                       .handles = handles});
}

TEST(TimeExpanded, HasAMoveForEachEdgeAndDayAndAStayForEachNight) {
    const TimeExpanded made = line<Direction::directed>({{0, 1}, {1, 2}, {3, 3}}, {1, 2, 3, 4, 9, 9}, {0, 1, 0});
    EXPECT_THAT(made.acts,
                ElementsAre(Act::moves, Act::moves, Act::moves, Act::stays, Act::stays, Act::stays, Act::stays));
    EXPECT_THAT(made.places, ElementsAre(0U, 0U, 1U, 0U, 0U, 1U, 1U));
    EXPECT_THAT(made.days, ElementsAre(0U, 1U, 0U, 0U, 1U, 0U, 1U));  // on day 1 nobody sets out for day 2
    EXPECT_THAT(made.costs, ElementsAre(0, 0, 1, 1, 0, 1, 0));
    EXPECT_THAT(made.most, ElementsAre(1, 2, 3, no_limit, no_limit, 5, no_limit));
    EXPECT_THAT(made.rows.low, ElementsAre(3, 0, 0, 0));
    EXPECT_EQ(made.rows.low, made.rows.high);
    // Vertex 0 on day 0: who moves and who stays; on day 1: so, less who stayed. Then vertex 1.
    EXPECT_THAT(made.rows.starts, ElementsAre(0, 2, 5, 8, 11));
    EXPECT_THAT(made.rows.columns, ElementsAre(0, 3, 1, 3, 4, 0, 2, 5, 1, 5, 6));
    EXPECT_THAT(made.rows.values, ElementsAre(1, 1, 1, -1, 1, -1, 1, 1, -1, -1, 1));
}

TEST(TimeExpanded, GivesBothWaysOfAnEdgeTheirSeatsTogether) {
    for (const bool directed : {true, false}) {
        const std::vector<EdgeSpec> edges{{0, 1, 1, true}, {1, 2, 1, true}, {1, 3, 1, true}};
        const std::vector<double> seats{4, 4, no_limit, no_limit, no_limit, no_limit};
        const TimeExpanded made = directed ? line<Direction::directed>(edges, seats, {0, 0, 0})
                                           : line<Direction::undirected>(edges, seats, {0, 0, 0});
        // Vertex 3 leads nowhere else but is a way there and back; vertex 2 is the end.
        std::vector<double> shared;
        for (std::size_t i = 0; i < made.acts.size(); ++i) {
            if (made.acts[i] == Act::shares) shared.push_back(made.most[i]);
            if (made.acts[i] != Act::moves) continue;
            EXPECT_EQ(made.most[i], no_limit);
            EXPECT_NE(made.from[i], 2U);
        }
        EXPECT_THAT(shared, ElementsAre(4, 4));
    }
}

TEST(TimeExpanded, CountsWhatAVertexPassesOnAlongAllItsEdges) {
    const std::vector<double> seats(8, no_limit);
    const TimeExpanded made =
        line<Direction::directed>({{0, 1}, {1, 2}, {1, 2}, {0, 2}}, seats, {0, 0, 0, 0}, {no_limit, 7, 1, 1});
    EXPECT_THAT(made.acts[0], Act::passes);
    EXPECT_THAT(made.places[0], 1U);  // neither the end nor who is on no way
    EXPECT_EQ(std::ranges::count(made.acts, Act::passes), 2);
    EXPECT_EQ(made.most[0], 7);
    // The row of day 0: the moves along both edges are what is passed on.
    const auto first = static_cast<std::size_t>(made.rows.starts[4]);
    const auto last = static_cast<std::size_t>(made.rows.starts[5]);
    ASSERT_EQ(last - first, 3U);
    EXPECT_EQ(made.rows.columns[first], 0);
    EXPECT_EQ(made.rows.values[first], -1);
    for (std::size_t i = first + 1; i < last; ++i) {
        const auto column = static_cast<std::size_t>(made.rows.columns[i]);
        EXPECT_EQ(made.rows.values[i], 1);
        EXPECT_EQ(made.from[column], 1U);
        EXPECT_EQ(made.days[column], 0U);
    }
}

TEST(TimeExpanded, RefusesToWaitBetweenAVertexAndItself) {
    const Digraph view{1, {}};
    EXPECT_THROW(time_expanded(view, Journey{}), InvalidOption);
}

}  // namespace
}  // namespace coopnet::flows
