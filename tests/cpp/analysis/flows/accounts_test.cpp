// Which reports are of one number, which numbers are part of which, and what adds up.
#include <coopnet/analysis/flows/accounts.hpp>

#include <gmock/gmock.h>

#include <string>
#include <utility>

namespace coopnet::flows {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint32_t town = 0;
constexpr std::uint32_t country = 1;
constexpr std::uint32_t abroad = 2;

Date days(std::string_view span) {
    return parse_span(span).value();
}

Report flow(std::optional<std::uint32_t> origin, std::string_view span) {
    Report made;
    made.origin = origin;
    made.days = days(span);
    return made;
}

Report at(Counting counting, std::uint32_t origin, std::string_view day) {
    Report made = flow(origin, day);
    made.counting = counting;
    return made;
}

Accounts accounts_of(std::vector<Report> reports) {
    Figures figures;
    for (std::uint32_t i = 0; i < reports.size(); ++i) figures.rows.push_back(i);
    figures.reports = std::move(reports);
    figures.within = {{town, country}, {country}, {abroad}};
    Monitor monitor;
    return accounts(figures, monitor);
}

// "whole: part part" for each sum.
std::vector<std::string> sums(const Accounts& made) {
    std::vector<std::string> texts;
    for (const Adding& sum : made.sums) {
        std::string text = std::to_string(sum.whole) + ":";
        for (const auto part : sum.parts) text += " " + std::to_string(part);
        texts.push_back(std::move(text));
    }
    return texts;
}

TEST(Accounts, PutReportsOfTheSameDaysAndEndsTogether) {
    const Accounts made = accounts_of({flow(town, "2022-08"), flow(town, "2022-08-01/2022-08-31"), flow(town, "2022")});
    EXPECT_THAT(made.number_of, ElementsAre(0, 0, 1));
    EXPECT_THAT(made.reports, ElementsAre(ElementsAre(0, 1), ElementsAre(2)));
    EXPECT_THAT(sums(made), ElementsAre("1: 0"));
}

TEST(Accounts, AddMonthsAndPlacesUpButNobodyTwice) {
    EXPECT_THAT(sums(accounts_of({flow(town, "2022-07"), flow(town, "2022-08"), flow(town, "2022-07/2022-08")})),
                ElementsAre("2: 0 1"));
    EXPECT_THAT(sums(accounts_of({flow(country, "2022-07"), flow(abroad, "2022-07"), flow({}, "2022")})),
                ElementsAre("2: 0 1"));
    EXPECT_THAT(sums(accounts_of({flow(town, "2022-07/2022-08"), flow(town, "2022-08/2022-09"), flow({}, "2022")})),
                ElementsAre("2: 0", "2: 1"));
}

TEST(Accounts, CountAPlaceWithinItsCountryOnce) {
    // The town's persons are among the country's, which are among all.
    EXPECT_THAT(sums(accounts_of({flow(town, "2022"), flow(country, "2022"), flow({}, "2022")})),
                ElementsAre("1: 0", "2: 1"));
    // Not so where the whole country was counted for less time.
    EXPECT_THAT(sums(accounts_of({flow(town, "2022-09"), flow(country, "2022-08"), flow({}, "2022")})),
                ElementsAre("2: 0 1"));
}

TEST(Accounts, KnowNothingOfAnOpenBeginning) {
    Report open = flow(town, "2022");
    open.days.earliest = first_day;
    EXPECT_THAT(sums(accounts_of({open, flow(town, "2022-08"), flow({}, "2021/2023")})), ElementsAre("2: 1"));
}

TEST(Accounts, LetTotalsGrowAndStocksFall) {
    EXPECT_THAT(sums(accounts_of({at(Counting::total, town, "2022-08-01"), at(Counting::total, town, "2022-08-02")})),
                ElementsAre("1: 0"));
    EXPECT_THAT(sums(accounts_of({at(Counting::stock, town, "2022-08-01"), at(Counting::stock, town, "2022-08-02")})),
                IsEmpty());
    EXPECT_THAT(
        sums(accounts_of({at(Counting::stock, town, "2022-08-01"), at(Counting::stock, country, "2022-08-01")})),
        ElementsAre("1: 0"));
    // Some day of August may be before or after the 15th.
    EXPECT_THAT(sums(accounts_of({at(Counting::total, town, "2022-08"), at(Counting::total, town, "2022-08-15")})),
                IsEmpty());
}

TEST(Accounts, TakeTwoStocksOfAnUnknownDayForTwoNumbers) {
    const Accounts made = accounts_of({at(Counting::stock, town, "2022-08"), at(Counting::stock, town, "2022-08")});
    EXPECT_THAT(made.number_of, ElementsAre(0, 1));
    EXPECT_THAT(made.sums, IsEmpty());
}

TEST(Accounts, AddGroupsUpOnlyWhereTheyAreSaidToBePartsOfOneWhole) {
    Report men = flow(town, "2022-08");
    Report women = men;
    men.group = 1;
    women.group = 2;
    EXPECT_THAT(sums(accounts_of({men, women, flow(town, "2022-08")})), IsEmpty());
    men.part_of = 2;
    women.part_of = 2;
    EXPECT_THAT(sums(accounts_of({men, women, flow(town, "2022-08")})), ElementsAre("2: 0 1"));
    women.measure = 7;  // another measure may count the same persons
    EXPECT_THAT(sums(accounts_of({men, women, flow(town, "2022-08")})), ElementsAre("2: 0", "2: 1"));
}

TEST(Accounts, KeepAPartThatLooksLikeItsWholeApart) {
    Report part = flow(town, "2022-08");
    part.part_of = 1;
    const Accounts made = accounts_of({part, flow(town, "2022-08")});
    EXPECT_THAT(made.number_of, ElementsAre(0, 1));
    EXPECT_THAT(sums(made), ElementsAre("1: 0"));
}

TEST(Accounts, FollowPartsOfParts) {
    // Two flights in a total so far, and a third beside them, in the month.
    std::vector<Report> reports{flow(town, "2022-08-05"), flow(town, "2022-08-06"),
                                at(Counting::total, country, "2022-08-11"), flow(town, "2022-08-22"),
                                flow(town, "2022-08")};
    reports[0].part_of = reports[1].part_of = 2;
    reports[2].part_of = 4;
    reports[2].measure = 9;
    EXPECT_THAT(sums(accounts_of(reports)), ElementsAre("2: 0 1", "4: 0 1 3", "4: 2"));
}

}  // namespace
}  // namespace coopnet::flows
