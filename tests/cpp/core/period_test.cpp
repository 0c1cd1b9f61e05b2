#include <gtest/gtest.h>
#include <coopnet/core/period.hpp>

#include <algorithm>
#include <limits>
#include <string_view>
#include <vector>

namespace coopnet {
namespace {

Period period(std::string_view since, std::string_view until) {
    return {parse_since(since).value(), parse_until(until).value()};
}

bool possible(const Period& held, std::string_view span) {
    return held.possible_during(parse_span(span).value());
}

bool certain(const Period& held, std::string_view span) {
    return held.certain_during(parse_span(span).value());
}

TEST(Date, CountsDaysFromTheFirstOf1970) {
    EXPECT_EQ(parse_date("1970-01-01"), (Date{0, 0}));
    EXPECT_EQ(parse_date("1969-12-31"), (Date{-1, -1}));
    EXPECT_EQ(parse_date("2000-03-01"), (Date{11017, 11017}));
}

TEST(Date, AMonthOrYearIsOneUnknownDayOfIt) {
    EXPECT_EQ(parse_date("1970-02"), (Date{31, 58}));
    EXPECT_EQ(parse_date("1972-02"), (Date{761, 789}));
    EXPECT_EQ(parse_date("1970"), (Date{0, 364}));
}

TEST(Date, AQuarterIsOneUnknownDayOfItsMonths) {
    EXPECT_EQ(parse_date("1970-Q1"), (Date{0, 89}));
    EXPECT_EQ(parse_date("2022-Q3")->earliest, parse_date("2022-07-01")->earliest);
    EXPECT_EQ(parse_date("2022-Q3")->latest, parse_date("2022-09-30")->latest);
    EXPECT_EQ(parse_date("2022-Q4")->latest, parse_date("2022")->latest);
    EXPECT_EQ(parse_span("2022-Q3/2022-Q4")->earliest, parse_date("2022-07-01")->earliest);
    for (const auto* text : {"2022-Q0", "2022-Q5", "2022-q1", "2022-Q", "2022-Q1-01", "2022-QQ"}) {
        EXPECT_FALSE(parse_date(text).has_value()) << text;
    }
}

TEST(Date, RefusesWhatIsNoDate) {
    for (const auto* text :
         {"", "22", "2022-", "2022-1", "2022-13", "2022-00", "2022-02-29", "2022-02-00", "2022/08", "2022-08-1",
          "2022-08-011", "2022-08-01T", " 2022", "20220801", "+022", "2022-8-01", ".."}) {
        EXPECT_FALSE(parse_date(text).has_value()) << text;
    }
    EXPECT_TRUE(parse_date("2020-02-29").has_value());
}

// Every reading of the unknown days, one by one.
struct Readings {
    bool any = false;
    bool some_touches = false;
    bool all_touch = true;
};

Readings read_all(const Period& held, const Date& span) {
    Readings readings;
    for (Day since = held.since.earliest; since <= held.since.latest; ++since) {
        for (Day until = std::max(since, held.until.earliest); until <= held.until.latest; ++until) {
            const bool touches = since <= span.latest && until >= span.earliest;
            readings.any = true;
            readings.some_touches = readings.some_touches || touches;
            readings.all_touch = readings.all_touch && touches;
        }
    }
    return readings;
}

std::vector<Date> dates_within(Day days) {
    std::vector<Date> dates;
    for (Day from = 0; from < days; ++from) {
        for (Day through = from; through < days; ++through) dates.push_back({from, through});
    }
    return dates;
}

TEST(Period, AgreesWithEveryReadingOfItsUnknownDays) {
    const auto dates = dates_within(5);
    for (const Date& since : dates) {
        for (const Date& until : dates) {
            const Period held{since, until};
            for (const Date& span : dates) {
                const Readings readings = read_all(held, span);
                ASSERT_EQ(held.ends_before_it_begins(), !readings.any);
                if (!readings.any) continue;
                ASSERT_EQ(held.possible_during(span), readings.some_touches);
                ASSERT_EQ(held.certain_during(span), readings.all_touch);
            }
        }
    }
}

TEST(Period, HoldsOnItsFirstAndLastDay) {
    const Period march = period("2021-03-01", "2021-03-31");
    for (const auto* day : {"2021-03-01", "2021-03-31"}) {
        EXPECT_TRUE(possible(march, day) && certain(march, day)) << day;
    }
    for (const auto* day : {"2021-02-28", "2021-04-01"}) {
        EXPECT_FALSE(possible(march, day) || certain(march, day)) << day;
    }
}

TEST(Period, AnEventInAMonthIsPossibleOnItsDaysAndCertainDuringIt) {
    const Period august = period("2022-08", "2022-08");
    EXPECT_TRUE(possible(august, "2022-08-15"));
    EXPECT_FALSE(certain(august, "2022-08-15"));
    EXPECT_TRUE(certain(august, "2022-08"));
    EXPECT_FALSE(possible(august, "2022-09"));
}

TEST(Period, BetweenTwoMonthsIsCertainFromTheEndOfOneToTheBeginningOfTheOther) {
    const Period held = period("2022-08", "2022-10");
    EXPECT_FALSE(certain(held, "2022-08-30"));
    EXPECT_TRUE(certain(held, "2022-08-31"));
    EXPECT_TRUE(certain(held, "2022-10-01"));
    EXPECT_FALSE(certain(held, "2022-10-02"));
    EXPECT_TRUE(possible(held, "2022-10-31"));
}

TEST(Period, AnUnknownEndIsPossibleForEverAndCertainOnTheFirstDayOnly) {
    const Period held = period("2022-08-15", "");
    EXPECT_TRUE(certain(held, "2022-08-15"));
    EXPECT_FALSE(certain(held, "2022-08-16"));
    EXPECT_TRUE(possible(held, "2999"));
    EXPECT_FALSE(possible(held, "2022-08-14"));
}

TEST(Period, AnOpenEndIsCertainForEver) {
    const Period held = period("2022-08", "..");
    EXPECT_FALSE(certain(held, "2022-08-30"));
    EXPECT_TRUE(certain(held, "2022-08-31"));
    EXPECT_TRUE(certain(held, "2999"));
}

TEST(Period, OfWhichNothingIsKnownIsPossibleAndNeverCertain) {
    EXPECT_TRUE(possible(period("", ""), "2022"));
    EXPECT_FALSE(certain(period("", ""), "1000/2999"));
}

TEST(Span, IncludesBothItsEnds) {
    EXPECT_EQ(parse_span("2022-07/2022-09"),
              (Date{parse_date("2022-07-01")->earliest, parse_date("2022-09-30")->latest}));
    EXPECT_EQ(parse_span("2022"), parse_date("2022"));
    for (const auto* text : {"2022/", "/2022", "2022-09/2022-07", "2022/2023/2024", "..", ""}) {
        EXPECT_FALSE(parse_span(text).has_value()) << text;
    }
}

// The days of a stretch are those that the rule for one day lets pass.
TEST(Period, HoldsFromTheBeginningOfItsFirstDayToTheEndOfItsLast) {
    const auto dates = dates_within(4);
    for (const Date& since : dates) {
        for (const Date& until : dates) {
            const Period held{since, until};
            if (held.ends_before_it_begins()) continue;
            for (Day day = -1; day < 6; ++day) {
                const auto covers = [day](Stretch stretch) { return stretch.begin <= day && day + 1 <= stretch.end; };
                ASSERT_EQ(covers(held.possible()), held.possible_during({day, day}));
                ASSERT_EQ(covers(held.certain()), held.certain_during({day, day}));
            }
        }
    }
}

TEST(Period, HasNoBoundWhereItsEndsAreOpen) {
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(period("..", "..").certain(), (Stretch{-infinity, infinity}));
    EXPECT_EQ(period("", "").possible(), (Stretch{-infinity, infinity}));
    EXPECT_TRUE(period("", "").certain().empty());
    EXPECT_EQ(period("1970-01-02", "").certain(), (Stretch{1, 2}));
    EXPECT_EQ(period("1970-01-02", "..").certain(), (Stretch{1, infinity}));
    EXPECT_TRUE(period("1970-01", "1970-01").certain().empty());
}

}  // namespace
}  // namespace coopnet
