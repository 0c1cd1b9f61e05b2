#include <gtest/gtest.h>
#include <coopnet/model/source.hpp>

#include <string>
#include <vector>

namespace coopnet {
namespace {

Grade grade(const std::string& text) {
    return parse_grade(text).value();
}

TEST(Grade, IsALetterAndADigit) {
    EXPECT_EQ(grade("B2"), (Grade{'B', '2'}));
    EXPECT_EQ(grade(""), (Grade{'F', '6'}));
    for (const auto* text : {"B", "2", "G1", "A0", "A7", "b2", "B22", "2B", " B2"}) {
        EXPECT_FALSE(parse_grade(text).has_value()) << text;
    }
    EXPECT_EQ(grade("C3").text(), "C3");
}

TEST(Grade, MeetsAnotherInBothParts) {
    EXPECT_TRUE(grade("B2").meets(grade("B2")));
    EXPECT_TRUE(grade("A1").meets(grade("B2")));
    EXPECT_FALSE(grade("A3").meets(grade("B2")));
    EXPECT_FALSE(grade("C1").meets(grade("B2")));
    EXPECT_TRUE(grade("F6").meets(grade("F6")));
    EXPECT_FALSE(grade("F1").meets(grade("E6")));
}

TEST(Grade, IsBetterByItsWorsePartThenByItsLetter) {
    const std::vector<std::string> best_first{"A1", "A2", "B1", "B2", "A3", "B3", "C1", "C3", "D4", "A6", "F1", "F6"};
    for (std::size_t i = 0; i < best_first.size(); ++i) {
        for (std::size_t j = 0; j < best_first.size(); ++j) {
            EXPECT_EQ(better(grade(best_first[i]), grade(best_first[j])), i < j) << best_first[i] << best_first[j];
        }
    }
}

}  // namespace
}  // namespace coopnet
