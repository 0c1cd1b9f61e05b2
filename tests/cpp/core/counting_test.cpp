// How a number counts, by the first word of its definition.
#include <coopnet/core/counting.hpp>

#include <gtest/gtest.h>

namespace coopnet {
namespace {

TEST(Counting, IsTheWordBeforeTheColon) {
    EXPECT_EQ(counting_of("flow: persons returned", false, true), Counting::flow);
    EXPECT_EQ(counting_of("stock: persons held", true, true), Counting::stock);
    EXPECT_EQ(counting_of("total: persons freed so far", true, true), Counting::total);
    EXPECT_EQ(counting_of("derived; 91 and 37", true, true), Counting::derived);
    EXPECT_EQ(counting_of("percent: growth", true, true), Counting::other);
    EXPECT_EQ(counting_of("share: of all", true, true), Counting::other);
}

TEST(Counting, IsTheWordAlone) {
    EXPECT_EQ(counting_of("derived", true, false), Counting::derived);
    EXPECT_EQ(counting_of("rank", true, false), Counting::other);
    EXPECT_EQ(counting_of("persons", true, false), Counting::flow);
}

TEST(Counting, IsSaidByTheDatesWhereNoWordDoes) {
    EXPECT_EQ(counting_of("", true, true), Counting::flow);
    EXPECT_EQ(counting_of("", false, true), Counting::stock);
    EXPECT_EQ(counting_of("", false, false), Counting::other);
    EXPECT_EQ(counting_of("persons returned: by air", true, false), Counting::flow);
}

}  // namespace
}  // namespace coopnet
