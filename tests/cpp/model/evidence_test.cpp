#include "support/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/model/evidence.hpp>

#include <vector>

namespace coopnet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Network sourced() {
    return build(support::case_of("id,kind\na,police\nb,ngo",
                                  "source,target,relation,status,sources\n"
                                  "a,b,requests,documented,S2;S1\n"
                                  "a,b,requests,documented,S2\n"
                                  "b,a,requests,claimed,S3\n"
                                  "b,a,requests,,",
                                  "id,grade\nS1,B2\nS2,C4\nS3,"));
}

TEST(Evidence, ListsEachSourceOnceInTheOrderOfTheirTable) {
    const Network network = sourced();
    EXPECT_THAT(sources_of(network, std::vector{TieRow{2}, TieRow{0}, TieRow{1}}), ElementsAre("S1", "S2", "S3"));
    EXPECT_THAT(sources_of(network, std::vector{TieRow{3}}), IsEmpty());
}

TEST(Evidence, IsAsWeakAsItsWeakestTie) {
    const Network network = sourced();
    EXPECT_EQ(weakest_grade(network, std::vector{TieRow{0}}), (Grade{'B', '2'}));
    EXPECT_EQ(weakest_grade(network, std::vector{TieRow{0}, TieRow{1}}), (Grade{'C', '4'}));
    EXPECT_EQ(weakest_grade(network, std::vector{TieRow{0}, TieRow{3}}), (Grade{'F', '6'}));
    EXPECT_FALSE(weakest_grade(network, {}).has_value());
}

}  // namespace
}  // namespace coopnet
