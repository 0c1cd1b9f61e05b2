#include "support/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/model/columns.hpp>

namespace coopnet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Sheet, GivesCellsByColumnName) {
    const Sheet sheet = support::table("id,name\na,Anna\nb,Ben");
    EXPECT_EQ(sheet.rows(), 2U);
    EXPECT_EQ(sheet.cell(1, "name"), "Ben");
    EXPECT_EQ(sheet.cell(1, "kind"), "");
    EXPECT_EQ(sheet.column("kind"), nullptr);
}

TEST(Sheet, AddsAColumnWithACellForEveryRow) {
    Sheet sheet = support::table("id\na\nb");
    EXPECT_THAT(sheet.ensure("note"), ElementsAre("", ""));
    EXPECT_THAT(sheet.header, ElementsAre("id", "note"));
    EXPECT_THAT(sheet.ensure("id"), ElementsAre("a", "b"));
}

TEST(SplitCell, SeparatesAtSemicolonsAndDropsBlanks) {
    EXPECT_THAT(split_cell("S1; S2 ;;S3;"), ElementsAre("S1", "S2", "S3"));
    EXPECT_THAT(split_cell(" ; "), IsEmpty());
    EXPECT_THAT(split_cell(""), IsEmpty());
    EXPECT_THAT(split_cell("S1"), ElementsAre("S1"));
}

TEST(Columns, OfTheFormatKnowWhatTheyHold) {
    EXPECT_EQ(format_column(Table::ties, "delay_days")->holds, Holds::number);
    EXPECT_EQ(format_column(Table::ties, "sources")->holds, Holds::list);
    EXPECT_EQ(format_column(Table::actors, "id")->holds, Holds::text);
    EXPECT_EQ(format_column(Table::ties, "value"), nullptr);
    for (const Table table : all_tables) EXPECT_EQ(format_columns(table).front().name, "id") << table_name(table);
}

TEST(LooksNumeric, AsksForPlainDecimalsInEveryFilledCell) {
    EXPECT_TRUE(looks_numeric({"1", "", "-2.50", "0"}));
    for (const auto* cell : {"007", "1e5", "1_000", "NA", "1,5", ".5", "5.", "-", "--1", "+1", "0x1", "TRUE"}) {
        EXPECT_FALSE(looks_numeric({"1", cell})) << cell;
    }
    EXPECT_FALSE(looks_numeric({"", ""}));
    EXPECT_FALSE(looks_numeric({}));
}

}  // namespace
}  // namespace coopnet
