#include "support/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace coopnet {
namespace {

using ::testing::StrEq;
using ::testing::ThrowsMessage;

Network sourced() {
    return build(support::case_of("id,kind\na,police\nb,ngo",
                                  "id,source,target,relation,reliability,status,sources\n"
                                  "t1,a,b,requests,,documented,S2;S1\n"
                                  "t2,a,b,requests,0.25,documented,S2\n"
                                  "t3,b,a,requests,,claimed,S3\n"
                                  "t4,b,a,requests,,inferred,\n"
                                  "t5,b,a,requests,,,",
                                  "id,grade\nS1,B2\nS2,C4\nS3,"));
}

TEST(Network, FindsActorsAndTiesById) {
    const Network network = sourced();
    EXPECT_EQ(network.actor("b"), ActorRow{1});
    EXPECT_EQ(network.tie("t3"), TieRow{2});
    EXPECT_EQ(network.tie_id(TieRow{2}), "t3");
    EXPECT_THAT([&] { static_cast<void>(network.actor("B")); },
                ThrowsMessage<UnknownActor>(StrEq("There is no actor \"B\". Nearest: b.")));
    EXPECT_THAT([&] { static_cast<void>(network.tie("t9")); },
                ThrowsMessage<UnknownName>(StrEq("There is no tie \"t9\". Nearest: t1, t2, t3.")));
}

TEST(Network, GradesATieByItsBestSource) {
    const Network network = sourced();
    EXPECT_EQ(network.best_grade(TieRow{0}), (Grade{'B', '2'}));
    EXPECT_EQ(network.best_grade(TieRow{2}), (Grade{'F', '6'}));
    EXPECT_FALSE(network.best_grade(TieRow{3}).has_value());
}

TEST(Network, ReadsReliabilityFromTheRecordElseFromGradeAndStatus) {
    const Network network = sourced();
    EXPECT_EQ(network.reliability(TieRow{0}), .85);
    EXPECT_EQ(network.reliability(TieRow{1}), .25);
    EXPECT_EQ(network.reliability(TieRow{2}), .4 * .8);
    EXPECT_EQ(network.reliability(TieRow{3}), .3);
    EXPECT_TRUE(std::isnan(network.reliability(TieRow{4})));
}

}  // namespace
}  // namespace coopnet
