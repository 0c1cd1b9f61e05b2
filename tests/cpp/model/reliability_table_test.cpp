#include <coopnet/model/evidence.hpp>

#include "support/networks.hpp"

#include <gtest/gtest.h>

namespace coopnet {
namespace {

TEST(ReliabilityTable, TakesTheLowerOfLetterAndDigit) {
    const ReliabilityTable table;
    EXPECT_EQ(table.of(Grade{'A', '3'}, Status::documented), 0.7);
    EXPECT_EQ(table.of(Grade{'C', '1'}, Status::documented), 0.7);
    EXPECT_EQ(table.of(Grade{'A', '1'}, Status::claimed), 0.95 * 0.8);
    EXPECT_EQ(table.of(std::nullopt, Status::inferred), 0.3);
    EXPECT_EQ(table.of(std::nullopt, Status::unsaid), std::nullopt);
}

TEST(ReliabilityTable, KeepsItsBestValueWhenFlatterAndSteeper) {
    const ReliabilityTable table;
    EXPECT_DOUBLE_EQ(table.flatter().letter.at('A'), 0.95);
    EXPECT_DOUBLE_EQ(table.steeper().letter.at('A'), 0.95);
    EXPECT_DOUBLE_EQ(table.steeper().letter.at('D'), 0.5 * 0.5 / 0.95);
    EXPECT_GT(table.flatter().letter.at('D'), table.letter.at('D'));
}

TEST(ReliabilityTable, FlatterUndoesSteeper) {
    const ReliabilityTable table;
    const ReliabilityTable back = table.steeper().flatter();
    for (const auto& [mark, value] : table.letter) EXPECT_DOUBLE_EQ(back.letter.at(mark), value);
    EXPECT_DOUBLE_EQ(back.claimed, table.claimed);
    EXPECT_DOUBLE_EQ(back.inferred, table.inferred);
}

TEST(ReliabilityTable, ChangesOnlyWhatIsNotRecorded) {
    Draft draft;
    draft.sources = support::sheet({"id", "grade"}, {{"S1", "C3"}});
    draft.ties = support::sheet({"source", "target", "reliability", "status", "sources"},
                                {{"a", "b", "0.6", "documented", "S1"}, {"a", "b", "", "documented", "S1"}});
    const Network network = build(std::move(draft));
    const Network other = with_reliabilities(network, network.vocabulary().reliability.steeper());
    EXPECT_EQ(other.reliability(row<TieRow>(0)), 0.6);
    EXPECT_DOUBLE_EQ(network.reliability(row<TieRow>(1)), 0.7);
    EXPECT_DOUBLE_EQ(other.reliability(row<TieRow>(1)), 0.7 * 0.7 / 0.95);
}

}  // namespace
}  // namespace coopnet
