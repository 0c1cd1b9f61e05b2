#include <gtest/gtest.h>
#include <coopnet/core/number.hpp>
#include <coopnet/core/text.hpp>

#include <cstdint>
#include <cstring>
#include <limits>
#include <random>
#include <string>

namespace coopnet {
namespace {

using namespace std::string_literals;

TEST(Text, IsValidUtf8WithoutNul) {
    for (const auto& text : {""s, "plain"s, "Käthe"s, "នគរបាល"s, "\u202eright to left"s, "🌏"s, "\xef\xbf\xbf"s}) {
        EXPECT_TRUE(is_text(text)) << text;
    }
    EXPECT_FALSE(is_text("a\0b"s));
    EXPECT_FALSE(is_text("\x80"s));              // a trail byte alone
    EXPECT_FALSE(is_text("\xe1\x9e"s));          // cut short
    EXPECT_FALSE(is_text("\xc0\xaf"s));          // overlong
    EXPECT_FALSE(is_text("\xe0\x80\xaf"s));      // overlong
    EXPECT_FALSE(is_text("\xed\xa0\x80"s));      // a surrogate
    EXPECT_FALSE(is_text("\xf4\x90\x80\x80"s));  // beyond Unicode
    EXPECT_FALSE(is_text("\xff"s));
}

TEST(Trimmed, TakesOffBlanksOfEveryScript) {
    EXPECT_EQ(trimmed(" \t\r\n\v\f a b \u00a0\u2003\u3000"), "a b");
    EXPECT_EQ(trimmed("\u2028\u0085x\u001c"), "x");
    EXPECT_EQ(trimmed(" \u00a0 "), "");
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed("\u200b"), "\u200b");  // of no width, but no blank
    EXPECT_EQ(trimmed("ក "), "ក");
}

TEST(Number, IsAPlainOrScientificDecimal) {
    EXPECT_EQ(read_number("1.5"), 1.5);
    EXPECT_EQ(read_number("-2"), -2.0);
    EXPECT_EQ(read_number("1e3"), 1000.0);
    for (const auto* text : {"", " 1", "1 ", "1,5", "1_000", "0x10", "nan", "inf", "1e999", "1.5.1", "+1", "one"}) {
        EXPECT_FALSE(read_number(text).has_value()) << text;
    }
}

TEST(Number, IsWrittenPlainlyAsFarAsPeopleWriteIt) {
    EXPECT_EQ(format_number(0), "0");
    EXPECT_EQ(format_number(100000), "100000");
    EXPECT_EQ(format_number(0.1), "0.1");
    EXPECT_EQ(format_number(-2.5), "-2.5");
    EXPECT_EQ(format_number(1e-9), "1e-09");
    EXPECT_EQ(format_number(1e15), "1e+15");
}

TEST(Number, ReadsBackAsItself) {
    std::mt19937_64 random{2};
    for (int round = 0; round < 20'000; ++round) {
        double value = 0;
        const std::uint64_t bits = random();
        std::memcpy(&value, &bits, sizeof value);
        if (!(value <= std::numeric_limits<double>::max() && value >= std::numeric_limits<double>::lowest())) continue;
        ASSERT_EQ(read_number(format_number(value)), value);
    }
}

}  // namespace
}  // namespace coopnet
