#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/core/circles.hpp>

namespace coopnet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Above = std::vector<std::optional<ActorRow>>;

TEST(Circles, AreNoneInAForest) {
    EXPECT_THAT(circles(Above{}), IsEmpty());
    EXPECT_THAT(circles(Above{std::nullopt, ActorRow{0}, ActorRow{0}, ActorRow{2}}), IsEmpty());
}

TEST(Circles, AreNamedOnceEach) {
    EXPECT_THAT(circles(Above{ActorRow{0}}), ElementsAre(0));
    EXPECT_THAT(circles(Above{ActorRow{1}, ActorRow{2}, ActorRow{0}, ActorRow{0}}), ElementsAre(0));
    EXPECT_THAT(circles(Above{ActorRow{1}, ActorRow{2}, ActorRow{1}, ActorRow{3}}), ElementsAre(1, 3));
}

}  // namespace
}  // namespace coopnet
