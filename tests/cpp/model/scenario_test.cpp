#include <coopnet/model/scenario.hpp>

#include "support/networks.hpp"

#include <gmock/gmock.h>

namespace coopnet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::ThrowsMessage;

Network case_network() {
    Draft draft;
    draft.actors =
        support::sheet({"id", "parent"}, {{"Police", ""}, {"NCB", "Police"}, {"Embassy", ""}, {"I-24/7", ""}});
    draft.ties = support::sheet({"id", "source", "target", "relation", "instrument"},
                                {{"T1", "NCB", "Police", "notifies", ""},
                                 {"T2", "Police", "NCB", "requests", "I-24/7"},
                                 {"T3", "Embassy", "Police", "requests", ""}});
    draft.figures =
        support::sheet({"id", "measure", "origin", "destination", "part_of", "value"},
                       {{"F1", "freed", "Police", "Embassy", "", "7"}, {"F2", "freed", "NCB", "", "F1", "3"}});
    return build(std::move(draft));
}

std::vector<std::string> tie_ids(const Network& network) {
    const auto* ids = network.draft().ties.column("id");
    return *ids;
}

Network after(std::vector<Edit> edits) {
    return edited(case_network(), edits);
}

TEST(Scenario, TakesAnActorOutWithItsTies) {
    const Network network = after({RemoveActor{"Embassy"}});
    EXPECT_THAT(tie_ids(network), ElementsAre("T1", "T2"));
    EXPECT_EQ(network.actors().size(), 3U);
}

TEST(Scenario, TakesTheTiesOfAnInstrumentWithIt) {
    EXPECT_THAT(tie_ids(after({RemoveActor{"I-24/7"}})), ElementsAre("T1", "T3"));
}

TEST(Scenario, TakesTiesOutWhicheverWayTheyRun) {
    EXPECT_THAT(tie_ids(after({RemoveTies{"Police", "NCB"}})), ElementsAre("T3"));
    EXPECT_THAT(tie_ids(after({RemoveTies{"Police", "NCB", "notifies"}})), ElementsAre("T2", "T3"));
}

TEST(Scenario, LeavesNoParentAndNoFigureOfWhoIsGone) {
    const Network network = after({RemoveActor{"Police"}});
    EXPECT_EQ(network.draft().actors.cell(0, "parent"), "");
    ASSERT_EQ(network.figures().size(), 1U);
    EXPECT_EQ(network.figures()[0].id, "F2");
    EXPECT_FALSE(network.figures()[0].part_of);
    EXPECT_THAT(tie_ids(network), IsEmpty());
}

TEST(Scenario, WithoutEditsChangesNothing) {
    EXPECT_EQ(after({}).draft().ties, case_network().draft().ties);
}

TEST(Scenario, SaysWhatItCannotTakeOut) {
    EXPECT_THAT([] { after({RemoveActor{"NBC"}}); }, ThrowsMessage<UnknownActor>(HasSubstr("Nearest: NCB")));
    EXPECT_THAT([] { after({RemoveTies{"NCB", "Embassy"}}); },
                ThrowsMessage<UnknownName>(HasSubstr("no tie between \"NCB\"")));
    EXPECT_THAT([] { after({RemoveTies{"Police", "NCB", "request"}}); },
                ThrowsMessage<UnknownRelation>(HasSubstr("Nearest: requests")));
    EXPECT_THAT([] { after({RemoveActor{"NCB"}, RemoveTies{"Police", "NCB"}}); },
                ThrowsMessage<UnknownActor>(HasSubstr("\"NCB\" is removed already")));
}

}  // namespace
}  // namespace coopnet
