#include "support/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/io/graphml.hpp>

#include <array>
#include <string>

namespace coopnet::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::ThrowsMessage;

Draft read(const std::string& text) {
    return read_graphml(text, "net.graphml");
}

std::string in_graph(const std::string& body, const std::string& keys = "", const std::string& edges = "directed") {
    return "<graphml>\n" + keys + "<graph edgedefault=\"" + edges + "\">\n" + body + "</graph></graphml>";
}

const std::string two_nodes = "<node id='a'/><node id='b'/>\n";

void expect_same(const Draft& a, const Draft& b) {
    for (const Table table : all_tables) {
        EXPECT_EQ(a.sheet(table).header, b.sheet(table).header) << table_name(table);
        EXPECT_EQ(a.sheet(table).columns, b.sheet(table).columns) << table_name(table);
    }
    EXPECT_EQ(write_vocabulary(a.vocabulary), write_vocabulary(b.vocabulary));
    EXPECT_EQ(a.about.name, b.about.name);
    EXPECT_EQ(a.about.types, b.about.types);
    EXPECT_EQ(a.playbook, b.playbook);
}

void refused(const std::string& text, const std::string& sentence) {
    EXPECT_THAT([&] { static_cast<void>(build(read(text))); }, ThrowsMessage<Error>(HasSubstr(sentence))) << text;
}

// --- there and back ------------------------------------------------------------------

TEST(GraphML, CarriesEverythingThereAndBack) {
    Draft draft = support::case_of("id,kind,name,size,label,column x\n007,police,NA,1.50,L,1\n<b>,ngo,\"q\" & 'p',2,,",
                                   "id,source,target,relation,strength,weight,since,until\n"
                                   "t,007,<b>,requests,1.50,=1+1,2022-08,..\nu,007,007,requests,,,,\n"
                                   "v,007,<b>,requests,1,,2022,2023",
                                   "id,grade\nS1,B2");
    draft.about.name = "näme ខ្មែរ";
    draft.playbook = "{\n  \"title\": {}\n}\n";
    const Network network = build(std::move(draft));
    const Written written = write_graphml(network);
    EXPECT_THAT(written.losses, IsEmpty());
    const Network again = build(read(written.text));
    expect_same(again.draft(), network.draft());
    EXPECT_EQ(write_graphml(again).text, written.text);
}

TEST(GraphML, SaysHowManyCharactersXmlDoesNotCarry) {
    const Network network = build(support::ties("source,target,note\na,b,x\x01y\xEF\xBF\xBF"));
    const Written written = write_graphml(network);
    EXPECT_THAT(written.losses, ElementsAre(HasSubstr("no control characters: 2 are lost")));
    EXPECT_EQ(build(read(written.text)).draft().ties.cell(0, "note"), "xy");
}

TEST(GraphML, GivesEachEdgeItsDirectionAndTakesItBack) {
    const std::string file =
        in_graph(two_nodes + "<edge source='a' target='b'/><edge source='a' target='b' directed='false'/>");
    const Network network = build(read(file));
    EXPECT_THAT(*network.draft().ties.column("relation"), ElementsAre("tie", "tie_undirected"));
    EXPECT_TRUE(network.vocabulary()[network.ties()[0].relation].directed);
    const Relation& twin = network.vocabulary()[network.ties()[1].relation];
    EXPECT_FALSE(twin.directed);
    EXPECT_EQ(label_in(twin.label, "en", twin.id), "tie");
    const Written written = write_graphml(network);
    EXPECT_THAT(written.text, HasSubstr("directed=\"false\""));
    EXPECT_THAT(written.text, Not(HasSubstr("<data key=\"relation\">tie_undirected")));
    expect_same(build(read(written.text)).draft(), network.draft());
}

TEST(GraphML, TakesTheDirectionOfTheGraph) {
    const Network network = build(read(in_graph(two_nodes + "<edge source='a' target='b'/>", "", "undirected")));
    EXPECT_FALSE(network.vocabulary()[network.ties()[0].relation].directed);
    EXPECT_THAT(write_graphml(network).text, HasSubstr("edgedefault=\"undirected\""));
}

// --- other people's files ------------------------------------------------------------

TEST(GraphML, FillsInDefaultsButNoValueThatIsThere) {
    const Draft draft =
        read(in_graph("<node id='a'><data key='d'>red</data></node><node id='b'/><node id='c'><data key='d'/></node>",
                      "<key id='d' for='node' attr.name='color' attr.type='string'><default>blue</default></key>"
                      "<key id='w' for='edge' attr.name='weight' attr.type='double'><default>1</default></key>"));
    EXPECT_THAT(*draft.actors.column("color"), ElementsAre("red", "blue", ""));
}

TEST(GraphML, GivesColumnsTheTypesOfKeysWhereTheirCellsAreSuch) {
    const std::string keys =
        "<key id='n' for='node' attr.name='n' attr.type='int'/><key id='x' for='node' attr.name='x' "
        "attr.type='double'/>"
        "<key id='s' for='node' attr.name='s' attr.type='string'/><key id='t' for='node' attr.name='t' "
        "attr.type='boolean'/>"
        "<key id='z' for='node' attr.name='z' attr.type='float'/>";
    const Network network =
        build(read(in_graph("<node id='a'><data key='n'>1</data><data key='x'>NaN</data>"
                            "<data key='s'>007</data><data key='t'>true</data><data key='z'>high</data></node>",
                            keys)));
    const auto types = network.about().types.at("actors");
    EXPECT_EQ(types.at("n"), "integer");
    EXPECT_EQ(types.at("x"), "number");
    EXPECT_EQ(types.at("s"), "string");
    EXPECT_EQ(types.at("t"), "boolean");
    EXPECT_EQ(types.at("z"), "string");
    EXPECT_EQ(network.draft().actors.cell(0, "x"), "");
    EXPECT_EQ(network.draft().actors.cell(0, "s"), "007");
}

TEST(GraphML, ReadsNamesAndGroupsOfYed) {
    const Network network = build(read(in_graph(
        "<node id='n0' yfiles.foldertype='group'><data key='d6'><y:ProxyAutoBoundsNode><y:Realizers "
        "active='0'><y:GroupNode>"
        "<y:NodeLabel>Police &amp; Co<y:LabelModel><y:Smart/></y:LabelModel></y:NodeLabel></y:GroupNode><y:GroupNode>"
        "<y:NodeLabel>closed</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>"
        "<graph edgedefault='undirected' id='n0:'><node id='n0::n0'><data "
        "key='d6'><y:ShapeNode><y:NodeLabel>Desk</y:NodeLabel>"
        "</y:ShapeNode></data></node><edge source='n0::n0' target='n0'/></graph></node>"
        "<edge source='n0' target='n0::n0'><data "
        "key='d9'><y:PolyLineEdge><y:EdgeLabel>asks</y:EdgeLabel></y:PolyLineEdge></data></edge>",
        "<key id='d6' for='node' yfiles.type='nodegraphics'/><key id='d9' for='edge' yfiles.type='edgegraphics'/>")));
    EXPECT_THAT(*network.draft().actors.column("name"), ElementsAre("Police & Co", "Desk"));
    EXPECT_THAT(*network.draft().actors.column("parent"), ElementsAre("", "n0"));
    EXPECT_THAT(*network.draft().ties.column("label"), ElementsAre("", "asks"));
    EXPECT_THAT(*network.draft().ties.column("relation"), ElementsAre("tie_undirected", "tie"));
    ASSERT_FALSE(network.notes().empty());
    EXPECT_THAT(network.notes()[0].message, HasSubstr("the drawing of a node or edge: left out (3 times)"));
}

TEST(GraphML, TellsWhatItLeavesOut) {
    const Network network =
        build(read(in_graph(two_nodes + "<hyperedge><endpoint node='a'/><endpoint node='b'/></hyperedge><desc>x</desc>"
                                        "<edge id='e' source='a' target='b' sourceport='N'><port name='p'/></edge>")));
    EXPECT_EQ(network.notes().size(), 3U);
    EXPECT_EQ(network.draft().ties.cell(0, "sourceport"), "N");
    EXPECT_EQ(network.draft().ties.cell(0, "id"), "e");
}

TEST(GraphML, KeepsIdsOfEdgesThatAreNoneOfTiesAsKeys) {
    const Draft draft =
        read(in_graph(two_nodes + "<edge id='0' source='a' target='b'/><edge id='0' source='b' target='a'/>"));
    EXPECT_EQ(draft.ties.column("id"), nullptr);
    EXPECT_THAT(*draft.ties.column("key"), ElementsAre("0", "0"));
}

TEST(GraphML, KeepsAttributesThatAreCalledLikeEndsAndTwoOfOneName) {
    const Draft draft = read(in_graph(
        two_nodes +
            "<edge source='a' target='b'><data key='s'>1</data><data key='x'>2</data><data key='y'>3</data></edge>",
        "<key id='s' for='edge' attr.name='source'/><key id='x' for='edge' attr.name='w'/><key id='y' for='edge' "
        "attr.name='w'/>"));
    EXPECT_EQ(draft.ties.cell(0, "graphml_source"), "1");
    EXPECT_EQ(draft.ties.cell(0, "w"), "2");
    EXPECT_EQ(draft.ties.cell(0, "w_y"), "3");
}

// --- columns that are called like ours -----------------------------------------------

// A file with one datum of an edge or node.
std::string with_datum(const std::string& of, const std::string& name, const std::string& cell,
                       const std::string& type = "string") {
    const std::string datum = "<data key='k'>" + cell + "</data>";
    return in_graph("<node id='a'>" + (of == "node" ? datum : "") + "</node>\n<node id='b'/>\n" +
                        "<edge source='a' target='b'>" + (of == "edge" ? datum : "") + "</edge>",
                    "<key id='k' for='" + of + "' attr.name='" + name + "' attr.type='" + type + "'/>");
}

class Misfit : public ::testing::TestWithParam<std::array<std::string, 3>> {};

TEST_P(Misfit, StepsAsideAndIsTold) {
    const auto& [of, name, cell] = GetParam();
    const Network network = build(read(with_datum(of, name, cell)));
    const Sheet& sheet = of == "node" ? network.draft().actors : network.draft().ties;
    EXPECT_EQ(sheet.cell(0, "graphml_" + name), cell);
    EXPECT_TRUE(sheet.cell(0, name).empty());
    ASSERT_EQ(network.notes().size(), 1U);
    EXPECT_THAT(network.notes()[0].sentence(), HasSubstr("net.graphml, row " + std::string{of == "node" ? "3" : "5"} +
                                                         ", " + name + ": \"" + cell + "\" is not "));
}

INSTANTIATE_TEST_SUITE_P(EachColumn, Misfit,
                         ::testing::Values(std::array<std::string, 3>{"edge", "strength", "strong"},
                                           std::array<std::string, 3>{"edge", "reliability", "High"},
                                           std::array<std::string, 3>{"edge", "reliability", "90"},
                                           std::array<std::string, 3>{"edge", "delay_days", "-3"},
                                           std::array<std::string, 3>{"edge", "capacity", "big"},
                                           std::array<std::string, 3>{"edge", "since", "2011-13-45"},
                                           std::array<std::string, 3>{"edge", "until", "soon"},
                                           std::array<std::string, 3>{"edge", "status", "active"},
                                           std::array<std::string, 3>{"edge", "instrument", "MoU 2011"},
                                           std::array<std::string, 3>{"node", "parent", "Ministry"}));

TEST(GraphML, SetsNumbersAsideWhereAWordBelongs) {
    const Network network = build(read(with_datum("node", "kind", "3", "int")));
    EXPECT_FALSE(network.actors()[0].kind);
    EXPECT_EQ(network.draft().actors.cell(0, "graphml_kind"), "3");
    EXPECT_EQ(network.about().types.at("actors").at("graphml_kind"), "integer");
    EXPECT_THAT(network.notes()[0].message, HasSubstr("the file declares it as integer, and a kind is a word"));
    EXPECT_EQ(build(read(with_datum("edge", "relation", "3", "int"))).draft().ties.cell(0, "relation"), "tie");
    EXPECT_TRUE(build(read(with_datum("node", "kind", "3"))).actors()[0].kind);
}

TEST(GraphML, NamesAMistakeAmongCellsThatRead) {
    refused(in_graph(two_nodes + "<edge source='a' target='b'><data key='k'>2011-12-05</data></edge>\n"
                                 "<edge source='a' target='b'><data key='k'>2011-13-45</data></edge>",
                     "<key id='k' for='edge' attr.name='since'/>"),
            "row 5, since: \"2011-13-45\" is not a date");
    refused(with_datum("edge", "handling", "x"), "row 5, handling: \"x\" is not a TLP 2.0 marking");
}

TEST(GraphML, TakesRelationsOfOursWhereNobodyHasAKind) {
    const Network network = build(read(with_datum("edge", "relation", "requests")));
    EXPECT_EQ(network.draft().ties.cell(0, "relation"), "requests");
    EXPECT_EQ(write_vocabulary(build(read(write_graphml(network).text)).vocabulary()),
              write_vocabulary(network.vocabulary()));
}

TEST(GraphML, ReadsOtherEncodings) {
    const Draft draft = read("<?xml version='1.0' encoding='ISO-8859-1'?>" + in_graph("<node id='caf\xE9'/>"));
    EXPECT_EQ(draft.actors.cell(0, "id"), "café");
}

TEST(GraphML, SaysWhereItIsWrong) {
    refused("", "not all of it");
    refused("<gexf/>", "net.graphml, line 1, column 1: this is not GraphML, but <gexf>");
    refused("<graphml/>", "there is no graph");
    refused("<graphml>\n <graph>\n  <node/></graph></graphml>", "line 3, column 3: the node has no id");
    refused(in_graph("<node id='a'/>\n<node id='a'/>"), "line 4, column 1: the node \"a\" stands in line 3 already");
    refused(in_graph(two_nodes + "  <edge source='a' target='zz'/>"),
            "net.graphml, row 4, target: there is no actor \"zz\".");
    refused(in_graph("<node id='a'><data key='k'>1</data></node>"), "line 3, column 14: no key \"k\" is declared");
    refused(in_graph("<node id='a'>"), "line 3, column 16: this is not XML (mismatched tag)");
    refused("<graphml><graph/><graph/></graphml>", "a second graph");
    refused("<?xml version='1.0' encoding='klingon'?><graphml/>", "Save it as UTF-8");
    refused(in_graph(two_nodes + "<edge source='a' target='b' directed='maybe'/>"), "it must be true or false");
}

TEST(GraphML, CountsCharactersInEveryEncoding) {
    const auto with_two = [](const std::string& declaration, const std::string& text) {
        return declaration + "<graphml><graph>\n<desc>" + text +
               "</desc> <node id='a'/><node id='a'/></graph></graphml>";
    };
    refused(with_two("", "éé"), "line 2, column 31: the node \"a\" stands in line 2 already");
    refused(with_two("<?xml version='1.0' encoding='utf-8'?>", "éé"), "line 2, column 31: the node \"a\"");
    refused(with_two("<?xml version='1.0' encoding='ISO-8859-1'?>", "\xE9\xE9"), "line 2, column 31: the node \"a\"");
    std::string wide = "\xFF\xFE";
    for (const char c : with_two("", "xx")) wide += {c, '\0'};
    refused(wide, "line 2, column 31: the node \"a\"");
}

TEST(GraphML, LoadsNothingAndExpandsNothing) {
    refused("<!DOCTYPE graphml [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>\n" + in_graph("<node id='&b;'/>"),
            "line 1, column 19: a document type declaration is not read");
    refused("<!DOCTYPE graphml SYSTEM 'file:///etc/passwd'><graphml/>", "document type declaration");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<graph><node id='" + std::to_string(i) + "'>";
    refused("<graphml>" + deep, "deeper than 256 levels");
    const std::string fallback(100'000, 'x');
    std::string nodes;
    for (int i = 0; i < 2'000; ++i) nodes += "<node id='" + std::to_string(i) + "'/>";
    refused(in_graph(nodes, "<key id='d' for='node'><default>" + fallback + "</default></key>"),
            "more than fifty times the file");
}

}  // namespace
}  // namespace coopnet::io
