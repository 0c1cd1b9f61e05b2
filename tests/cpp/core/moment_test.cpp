#include <coopnet/core/moment.hpp>

#include <gtest/gtest.h>

#include <limits>

namespace coopnet {
namespace {

TEST(When, IsAWholeDayOrAMoment) {
    EXPECT_EQ(parse_when("1970-01-02"), (Stretch{1, 2}));
    EXPECT_EQ(parse_when("1970-01-02T06:00"), (Stretch{1.25, 1.25}));
    EXPECT_EQ(parse_when("1969-12-31T18:00:00"), (Stretch{-0.25, -0.25}));
}

TEST(When, RefusesAllElse) {
    for (const auto* text : {"", "2022", "2022-08", "2022-08-15T", "2022-08-15 06:00", "2022-08-15T24:00",
                             "2022-08-15T06:60", "2022-08-15T06:00:60", "2022-08-15T06:00Z", "2022-02-29"}) {
        EXPECT_FALSE(parse_when(text).has_value()) << text;
    }
}

TEST(MomentText, IsTheDayAtItsBeginningAndJustBeforeItsEnd) {
    EXPECT_EQ(moment_text({0, 0}), "1970-01-01");
    EXPECT_EQ(moment_text({1, -1}), "1970-01-01");
    EXPECT_EQ(moment_text({-1, 0}), "1969-12-31");
}

TEST(MomentText, HasTheTimeOfAFractionOfADay) {
    EXPECT_EQ(moment_text({0.5, 0}), "1970-01-01T12:00");
    EXPECT_EQ(moment_text({0.5, -1}), "1970-01-01T12:00");
    EXPECT_EQ(moment_text({-0.1, 0}), "1969-12-31T21:36");
    EXPECT_EQ(moment_text({1.0 / 86400, 0}), "1970-01-01T00:00:01");
    EXPECT_EQ(moment_text({1 - 1e-9, 0}), "1970-01-02");
}

TEST(MomentText, IsNothingBeyondFourDigitsOfYears) {
    EXPECT_FALSE(moment_text({std::numeric_limits<double>::infinity(), 0}));
    EXPECT_FALSE(moment_text({3e6, 0}));
    EXPECT_EQ(moment_text({2932896, 0}), "9999-12-31");
}

TEST(MomentText, IsReadAsTheMomentThatItSays) {
    for (const double day : {19000.0, 19000.25, 18999.9, -3.75}) {
        EXPECT_NEAR(parse_when(moment_text({day, 0}).value())->begin, day, 1.0 / 86400);
    }
}

}  // namespace
}  // namespace coopnet
