#include <coopnet/render/letters.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace coopnet::render {
namespace {

using Lines = std::vector<std::string>;

TEST(Letters, AreAsWideAsDejaVuSansSays) {
    EXPECT_NEAR(width_of("A", {2048}), 1401, 1e-9);
    EXPECT_NEAR(width_of("A", {2048, true}), 1585, 1e-9);
    EXPECT_DOUBLE_EQ(width_of("", {}), 0);
}

TEST(Letters, BreakWhereTheLongestLineIsShortest) {
    EXPECT_EQ(break_lines("NCB Phnom Penh", {}, 60, 2), (Lines{"NCB Phnom", "Penh"}));
    EXPECT_EQ(break_lines("Families, complainants", {}, 84, 2), (Lines{"Families,", "complainants"}));
    EXPECT_EQ(break_lines("Polri", {}, 84, 2), (Lines{"Polri"}));
    EXPECT_EQ(break_lines("two\nlines", {}, 500, 2), (Lines{"two lines"}));
}

TEST(Letters, FillLinesAsFarAsTheRoomGoes) {
    const Lines lines = fill_lines("one two three four five", {13.5}, 70);
    for (const std::string& line : lines) EXPECT_LE(width_of(line, {13.5}), 70);
    EXPECT_EQ(lines.front(), "one two");
}

TEST(Letters, ShortenNeverWithinACharacter) {
    const std::string shorter = shortened("ខ្មែរខ្មែរខ្មែរ", {}, 40);
    EXPECT_TRUE(shorter.ends_with("…"));
    EXPECT_EQ((shorter.size() - 3) % 3, 0U);  // Khmer letters take three bytes
    EXPECT_EQ(shortened("Polri", {}, 400), "Polri");
}

TEST(Letters, ScriptsWithoutBlanksBreakBetweenLetters) {
    const std::string khmer = "ការិយាល័យកណ្តាលជាតិ";
    const auto lines = break_lines(khmer, {}, 84, 2);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0] + lines[1], khmer);
    // The second begins with a letter of its own: no vowel, no sign, nothing that stands below another.
    EXPECT_EQ(lines[1].compare(0, 2, "\xE1\x9E"), 0);
    EXPECT_LT(static_cast<unsigned char>(lines[1][2]), 0xB4);
    EXPECT_NE(lines[0].substr(lines[0].size() - 3), "\xE1\x9F\x92");
    EXPECT_EQ(break_lines("Antitraffickingdepartment", {}, 84, 2).size(), 1U);
    EXPECT_EQ(break_lines("កខ", {}, 84, 2).size(), 1U);
}

}  // namespace
}  // namespace coopnet::render
