#include "support/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/io/gexf.hpp>

#include <string>

namespace coopnet::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::ThrowsMessage;

Network read(const std::string& text) {
    return build(read_gexf(text, "net.gexf"));
}

std::string in_graph(const std::string& body, const std::string& of_graph = "defaultedgetype='directed'") {
    return "<gexf version='1.2'><graph " + of_graph + ">\n" + body + "</graph></gexf>";
}

std::string edges(const std::string& body) {
    return in_graph("<nodes><node id='a'/><node id='b'/></nodes><edges>" + body + "</edges>");
}

void refused(const std::string& text, const std::string& sentence) {
    EXPECT_THAT([&] { static_cast<void>(read(text)); }, ThrowsMessage<Error>(HasSubstr(sentence))) << text;
}

TEST(Gexf, KeepsPeriodsAtThePrecisionKnown) {
    const Network network =
        build(support::ties("id,source,target,since,until\nt1,a,b,2022-08,..\nt2,a,b,2022-08-15,2023\nt3,a,b,2021,\nt4,"
                            "a,b,,2022-01-31\nt5,a,b,,"));
    const Written written = write_gexf(network);
    EXPECT_THAT(written.losses, IsEmpty());
    EXPECT_THAT(written.text, HasSubstr("start=\"2022-08-15\" end=\"2023-12-31\""));
    const Network again = read(written.text);
    for (const char* column : {"since", "until"}) {
        EXPECT_EQ(*again.draft().ties.column(column), *network.draft().ties.column(column));
    }
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(again.ties()[i].period, network.ties()[i].period);
}

TEST(Gexf, ReadsOpenEndsAndSpells) {
    const Network network =
        read(edges("<edge id='e' source='a' target='b' start='2009-03-01'/>"
                   "<edge id='f' source='a' target='b' endopen='2012-04-01'/>"
                   "<edge id='g' source='a' target='b'><spells><spell start='2009' end='2010'/>"
                   "<spell startopen='2011-12-31' end='2012-05-01T12:00:00'/>"
                   "<spell start='2009' end='2010'/></spells></edge>"));
    EXPECT_THAT(*network.draft().ties.column("id"), ElementsAre("e", "f", "g", "g-2"));
    EXPECT_THAT(*network.draft().ties.column("since"), ElementsAre("2009-03-01", "", "2009", "2012-01-01"));
    EXPECT_THAT(*network.draft().ties.column("until"), ElementsAre("..", "2012-03-31", "2010", "2012-05-01"));
    EXPECT_EQ(network.notes().size(), 2U);
}

TEST(Gexf, KeepsMomentsThatAreNoDaysUnderTheirNames) {
    const Network network = read(edges("<edge source='a' target='b' start='0.5' end='2.25'/>"));
    EXPECT_EQ(network.draft().ties.cell(0, "start"), "0.5");
    EXPECT_EQ(network.draft().ties.cell(0, "end"), "2.25");
}

TEST(Gexf, ReadsTypedValuesWithDefaultsAndValuesThatChange) {
    const Network network = read(in_graph(
        "<attributes class='node'><attribute id='0' title='url' type='string'/><attribute id='1' title='n' "
        "type='integer'>"
        "<default>7</default></attribute><attribute id='2' title='label' type='string'/></attributes>"
        "<nodes><node id='a' label='A &amp; B'><attvalues><attvalue for='0' value='x'/><attvalue for='2' value='own'/>"
        "</attvalues><viz:color r='1'/></node><node id='b' pid='a'><attvalues><attvalue for='1' value='1' "
        "start='2009'/>"
        "<attvalue for='1' value='2' start='2010'/></attvalues></node></nodes>"));
    const Sheet& actors = network.draft().actors;
    EXPECT_THAT(*actors.column("name"), ElementsAre("A & B", ""));
    EXPECT_THAT(*actors.column("label"), ElementsAre("own", ""));
    EXPECT_THAT(*actors.column("n"), ElementsAre("7", "1 [2009,];2 [2010,]"));
    EXPECT_THAT(*actors.column("parent"), ElementsAre("", "a"));
    EXPECT_THAT(network.notes().at(0).message, HasSubstr("<color>: left out"));
}

TEST(Gexf, GivesEachEdgeItsDirection) {
    const Network network =
        read(edges("<edge source='a' target='b' weight='2.5'/><edge source='a' target='b' type='undirected'/>"
                   "<edge source='b' target='b' kind='asks'/>"));
    EXPECT_THAT(*network.draft().ties.column("relation"), ElementsAre("tie", "tie_undirected", "asks"));
    EXPECT_DOUBLE_EQ(network.ties()[0].strength, 2.5);
    const Network again = read(write_gexf(network).text);
    EXPECT_EQ(*again.draft().ties.column("relation"), *network.draft().ties.column("relation"));
}

TEST(Gexf, SaysWhatItDoesNotCarry) {
    Draft draft = support::case_of("id,name\na,A", "source,target,sources\na,a,S1", "id,grade\nS1,B2");
    draft.ties = support::table("source,target,relation,sources\na,a,tie,S1");
    draft.open_vocabulary = true;
    draft.figures = support::table("id,measure,value\nf,rescued,100");
    draft.about.title = {{"en", "T"}};
    EXPECT_THAT(write_gexf(build(std::move(draft))).losses,
                ElementsAre(HasSubstr("facts of sources"), HasSubstr("figures"), HasSubstr("title")));
}

TEST(Gexf, SaysWhereItIsWrong) {
    refused("<graphml/>", "line 1, column 1: this is not GEXF");
    refused("<gexf/>", "there is no graph");
    refused(edges("\n <edge source='a' target='zz'/>"), "row 3, target: there is no actor \"zz\".");
    refused(edges("\n <edge source='a'/>"), "line 3, column 2: the edge has no target");
    refused(in_graph("<nodes><node id='a'><attvalues><attvalue for='9' value='1'/></attvalues></node></nodes>"),
            "no attribute \"9\" is declared");
    refused("<!DOCTYPE gexf [<!ENTITY a 'b'>]><gexf/>", "document type declaration");
}

}  // namespace
}  // namespace coopnet::io
