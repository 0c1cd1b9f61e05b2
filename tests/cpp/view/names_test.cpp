#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/view/names.hpp>

namespace coopnet {
namespace {

TEST(Names, LeadFromKeyToVertexAndBack) {
    const Names names{{"IOM", "007", "នគរបាល"}};
    for (Vertex v = 0; v < 3; ++v) EXPECT_EQ(names.vertex(names[v]), v);
}

TEST(Names, SayThatTheProjectionLeavesAnActorOut) {
    EXPECT_THAT([] { static_cast<void>(Names{{"IOM"}}.vertex("ILO")); },
                ::testing::ThrowsMessage<UnknownActor>(
                    ::testing::StrEq("The projection leaves the actor \"ILO\" out. Widen its layers, kinds, countries "
                                     "or actors.")));
}

}  // namespace
}  // namespace coopnet
