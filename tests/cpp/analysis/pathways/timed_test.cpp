#include <coopnet/analysis/pathways/timed.hpp>
#include <support/all_pathways.hpp>
#include <support/graphs.hpp>

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <tuple>
#include <vector>

namespace coopnet::pathways {
namespace {

using support::below;
using support::Ties;
using support::Walked;
using ::testing::ElementsAre;

constexpr double infinity = std::numeric_limits<double>::infinity();

// --- the oracle: every pathway, every time ------------------------------------------------------
//
// Days are whole, delays tenths of a day, so everything happens at a tenth, or just before or after one.
// The oracle looks at every twentieth from day -6 until day 20, which has a moment between any two
// tenths: it walks every simple pathway from every one of them, by the words of the definition.

constexpr int a_day = 20;
constexpr int first_time = -6 * a_day;
constexpr int times = 26 * a_day;

struct Held {
    std::optional<int> since, until;  // days, both in
    bool never = false;

    [[nodiscard]] bool at(int time) const {
        return !never && (!since || time >= *since * a_day) && (!until || time < (*until + 1) * a_day);
    }
    [[nodiscard]] Stretch stretch() const {
        if (never) return {0, 0};
        return {since ? *since : -infinity, until ? *until + 1.0 : infinity};
    }
};

struct Timed {
    std::uint32_t count = 0;
    std::vector<EdgeSpec> edges;
    std::vector<Held> held;
    std::vector<int> tenths;

    [[nodiscard]] std::vector<Stretch> holds() const {
        std::vector<Stretch> made;
        for (const Held& each : held) made.push_back(each.stretch());
        return made;
    }
    [[nodiscard]] std::vector<double> delays() const {
        std::vector<double> made;
        for (const int each : tenths) made.push_back(each / 10.0);
        return made;
    }
};

Held random_held(std::mt19937& random) {
    Held held;
    const int since = static_cast<int>(below(random, 6));
    const int length = below(random, 3) == 0 ? 0 : static_cast<int>(below(random, 4));
    if (below(random, 5) != 0) held.since = since;
    if (below(random, 5) != 0) held.until = since + length;
    held.never = below(random, 20) == 0;
    return held;
}

Timed random_timed(std::uint32_t seed, Ties ties) {
    constexpr std::array<int, 10> delays{0, 0, 1, 3, 5, 7, 10, 10, 13, 20};
    std::mt19937 random{seed};
    Timed made;
    made.count = 2 + below(random, 4);
    made.edges = support::random_edges(random, made.count, 2 + below(random, 2 * made.count + 1), ties == Ties::mixed);
    for (std::size_t i = 0; i < made.edges.size(); ++i) {
        made.edges[i].weight = 1;
        made.held.push_back(random_held(random));
        made.tenths.push_back(delays[below(random, delays.size())]);
    }
    return made;
}

using Moments = std::vector<bool>;  // by time from first_time

bool has(const Moments& moments, int time) {
    return time >= first_time && time < first_time + times && moments[static_cast<std::size_t>(time - first_time)];
}

// When a pathway can arrive that leaves at some of these times; `wait` in twentieths, or for ever.
Moments arrivals(const Timed& net, const Walked& way, int from, int to, std::optional<int> wait) {
    Moments there(times, false);
    for (int time = from; time <= to; ++time) there[static_cast<std::size_t>(time - first_time)] = true;
    bool first = true;
    for (const EdgeId edge : way.edges) {
        Moments next(times, false);
        std::optional<int> last;  // arrival before, or now
        for (int time = first_time; time < first_time + times; ++time) {
            if (has(there, time)) last = time;
            const bool ready = first ? has(there, time) : last && (!wait || time - *last <= *wait);
            const int arrives = time + 2 * net.tenths[edge];
            if (ready && net.held[edge].at(time) && arrives < first_time + times) {
                next[static_cast<std::size_t>(arrives - first_time)] = true;
            }
        }
        there = std::move(next);
        first = false;
    }
    return there;
}

struct Answer {
    int worth = 0;  // less is better
    int leaves = 0;
    Walked way;

    [[nodiscard]] auto order() const {
        std::vector<std::pair<Vertex, EdgeId>> steps;
        for (std::size_t i = 0; i < way.edges.size(); ++i) steps.emplace_back(way.vertices[i + 1], way.edges[i]);
        return std::tuple{worth, way.edges.size(), steps, leaves};
    }
};

enum class Question { earliest, latest, fastest };

// The first moment, if any, in the bounds.
std::optional<int> first_of(const Moments& there, int from, int to) {
    for (int time = from; time <= to; ++time)
        if (has(there, time)) return time;
    return std::nullopt;
}

std::optional<Answer> best_times(const Timed& net, const Walked& way, Question question, std::optional<int> wait,
                                 int from, int to) {
    if (question == Question::earliest) {
        const auto arrives = first_of(arrivals(net, way, from, to, wait), from, to);
        return arrives ? std::optional{Answer{*arrives, 0, way}} : std::nullopt;
    }
    std::optional<Answer> best;
    for (int leaves = to; leaves >= from; --leaves) {
        const auto arrives = first_of(arrivals(net, way, leaves, leaves, wait), leaves, to);
        if (!arrives) continue;
        if (question == Question::latest) return Answer{-leaves, leaves, way};
        if (!best || *arrives - leaves <= best->worth) best = Answer{*arrives - leaves, leaves, way};
    }
    return best;
}

// `from` and `to` are the moments that bound the question.
std::optional<Answer> by_definition(const Timed& net, bool directed, Vertex source, Vertex target, Question question,
                                    std::optional<int> wait, int from, int to) {
    std::optional<Answer> best;
    for (const Walked& way : support::all_pathways(net.edges, directed, net.count, source, target)) {
        auto answer = best_times(net, way, question, wait, from, to);
        if (answer && (!best || answer->order() < best->order())) best = std::move(answer);
    }
    return best;
}

int twentieths(Moment moment) {
    return static_cast<int>(std::lround(moment.days * a_day)) + moment.hairs;
}

// The times that are told are times at which the pathway can be walked.
void expect_walkable(const Timed& net, const TimedPathway& way, std::optional<int> wait) {
    const auto& edges = way.pathway.edges;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const int departs = twentieths(way.departs[i]);
        EXPECT_TRUE(net.held[edges[i]].at(departs));
        EXPECT_EQ(twentieths(way.arrives[i]), departs + 2 * net.tenths[edges[i]]);
        if (i == 0) continue;
        const int waits = departs - twentieths(way.arrives[i - 1]);
        EXPECT_GE(waits, 0);
        if (wait) {
            EXPECT_LE(waits, *wait);
        }
    }
}

constexpr std::array<std::optional<int>, 5> waits{std::nullopt, 0, 10, 20, 40};

template <Direction D>
void agrees_with_the_definition(const Timed& net, std::uint32_t seed, Question question) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Monitor monitor;
    const Csr<D> view{net.count, net.edges};
    const auto holds = net.holds();
    const auto delays = net.delays();
    const Steps steps{holds, delays};
    const auto wait = waits[seed % waits.size()];
    const TimedOptions options{.max_wait = wait ? std::optional{*wait / static_cast<double>(a_day)} : std::nullopt};
    const Vertex source = 0;
    const Vertex target = net.count - 1;
    const int day = static_cast<int>(seed % 4);

    BestInTime found;
    std::optional<Answer> expected;
    const bool directed = D == Direction::directed;
    if (question == Question::earliest) {
        found = earliest_arrival(view, steps, source, target, {day + 0.0, 0}, options, monitor);
        expected = by_definition(net, directed, source, target, question, wait, day * a_day, 20 * a_day - 1);
    } else if (question == Question::latest) {
        found = latest_departure(view, steps, source, target, {day + 3.0, -1}, options, monitor);
        expected = by_definition(net, directed, source, target, question, wait, first_time, (day + 3) * a_day - 1);
    } else {
        found = fastest(view, steps, source, target, {day - 2.0, day + 7.0}, options, monitor);
        expected =
            by_definition(net, directed, source, target, question, wait, (day - 2) * a_day, (day + 7) * a_day - 1);
    }
    ASSERT_EQ(found.best.has_value(), expected.has_value());
    if (!expected) return;
    const TimedPathway& best = *found.best;
    EXPECT_EQ(best.pathway.vertices, expected->way.vertices);
    EXPECT_EQ(best.pathway.edges, expected->way.edges);
    expect_walkable(net, best, wait);
    const int leaves = twentieths(best.departs.front());
    const int arrives = twentieths(best.arrives.back());
    if (question == Question::earliest) {
        EXPECT_EQ(arrives, expected->worth);
        EXPECT_NEAR(best.pathway.length, arrives / static_cast<double>(a_day) - day, 1e-9);
    } else if (question == Question::latest) {
        EXPECT_EQ(-leaves, expected->worth);
        EXPECT_NEAR(best.pathway.length, day + 3 - best.departs.front().days, 1e-9);
    } else {
        EXPECT_EQ(arrives - leaves, expected->worth);
        EXPECT_EQ(leaves, expected->leaves);
    }
}

class EveryQuestionInTime : public ::testing::TestWithParam<Question> {};

TEST_P(EveryQuestionInTime, IsWhatWalkingEveryPathwayAtEveryTimeGives) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        agrees_with_the_definition<Direction::directed>(random_timed(seed, Ties::directed), seed, GetParam());
        agrees_with_the_definition<Direction::directed>(random_timed(seed, Ties::mixed), seed, GetParam());
        agrees_with_the_definition<Direction::undirected>(random_timed(seed, Ties::undirected), seed, GetParam());
    }
}

INSTANTIATE_TEST_SUITE_P(Questions, EveryQuestionInTime,
                         ::testing::Values(Question::earliest, Question::latest, Question::fastest));

// --- one rule at a time ---------------------------------------------------------------------------

struct Tie {
    Vertex source = 0;
    Vertex target = 0;
    Stretch holds = {};
    double delay = 0;
};

struct Net {
    std::vector<EdgeSpec> edges;
    std::vector<Stretch> holds;
    std::vector<double> delays;

    explicit Net(const std::vector<Tie>& ties) {
        for (const Tie& tie : ties) {
            edges.push_back({tie.source, tie.target});
            holds.push_back(tie.holds);
            delays.push_back(tie.delay);
        }
    }
    [[nodiscard]] Steps steps() const { return {holds, delays}; }
    [[nodiscard]] BestInTime earliest(Vertex target, double from, TimedOptions options = {}) const {
        Monitor monitor;
        return earliest_arrival(Digraph{target + 1, edges}, steps(), 0, target, {from, 0}, options, monitor);
    }
    [[nodiscard]] BestInTime latest(Vertex target, double day, TimedOptions options = {}) const {
        Monitor monitor;
        return latest_departure(Digraph{target + 1, edges}, steps(), 0, target, {day + 1, -1}, options, monitor);
    }
    [[nodiscard]] BestInTime quickest(Vertex target, Stretch during = {}, TimedOptions options = {}) const {
        Monitor monitor;
        return fastest(Digraph{target + 1, edges}, steps(), 0, target, during, options, monitor);
    }
};

TEST(InTime, UsesATieUntilItsLastDayEndsAndNoLonger) {
    const Net net{{{0, 1, {59, 90}}, {0, 1, {90, 120}}}};
    EXPECT_THAT(net.earliest(1, 89.5).best->pathway.edges, ElementsAre(0U));
    EXPECT_THAT(net.earliest(1, 90).best->pathway.edges, ElementsAre(1U));
    EXPECT_FALSE(net.earliest(1, 120).best);
}

TEST(InTime, LeavesAtTheLatestBeforeTheTieEnds) {
    const auto found = Net{{{0, 1, {59, 90}}}}.latest(1, 200);
    EXPECT_EQ(found.best->departs.front().days, 90);
    EXPECT_EQ(found.best->departs.front().hairs, -1);
    EXPECT_EQ(found.best->pathway.length, 111);
}

TEST(InTime, ArrivesOnTheDayOfTheDeadlineButNotOnTheNext) {
    const Net net{{{0, 1, {0, 9}, 1}}};
    EXPECT_EQ(net.latest(1, 5).best->departs.front().days, 5);
    EXPECT_FALSE(net.latest(1, -1).best);
}

TEST(InTime, WaitsForATieUnlessThatIsTooLong) {
    const Net net{{{0, 1, {0, 1}}, {1, 2, {4, 5}}}};
    EXPECT_EQ(net.earliest(2, 0).best->arrives.back().days, 4);
    EXPECT_FALSE(net.earliest(2, 0, {.max_wait = 2}).best);
    // From just before day 1 until day 4 there are just more than three days.
    EXPECT_FALSE(net.earliest(2, 0, {.max_wait = 3}).best);
    EXPECT_EQ(net.earliest(2, 0, {.max_wait = 3.5}).best->departs.front().days, 0.5);
}

TEST(InTime, WaitsAtTheSourceForAsLongAsOneLikes) {
    EXPECT_EQ(Net({{0, 1, {9, 10}}}).earliest(1, 0, {.max_wait = 0}).best->arrives.back().days, 9);
}

TEST(InTime, CountsTimesThatAreEqualOnPaperAsEqual) {
    const Net net{{{0, 1, {}, 0.1}, {1, 3, {}, 0.7}, {0, 2, {}, 0.3}, {2, 3, {}, 0.5}, {0, 3, {}, 0.8}}};
    EXPECT_THAT(net.earliest(3, 0).best->pathway.edges, ElementsAre(4U));
    // Three thirds are a day, and a tie that ended the day before is not there any more.
    const double third = 1.0 / 3;
    const Net thirds{{{0, 1, {}, third}, {1, 2, {}, third}, {2, 3, {}, third}, {3, 4, {0, 1}}}};
    EXPECT_FALSE(thirds.earliest(4, 0).best);
    EXPECT_TRUE(thirds.earliest(4, -0.01).best);
}

TEST(InTime, TakesFewerStepsToArriveAtTheSameTime) {
    const Net net{{{0, 1, {0, 9}}, {1, 2, {0, 9}}, {0, 2, {3, 9}}, {2, 3, {5, 9}}}};
    EXPECT_THAT(net.earliest(3, 0).best->pathway.vertices, ElementsAre(0U, 2U, 3U));
}

TEST(InTime, FastestWaitsAsLittleAsItCan) {
    const Net net{{{0, 1, {0, 10}, 1}, {1, 2, {20, 30}, 1}, {0, 2, {0, 1}, 15}}};
    const auto found = net.quickest(2);
    EXPECT_THAT(found.best->pathway.vertices, ElementsAre(0U, 1U, 2U));
    EXPECT_EQ(found.best->pathway.length, 11);
    EXPECT_EQ(found.best->departs.front().hairs, -1);
}

TEST(InTime, FastestLeavesAsEarlyAsItCan) {
    const Net net{{{0, 1, {3, 100}, 2}, {1, 2, {7, 100}, 1}}};
    const auto found = net.quickest(2);
    EXPECT_EQ(found.best->pathway.length, 3);
    EXPECT_EQ(found.best->departs.front().days, 5);
    EXPECT_EQ(net.quickest(2, {30, 40}).best->departs.front().days, 30);
    EXPECT_FALSE(net.quickest(2, {30, 32}).best);
}

TEST(InTime, WhatNothingBoundsHasNoTime) {
    const auto found = Net{{{0, 1, {}, 2}}}.quickest(1);
    EXPECT_EQ(found.best->pathway.length, 2);
    EXPECT_TRUE(std::isinf(found.best->departs.front().days));
    const auto ended = Net{{{0, 1, {-infinity, 5}, 2}}}.quickest(1);
    EXPECT_EQ(ended.best->departs.front().days, 5);
}

// With little waiting, a way by which one came sooner may have a vertex behind it that the other still needs.
TEST(InTime, KeepsAWayThatHasFewerBehindIt) {
    const Net net{
        {{0, 1, {0, 1}}, {0, 2, {0, 1}}, {1, 3, {0, 1}, 3}, {2, 3, {0, 1}, 3}, {3, 1, {4, 5}, 0.5}, {1, 4, {5, 6}}}};
    EXPECT_THAT(net.earliest(4, 0, {.max_wait = 1}).best->pathway.vertices, ElementsAre(0U, 2U, 3U, 1U, 4U));
}

TEST(InTime, LeadsFromAVertexToItselfWithoutAStep) {
    const Net net{{{0, 0, {}, 1}}};
    for (const BestInTime& found : {net.earliest(0, 3), net.latest(0, 3), net.quickest(0)}) {
        ASSERT_TRUE(found.best);
        EXPECT_TRUE(found.best->pathway.edges.empty());
        EXPECT_EQ(found.best->pathway.length, 0);
    }
}

TEST(InTime, SaysThatATimeLimitStoppedIt) {
    const auto found = Net{{{0, 1}}}.earliest(1, 0, {.time_limit = 0});
    EXPECT_FALSE(found.best);
    EXPECT_TRUE(found.partial);
}

TEST(InTime, RefusesDelaysAndWaitsThatAreNone) {
    for (const double delay : {-1.0, infinity, std::numeric_limits<double>::quiet_NaN()}) {
        EXPECT_THROW(Net({{0, 1, {}, delay}}).earliest(1, 0), InvalidWeight) << delay;
    }
    EXPECT_THROW(Net({{0, 1}}).earliest(1, 0, {.max_wait = -1}), InvalidOption);
}

TEST(InTime, SaysWhenOneGetsToEachFirst) {
    Monitor monitor;
    const Net net{{{0, 1, {2, 9}, 0.5}, {1, 2, {0, 2}}}};
    const auto arrivals = first_arrivals(Digraph{3, net.edges}, net.steps(), 0, {1, 0}, monitor);
    EXPECT_THAT(arrivals.vertices, ElementsAre(0U, 1U));
    EXPECT_EQ(arrivals.moments[0].days, 1);
    EXPECT_EQ(arrivals.moments[1].days, 2.5);
}

}  // namespace
}  // namespace coopnet::pathways
