#include <gtest/gtest.h>
#include <coopnet/io/vocabulary.hpp>
#include <coopnet/model/vocabulary.hpp>

#include <map>

namespace coopnet {
namespace {

class Words : public ::testing::Test {
protected:
    const Vocabulary& words = io::stock_vocabulary();

    KindRow kind(std::string_view id) const { return words.kind(id).value(); }
};

TEST_F(Words, KnowTheAncestorsOfAKind) {
    EXPECT_TRUE(words.is_a(kind("ncb"), kind("ncb")));
    EXPECT_TRUE(words.is_a(kind("ncb"), kind("police")));
    EXPECT_TRUE(words.is_a(kind("ncb"), kind("body")));
    EXPECT_FALSE(words.is_a(kind("police"), kind("ncb")));
    EXPECT_FALSE(words.is_a(kind("site"), kind("body")));
}

TEST_F(Words, AllowAnyKindWhereNoneIsListed) {
    EXPECT_TRUE(words.allowed(kind("site"), {}));
    EXPECT_TRUE(words.allowed(kind("ncb"), {kind("site"), kind("body")}));
    EXPECT_FALSE(words.allowed(kind("ncb"), {kind("site")}));
}

TEST_F(Words, TakeLevelAndStyleFromTheNearestAncestor) {
    EXPECT_EQ(words.level_of(kind("police_unit")), "national");
    EXPECT_EQ(words.level_of(kind("police_province")), "local");
    EXPECT_EQ(words.style_of(kind("police_unit")).line, words.style_of(kind("police")).line);
    EXPECT_NE(words.style_of(kind("police_unit")).line, words.style_of(kind("agency")).line);
}

TEST_F(Words, DrawATieByItsChannelUnlessTheLineIsFixed) {
    const auto line = [&](std::string_view relation, std::string_view channel) {
        const LineStyle* found = words.line_of(words.relation(relation).value(), channel);
        return found == nullptr ? "" : found->id;
    };
    EXPECT_EQ(line("requests", ""), "police");
    EXPECT_EQ(line("requests", "diplomatic"), "diplomatic");
    EXPECT_EQ(line("requests", "pigeon"), "police");
    EXPECT_EQ(line("i247", "diplomatic"), "i247");
}

TEST(Label, FallsBackToEnglishAndThenToTheId) {
    const Label label{{"en", "Police"}, {"id", "Polisi"}};
    EXPECT_EQ(label_in(label, "id", "police"), "Polisi");
    EXPECT_EQ(label_in(label, "km", "police"), "Police");
    EXPECT_EQ(label_in({}, "id", "police"), "police");
}

TEST(Status, HasFourNames) {
    EXPECT_EQ(parse_status(""), Status::unsaid);
    EXPECT_EQ(parse_status("documented"), Status::documented);
    EXPECT_FALSE(parse_status("Documented").has_value());
    for (const Status status : {Status::unsaid, Status::documented, Status::claimed, Status::inferred}) {
        EXPECT_EQ(parse_status(status_name(status)), status);
    }
}

TEST(ReliabilityTable, TakesTheLowerOfLetterAndDigit) {
    const std::map<char, double> letters{{'A', .95}, {'B', .85}, {'C', .7}, {'D', .5}, {'E', .3}, {'F', .4}};
    const std::map<char, double> digits{{'1', .95}, {'2', .85}, {'3', .7}, {'4', .5}, {'5', .3}, {'6', .4}};
    for (const auto& [letter, by_letter] : letters) {
        for (const auto& [digit, by_digit] : digits) {
            const double lower = by_letter < by_digit ? by_letter : by_digit;
            EXPECT_EQ(ReliabilityTable{}.of(Grade{letter, digit}, Status::documented), lower);
            EXPECT_EQ(ReliabilityTable{}.of(Grade{letter, digit}, Status::claimed), lower * .8);
            EXPECT_EQ(ReliabilityTable{}.of(Grade{letter, digit}, Status::inferred), .3);
        }
    }
}

TEST(ReliabilityTable, SaysNothingOfATieThatSaysNothing) {
    EXPECT_FALSE(ReliabilityTable{}.of(std::nullopt, Status::unsaid).has_value());
    EXPECT_EQ(ReliabilityTable{}.of(Grade{'B', '2'}, Status::unsaid), .85);
    EXPECT_EQ(ReliabilityTable{}.of(std::nullopt, Status::inferred), .3);
}

}  // namespace
}  // namespace coopnet
