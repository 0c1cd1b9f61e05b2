#include "support/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/view/freeze.hpp>
#include <coopnet/view/freeze_labels.hpp>

#include <string>
#include <vector>

namespace coopnet {
namespace {

using support::case_of;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Network small_case() {
    return build(
        case_of("id,kind,country\npol,police_unit,IDN\nngo,ngo,\nwho,,IDN\niom,igo,",
                "id,source,target,relation,channel\nt1,ngo,pol,reports,\nt2,pol,iom,liaises,police\nt3,ngo,pol,refers,",
                "id,grade\nS1,C1"));
}

std::vector<std::string> words(const LabelColumn& column, std::size_t item) {
    std::vector<std::string> said;
    for (const std::uint32_t word : column.of(item)) said.push_back(column.words[word]);
    return said;
}

TEST(FreezeLabels, SaysOfAKindAllThatItIs) {
    const Network network = small_case();
    const View view = freeze(network, {}, false);
    const std::vector<std::string> asked{"kind", "country"};
    const Labels labels = freeze_labels(network, view, asked, {});
    ASSERT_THAT(labels.actors, SizeIs(2));
    EXPECT_THAT(words(labels.actors[0], 0), Contains("police"));
    EXPECT_THAT(words(labels.actors[0], 0), Contains("police_unit"));
    EXPECT_THAT(words(labels.actors[0], 2), ElementsAre(""));
    EXPECT_THAT(words(labels.actors[1], 1), ElementsAre(""));
    EXPECT_THAT(labels.actors[0].words, Contains("ngo"));  // known, whether anyone is one or not
}

TEST(FreezeLabels, SaysOfAnEdgeWhatEachOfItsTiesDoes) {
    const Network network = small_case();
    const View view = freeze(network, {}, true);  // the two ties from ngo to pol are one edge
    const std::vector<std::string> asked{"relation", "layer", "channel"};
    const Labels labels = freeze_labels(network, view, {}, asked);
    ASSERT_THAT(labels.ties, SizeIs(3));
    EXPECT_THAT(words(labels.ties[0], 0), ElementsAre("reports", "refers"));
    EXPECT_THAT(words(labels.ties[1], 0), ElementsAre("cooperation"));
    EXPECT_THAT(words(labels.ties[2], 0), ElementsAre(""));
    EXPECT_THAT(words(labels.ties[2], 1), ElementsAre("police"));
}

TEST(FreezeLabels, LeavesOutColumnsThatAreNotThereAndNamesThoseThatAre) {
    const Network network = small_case();
    const View view = freeze(network, {}, false);
    const std::vector<std::string> asked{"colour"};
    const Labels labels = freeze_labels(network, view, asked, asked);
    EXPECT_THAT(labels.actors, IsEmpty());
    EXPECT_THAT(labels.ties, IsEmpty());
    EXPECT_THAT(labels.tie_names, Contains("layer"));
    EXPECT_THAT(labels.actor_names, Contains("country"));
}

}  // namespace
}  // namespace coopnet
