#include <gtest/gtest.h>
#include <coopnet/core/error.hpp>

#include <string>
#include <vector>

namespace coopnet {
namespace {

TEST(Problem, NamesFileRowAndColumn) {
    const Problem problem{.file = "ties.csv", .row = 7, .column = "target", .message = "there is no actor \"X\"."};
    EXPECT_EQ(problem.sentence(), "ties.csv, row 7, target: there is no actor \"X\".");
}

TEST(Problem, LeavesOutWhatIsNotKnown) {
    EXPECT_EQ((Problem{.file = "ties.csv", .row = {}, .column = "", .message = "it is empty."}).sentence(),
              "ties.csv: it is empty.");
    EXPECT_EQ((Problem{.file = "", .row = {}, .column = "", .message = "It is empty."}).sentence(), "It is empty.");
}

TEST(InvalidNetwork, ShowsTwentyProblemsAndKeepsAll) {
    const std::vector<Problem> problems(25, {.file = "ties.csv", .row = 2, .column = "", .message = "wrong."});
    const InvalidNetwork error{problems};
    EXPECT_EQ(error.problems().size(), 25U);
    EXPECT_TRUE(std::string{error.what()}.ends_with("… and 5 more."));
}

TEST(ParseError, NamesTheLineOnlyIfTheFormatTells) {
    EXPECT_STREQ((ParseError{"a.dot", 3, 0, "syntax error."}).what(), "a.dot, line 3: syntax error.");
    EXPECT_STREQ((ParseError{"a.dot", 0, 0, "syntax error."}).what(), "a.dot: syntax error.");
}

}  // namespace
}  // namespace coopnet
