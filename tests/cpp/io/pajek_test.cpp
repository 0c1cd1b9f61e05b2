#include "support/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/io/pajek.hpp>

#include <string>

namespace coopnet::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;
using ::testing::ThrowsMessage;

Network read(const std::string& text) {
    return build(read_pajek(text, "net.net"));
}

void refused(const std::string& text, const std::string& sentence) {
    EXPECT_THAT([&] { static_cast<void>(read(text)); }, ThrowsMessage<Error>(HasSubstr(sentence))) << text;
}

std::vector<std::string> ends(const Network& network) {
    std::vector<std::string> found;
    for (const Tie& tie : network.ties()) {
        const auto relation = network.vocabulary()[tie.relation];
        found.push_back(network[tie.source].id + (relation.directed ? ">" : "-") + network[tie.target].id + " " +
                        relation.id);
    }
    return found;
}

TEST(Pajek, ReadsLabelsWithBlanksCommasAndNumbersOfCharacters) {
    const Network network = read(
        "\xEF\xBB\xBF% a comment\r\n*Network Names\r\n*vertices 4\r\n1 \"Borders, Visas, & Ports\" 0.1 0.2 box ic "
        "Red\r\n2 Word\r\n3 \"a \\\"q\\\" &#34;x&#x10D;\" [1-3, 5]\r\n*arcs\r\n1 2 1\r\n2 3 +2.5\r\n*edges\r\n3 4\r\n");
    const Sheet& actors = network.draft().actors;
    EXPECT_EQ(network.about().name, "Names");
    EXPECT_THAT(*actors.column("id"), ElementsAre("1", "2", "3", "4"));
    EXPECT_THAT(*actors.column("name"), ElementsAre("Borders, Visas, & Ports", "Word", "a \"q\" \"xč", ""));
    EXPECT_EQ(actors.cell(0, "x"), "0.1");
    EXPECT_EQ(actors.cell(0, "shape"), "box");
    EXPECT_EQ(actors.cell(0, "ic"), "Red");
    EXPECT_EQ(actors.cell(2, "time"), "1-3, 5");
    EXPECT_THAT(ends(network), ElementsAre("1>2 tie", "2>3 tie", "3-4 tie_undirected"));
    EXPECT_THAT(*network.draft().ties.column("strength"), ElementsAre("1", "2.5", ""));
}

TEST(Pajek, ReadsRelationsListsAndMatrices) {
    const Network network = read(
        "*Vertices 3\n*Arcs :1 \"asks\"\n1 2 1\n2: 2 3 4\n*Edges :2 \"meets\"\n1 3\n*Arcslist :1\n3 1 2\n"
        "*Edgeslist\n2 3\n*Matrix :7\n0 1 0\n0 0 0 -2\n0 0\n");
    EXPECT_THAT(ends(network), ElementsAre("1>2 asks", "2>3 meets", "1-3 meets_undirected", "3>1 asks", "3>2 asks",
                                           "2-3 tie", "1>2 7", "3>1 7"));
    EXPECT_EQ(network.draft().ties.cell(7, "strength"), "-2");
}

TEST(Pajek, ReadsIntervalsOfYearsAsPeriods) {
    const Network network = read("*Vertices 2\n*Arcs\n1 2 3 l \"x\" [1996-2001,2003-*]\n1 2 [5-9,12-*]\n1 2 [1999]\n");
    const Sheet& ties = network.draft().ties;
    EXPECT_THAT(*ties.column("since"), ElementsAre("1996", "2003", "", "1999"));
    EXPECT_THAT(*ties.column("until"), ElementsAre("2001", "..", "", "1999"));
    EXPECT_THAT(*ties.column("time"), ElementsAre("", "", "5-9,12-*", ""));
    EXPECT_THAT(*ties.column("label"), ElementsAre("x", "x", "", ""));
    EXPECT_THAT(*ties.column("strength"), ElementsAre("3", "3", "", ""));
}

TEST(Pajek, ReadsTwoModes) {
    const Network network = read("*Vertices 3 1\n*Edges\n1 2\n3 1\n*Matrix\n0 2\n");
    EXPECT_THAT(*network.draft().actors.column("mode"), ElementsAre("1", "2", "2"));
    EXPECT_THAT(ends(network), ElementsAre("1-2 tie_undirected", "1-3 tie_undirected", "1>3 tie"));
    for (const Tie& tie : network.ties()) EXPECT_TRUE(network.vocabulary()[tie.relation].affiliation);
    const Network within = read("*Vertices 3 1\n*Edges\n1 2\n2 3\n");
    EXPECT_FALSE(within.vocabulary()[within.ties()[0].relation].affiliation);
}

TEST(Pajek, ReadsProjects) {
    const Network network = read(
        "*Network asks\n*Vertices 2\n1 a\n2 b\n*Arcs\n1 2\n*Network tells\n*Vertices 2\n1 a\n2 b\n*Arcs\n2 1\n"
        "*Network other\n*Vertices 2\n1 a\n2 z\n*Arcs\n1 2\n*Network larger\n*Vertices 3\n*Arcs\n3 3\n"
        "*Partition region\n*Vertices 2\n3\n9999998\n*Vector size\n*Vertices 2\n1.5\n999999998\n"
        "*Partition of larger\n*Vertices 3\n1\n1\n1\n*Cluster c\n*Vertices 1\n2\n");
    EXPECT_THAT(ends(network), ElementsAre("1>2 asks", "2>1 tells"));
    EXPECT_THAT(*network.draft().actors.column("region"), ElementsAre("3", ""));
    EXPECT_THAT(*network.draft().actors.column("size"), ElementsAre("1.5", ""));
    EXPECT_EQ(network.notes().size(), 4U);
}

TEST(Pajek, WritesAndReadsThereAndBack) {
    Draft draft = support::case_of("id,name,x,y,region\n007,\"q\" & é,1,2,4\n2,2,,,\n3,,,,1\n",
                                   "source,target,relation,strength,since,until,label\n007,2,tie,1.50,"
                                   "1996,2001,\"a\"\n007,007,tie,,1999,..,\n2,3,mine,-1,,,\n");
    draft.open_vocabulary = true;
    const Network network = build(std::move(draft));
    const Written written = write_pajek(network);
    EXPECT_THAT(written.text, StartsWith("\xEF\xBB\xBF% coopnet 1 \"007\"\n% coopnet 3 \"3\" unnamed\n*Vertices 3"));
    EXPECT_THAT(written.losses, ElementsAre(HasSubstr("actors say: region")));
    const Network again = read(written.text);
    EXPECT_EQ(*again.draft().actors.column("id"), *network.draft().actors.column("id"));
    EXPECT_EQ(*again.draft().actors.column("name"), *network.draft().actors.column("name"));
    for (const std::string& column : network.draft().ties.header)
        EXPECT_EQ(*again.draft().ties.column(column), *network.draft().ties.column(column)) << column;
}

TEST(Pajek, WritesPartitionsAndVectorsIntoProjects) {
    Draft draft = support::case_of("id,region,size\n1,4,0.5\n2,,1e3\n", "source,target,relation\n1,2,tie\n");
    draft.open_vocabulary = true;
    draft.about.types["actors"] = {{"region", "integer"}, {"size", "number"}};
    const Network network = build(std::move(draft));
    EXPECT_THAT(write_pajek(network).losses, ElementsAre(HasSubstr("region, size")));
    const Written written = write_pajek_project(network);
    EXPECT_THAT(written.losses, IsEmpty());
    EXPECT_THAT(written.text, HasSubstr("*Partition region\n*Vertices 2\n4\n9999998\n"));
    const Network again = read(written.text);
    EXPECT_EQ(*again.draft().actors.column("region"), *network.draft().actors.column("region"));
    EXPECT_EQ(*again.draft().actors.column("size"), *network.draft().actors.column("size"));
    EXPECT_EQ(again.about().types, network.about().types);
}

TEST(Pajek, SaysWhatItDoesNotCarry) {
    const Network network = build(support::ties(
        "id,source,target,relation,since,until,note\nmine,a,b,asks,2022-08,,x\nT2,a,b,tie,,,\nT3,b,a,asks,"
        "2020,2021,\n"));
    EXPECT_THAT(write_pajek(network).losses,
                ElementsAre(HasSubstr("ties say: since, note"), HasSubstr("no ids of ties"), HasSubstr("order")));
}

TEST(Pajek, TakesAPartitionOrVectorOfItsOwnFile) {
    const std::string text = "*Vertices 2\n*Arcs\n1 2\n";
    Draft draft = add_pajek_numbers(read_pajek(text, "net.net"), "*Vertices 2\r\n3\r\n9999998\r\n", "a/region.clu");
    const Network network = build(add_pajek_numbers(std::move(draft), "% c\n*Vertices 2\n 0.5\n1\n", "region.VEC"));
    EXPECT_THAT(*network.draft().actors.column("region"), ElementsAre("3", ""));
    EXPECT_THAT(*network.draft().actors.column("region_2"), ElementsAre("0.5", "1"));
    EXPECT_THAT([&] { add_pajek_numbers(read_pajek(text, "net.net"), "*Vertices 1\n1\n", "r.clu"); },
                ThrowsMessage<Error>(HasSubstr("there are 1 numbers for 2 vertices")));
    EXPECT_THAT([&] { add_pajek_numbers(read_pajek(text, "net.net"), "*Vertices 2\n1 x\n", "r.clu"); },
                ThrowsMessage<Error>(HasSubstr("r.clu, line 2, column 3: \"x\" is no number")));
}

TEST(Pajek, SaysWhereItIsWrong) {
    refused("", "there is no *Vertices");
    refused("1 2", "line 1, column 1: a line outside of any section");
    refused("*Arcs\n1 2", "line 1, column 1: no *Vertices stand before");
    refused("*Vertices", "line 1, column 1: *Vertices must say how many");
    refused("*Vertices 2 3", "line 1, column 13: more vertices of the first mode");
    refused("*Vertices 99999999", "line 1, column 11: more vertices than a file of this size");
    refused("*Vertices 2\n1 \"ខ្មែរ\n", "net.net, line 2, column 3: a text begins here and is never closed");
    refused("*Vertices 2\n1 \"say \"x\" y\"\n", "line 2, column 3: a text goes on");
    refused("*Vertices 2\n1 a\n1 b\n", "line 3, column 1: the vertex 1 is there already");
    refused("*Vertices 2\n*Arcs\n1 3\n", "line 3, column 3: \"3\" is no number of a vertex: there are 2");
    refused("*Vertices 2\n*Arcs\n1\n", "line 3, column 1: a line needs");
    refused("*Vertices 2\n*Arcs\n1 2 [3\n", "line 3, column 5: a [ that is never closed");
    refused("*Vertices 2\n*Matrix\n1 0 0\n", "the matrix has 3 of its 4 numbers");
    refused("*Vertices 1\n*Matrix\n1 0\n", "line 3, column 3: the matrix goes on");
    refused("*Vertices 2\n*Matrix\n1 x", "line 3, column 3: \"x\" is no number");
    refused("*Vertices 2\n*Partition p\n*Vertices 2\n1\n", "the list of numbers has 1 of its 2");
}

}  // namespace
}  // namespace coopnet::io
