#include <coopnet/model/scenario.hpp>

#include "support/networks.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::ThrowsMessage;

std::string_view cell(const Network& network, std::string_view tie, std::string_view column) {
    return network.draft().ties.cell(index(network.tie(tie)), column);
}

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
    draft.actors.file = "actors.csv";
    draft.ties.file = "ties.csv";
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
    EXPECT_THAT(tie_ids(after({RemoveTies{{"Police", "NCB"}}})), ElementsAre("T3"));
    EXPECT_THAT(tie_ids(after({RemoveTies{{"Police", "NCB", "notifies"}}})), ElementsAre("T2", "T3"));
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
    EXPECT_THAT([] { after({RemoveTies{{"NCB", "Embassy"}}}); },
                ThrowsMessage<UnknownName>(HasSubstr("no tie between \"NCB\"")));
    EXPECT_THAT([] { after({RemoveTies{{"Police", "NCB", "request"}}}); },
                ThrowsMessage<UnknownRelation>(HasSubstr("Nearest: requests")));
    EXPECT_THAT([] { after({RemoveActor{"NCB"}, RemoveTies{{"Police", "NCB"}}}); },
                ThrowsMessage<UnknownActor>(HasSubstr("\"NCB\" is removed already")));
}

TEST(Scenario, TakesOneTieOut) {
    EXPECT_THAT(tie_ids(after({RemoveTie{"T2"}})), ElementsAre("T1", "T3"));
}

TEST(Scenario, AddsActorsAndTiesBehindTheRest) {
    const Network network =
        after({AddActor{"Attaché", {{"parent", "Embassy"}}},
               AddTie{"Attaché", "Police", "notifies", {{"reliability", "0.9"}, {"instrument", "I-24/7"}}}});
    EXPECT_EQ(network.actors().back().id, "Attaché");
    EXPECT_THAT(tie_ids(network), ElementsAre("T1", "T2", "T3", "new1"));
    EXPECT_EQ(network.ties().back().reliability, .9);
    EXPECT_EQ(network.ties().back().instrument, network.actor("I-24/7"));
}

TEST(Scenario, CallsAnAddedTieInferredUnlessItSaysOtherwise) {
    EXPECT_EQ(cell(after({AddTie{"NCB", "Embassy", "notifies", {}}}), "new1", "status"), "inferred");
    EXPECT_EQ(cell(after({AddTie{"NCB", "Embassy", "notifies", {{"status", ""}}}}), "new1", "status"), "");
}

TEST(Scenario, NumbersNewTiesByWhatIsFree) {
    const AddTie tie{"NCB", "Embassy", "notifies", {}};
    const AddTie named{"NCB", "Embassy", "notifies", {{"id", "new2"}}};
    EXPECT_THAT(tie_ids(after({named, tie, tie})), ElementsAre("T1", "T2", "T3", "new2", "new1", "new3"));
    EXPECT_THAT(tie_ids(edited(after({tie}), std::vector<Edit>{tie})), ElementsAre("T1", "T2", "T3", "new1", "new2"));
}

TEST(Scenario, ChangesCellsWhereverTheRowStands) {
    const Network network =
        after({Change{"T2", {{"reliability", "0.2"}, {"instrument", ""}}}, Change{"NCB", {{"parent", "Embassy"}}},
               ChangeTies{{"Police", "Embassy"}, {{"until", "2022"}}}});
    EXPECT_EQ(cell(network, "T2", "reliability"), "0.2");
    EXPECT_EQ(cell(network, "T2", "instrument"), "");
    EXPECT_EQ(cell(network, "T3", "until"), "2022");
    EXPECT_EQ(cell(network, "T1", "until"), "");
    EXPECT_EQ(network.draft().actors.cell(1, "parent"), "Embassy");
    EXPECT_EQ(case_network().draft().ties.column("reliability"), nullptr);
}

TEST(Scenario, ChangesWhatAnEarlierEditAdded) {
    const Network network = after({AddTie{"NCB", "Embassy", "notifies", {}}, Change{"new1", {{"strength", "2"}}},
                                   AddActor{"X", {}}, AddTie{"X", "NCB", "notifies", {}}, RemoveActor{"X"}});
    EXPECT_THAT(tie_ids(network), ElementsAre("T1", "T2", "T3", "new1"));
    EXPECT_EQ(network.ties().back().strength, 2);
    EXPECT_EQ(network.actors().size(), 4U);
}

TEST(Scenario, NamesTheEditThatIsWrong) {
    const auto refused = [](auto error, std::vector<Edit> edits, const std::string& sentence) {
        EXPECT_THAT([&] { after(edits); }, ThrowsMessage<decltype(error)>(HasSubstr(sentence)));
    };
    const RemoveTie first{"T1"};
    refused(UnknownActor{""}, {first, AddTie{"NCB", "X", "notifies", {}}}, "Edit 2 (add_tie \"NCB\" → \"X\"): There");
    refused(UnknownActor{""}, {RemoveActor{"T1"}}, "but a tie");
    refused(UnknownActor{""}, {AddActor{"X", {{"parent", "Y"}}}}, "Edit 1 (add_actor \"X\"): There is no actor \"Y\"");
    refused(UnknownName{""}, {first, first}, "Edit 2 (remove \"T1\"): The tie \"T1\" is removed already");
    refused(UnknownName{""}, {Change{"T1", {{"relability", "1"}}}}, "no column \"relability\". Nearest: reliability");
    refused(UnknownName{""}, {ChangeTies{{"NCB", "Embassy"}, {{"until", "2022"}}}}, "no tie between");
    refused(InvalidOption{""}, {Change{"T1", {{"target", "Embassy"}}}}, "A tie keeps its target");
    refused(InvalidOption{""}, {Change{"T1", {{"id", "T9"}}}}, "An id stays");
    refused(InvalidOption{""}, {AddActor{"NCB", {}}}, "The id \"NCB\" is taken already");
    refused(InvalidOption{""}, {AddTie{"NCB", "Embassy", "notifies", {{"id", "T1"}}}}, "\"T1\" is taken already");
}

TEST(Scenario, NamesTheEditWhoseCellsTheTablesRefuse) {
    try {
        after({RemoveActor{"Embassy"}, Change{"T2", {{"reliability", "2"}}},
               AddTie{"NCB", "Police", "notifies", {{"delay_days", "-1"}, {"status", "documented"}}}});
        FAIL();
    } catch (const InvalidNetwork& error) {
        std::vector<std::string> said;
        for (const Problem& problem : error.problems()) said.push_back(problem.sentence());
        EXPECT_THAT(said, ElementsAre(HasSubstr("edit 2 (change \"T2\"), reliability: 2 is out of range"),
                                      HasSubstr("edit 3 (add_tie \"NCB\" → \"Police\"), delay_days"),
                                      HasSubstr("edit 3 (add_tie \"NCB\" → \"Police\"), sources")));
    }
}

TEST(Overlay, HoldsWhatIsRemovedChangedAndAdded) {
    const std::vector<Edit> edits{RemoveActor{"Embassy"}, Change{"T1", {{"strength", "2"}}}, AddActor{"X", {}},
                                  AddTie{"X", "NCB", "notifies", {}}};
    const Overlay overlay = overlaid(case_network(), edits, {});
    EXPECT_THAT(tie_ids(overlay.network), ElementsAre("T1", "T2", "T3", "new1"));
    EXPECT_THAT(overlay.ties, ElementsAre(Fate::changed, Fate::kept, Fate::removed, Fate::added));
    EXPECT_THAT(overlay.actors, ElementsAre(Fate::kept, Fate::kept, Fate::removed, Fate::kept, Fate::added));
    EXPECT_EQ(overlay.edit_of_ties[3], 3U);
    EXPECT_EQ(overlay.edit_of_actors[4], 2U);
    EXPECT_EQ(overlay.network.ties()[0].strength, 2);
}

TEST(Overlay, ForgetsWhatIsAddedAndRemovedAgain) {
    const std::vector<Edit> edits{AddActor{"X", {}}, AddTie{"X", "NCB", "notifies", {}}, RemoveActor{"X"}};
    const Overlay overlay = overlaid(case_network(), edits, {});
    EXPECT_EQ(overlay.network.draft().ties.rows(), 3U);
    EXPECT_THAT(overlay.actors, ElementsAre(Fate::kept, Fate::kept, Fate::kept, Fate::kept));
}

TEST(Overlay, LeavesTiesAsTheyWereIfAsked) {
    const std::vector<Edit> edits{Change{"T1", {{"strength", "2"}}}, Change{"T2", {{"strength", "3"}}}};
    const std::vector<std::string> as_they_were{"T1"};
    const Overlay overlay = overlaid(case_network(), edits, as_they_were);
    EXPECT_TRUE(std::isnan(overlay.network.ties()[0].strength));
    EXPECT_EQ(overlay.network.ties()[1].strength, 3);
    EXPECT_THAT(overlay.ties, ElementsAre(Fate::changed, Fate::changed, Fate::kept));
}

TEST(RemovedRowsOf, SayWhatEachScenarioTakesByItself) {
    const std::vector<std::vector<Edit>> each{{RemoveActor{"I-24/7"}}, {RemoveTies{{"NCB", "Police"}}}, {}};
    const auto rows = removed_rows(case_network(), each);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_THAT(rows[0].actors, ElementsAre(row<ActorRow>(3)));
    EXPECT_THAT(rows[0].ties, ElementsAre(row<TieRow>(1)));
    EXPECT_THAT(rows[1].actors, IsEmpty());
    EXPECT_THAT(rows[1].ties, ElementsAre(row<TieRow>(0), row<TieRow>(1)));
    EXPECT_THAT(rows[2].ties, IsEmpty());
    const std::vector<std::vector<Edit>> adds{{AddActor{"X", {}}}};
    EXPECT_THAT([&] { removed_rows(case_network(), adds); },
                ThrowsMessage<InvalidOption>(HasSubstr("does not remove")));
}

}  // namespace
}  // namespace coopnet
