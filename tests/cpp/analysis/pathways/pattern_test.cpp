#include <coopnet/analysis/pathways/pattern.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace coopnet::pathways {
namespace {

using ::testing::HasSubstr;

// "column: message", or "" if the pattern can be read.
std::string wrong(std::string_view text) {
    try {
        parse_pattern(text);
    } catch (const ParseError& error) {
        return std::to_string(error.column()) + ": " + error.what();
    }
    return "";
}

TEST(Pattern, ReadsRelationsActorsAndRepeats) {
    const Pattern pattern =
        parse_pattern("reports (refers | -notifies)* [kind=ncb country!=KHM,-] i247 channel=police");
    ASSERT_EQ(pattern.of_ties.size(), 5U);
    EXPECT_EQ(pattern.of_ties[2].values[0].text, "notifies");
    EXPECT_EQ(pattern.of_ties[4].column.text, "channel");
    ASSERT_EQ(pattern.of_actors.size(), 2U);
    EXPECT_FALSE(pattern.of_actors[1].among);
    EXPECT_EQ(pattern.of_actors[1].values[0].text, "KHM");
    EXPECT_EQ(pattern.of_actors[1].values[1].text, "");  // the empty cell
}

TEST(Pattern, TakesAnyWordBetweenQuotes) {
    const Pattern pattern = parse_pattern(R"x("co-sponsors (2)" [name="a \"b\"" id=ID.NCB] "-")x");
    EXPECT_EQ(pattern.of_ties[0].values[0].text, "co-sponsors (2)");
    EXPECT_EQ(pattern.of_actors[0].values[0].text, "a \"b\"");
    EXPECT_EQ(pattern.of_actors[1].values[0].text, "ID.NCB");
    EXPECT_EQ(pattern.of_ties[1].values[0].text, "-");
}

TEST(Pattern, AsksTheSameThingOnce) {
    EXPECT_EQ(parse_pattern("(reports refers){3} reports").of_ties.size(), 2U);
}

TEST(Pattern, PointsAtTheCharacterWhereItBreaks) {
    EXPECT_THAT(wrong(""), HasSubstr("1: pattern, column 1: a relation, a dot or a bracket is missing here"));
    EXPECT_THAT(wrong("reports (refers"),
                HasSubstr("9: pattern, column 9: the bracket that opens here is never closed"));
    EXPECT_THAT(wrong("reports) x"), HasSubstr("8: pattern, column 8: this bracket closes none"));
    EXPECT_THAT(wrong("a | | b"), HasSubstr("5: "));
    EXPECT_THAT(wrong("[kind]"), HasSubstr("2: pattern, column 2: a column and a value are asked for here"));
    EXPECT_THAT(wrong("[kind=ncb"), HasSubstr("1: pattern, column 1: the bracket that opens here is never closed"));
    EXPECT_THAT(wrong("a{3,1}"), HasSubstr("3: pattern, column 3: it is repeated at least more often than at most"));
    EXPECT_THAT(wrong("a{,2}"), HasSubstr("3: pattern, column 3: a number is missing here"));
    EXPECT_THAT(wrong("a*?"), HasSubstr("3: pattern, column 3: what is repeated twice needs brackets around it"));
    EXPECT_THAT(wrong("a \"b"), HasSubstr("3: pattern, column 3: the quotation mark that opens here is never closed"));
    EXPECT_THAT(wrong("a channel!police"), HasSubstr("after ! there must be ="));
    EXPECT_THAT(wrong("*"), HasSubstr("1: pattern, column 1: a word is missing here"));
}

TEST(Pattern, CountsCharactersNotBytes) {
    EXPECT_THAT(wrong("ស្រុក )"), HasSubstr("7: pattern, column 7:"));
    EXPECT_THAT(wrong("ស្រុក )"), HasSubstr("\n  ស្រុក )\n        ^"));
}

TEST(Pattern, BoundsWhatItBecomes) {
    EXPECT_THAT(wrong("a{1001}"), HasSubstr("more than 1,000 times"));
    EXPECT_THAT(wrong("(a{1000} b){1000}"), HasSubstr("more than 2,000 states"));
    EXPECT_THAT(wrong(std::string(200, '(') + "a" + std::string(200, ')')), HasSubstr("too deep"));
    std::string many;
    for (int i = 0; i < 64; ++i) many += "r" + std::to_string(i) + " ";
    EXPECT_THAT(wrong(many), HasSubstr("more than 63 different things"));
}

TEST(Demand, IsOfAnActorOrOfATie) {
    EXPECT_EQ(parse_demand(" [kind=ncb country=KHM] ").of_actor.size(), 2U);
    EXPECT_EQ(parse_demand("channel=police,diplomatic").of_tie.at(0).values.size(), 2U);
    EXPECT_THROW(parse_demand("[]"), ParseError);
    EXPECT_THROW(parse_demand("[kind=ncb] [kind=igo]"), ParseError);
    EXPECT_THROW(parse_demand("channel=police x"), ParseError);
}

}  // namespace
}  // namespace coopnet::pathways
