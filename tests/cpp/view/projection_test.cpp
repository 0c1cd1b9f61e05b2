#include <gtest/gtest.h>
#include <coopnet/core/error.hpp>
#include <coopnet/view/projection.hpp>

namespace coopnet {
namespace {

Projection weighing(const std::string& column) {
    Projection projection;
    projection.weight = column;
    return projection;
}

TEST(MeaningOfWeight, IsKnownForTheColumnsOfTheFormat) {
    EXPECT_EQ(meaning_of_weight({}), WeightMeaning::none);
    EXPECT_EQ(meaning_of_weight(weighing("strength")), WeightMeaning::strength);
    EXPECT_EQ(meaning_of_weight(weighing("reliability")), WeightMeaning::probability);
    EXPECT_EQ(meaning_of_weight(weighing("delay_days")), WeightMeaning::cost);
    EXPECT_EQ(meaning_of_weight(weighing("capacity")), WeightMeaning::capacity);
}

TEST(MeaningOfWeight, MustBeSaidForOthersAndMayBeSaidForAll) {
    EXPECT_THROW(meaning_of_weight(weighing("meetings")), InvalidOption);
    Projection projection = weighing("meetings");
    projection.weight_means = WeightMeaning::strength;
    EXPECT_EQ(meaning_of_weight(projection), WeightMeaning::strength);
    projection.weight = "delay_days";
    EXPECT_EQ(meaning_of_weight(projection), WeightMeaning::strength);
}

TEST(MeaningName, IsTheWordOfTheOption) {
    EXPECT_EQ(meaning_name(WeightMeaning::none), "none");
    EXPECT_EQ(meaning_name(WeightMeaning::capacity), "capacity");
}

}  // namespace
}  // namespace coopnet
