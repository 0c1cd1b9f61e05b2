#include "support/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/io/cyjs.hpp>
#include <coopnet/model/builder.hpp>

#include <string>

namespace coopnet::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

Draft read(const std::string& text) {
    return read_cyjs(text, "net.cyjs");
}

void refused(const std::string& text, const std::string& sentence) {
    EXPECT_THAT([&] { static_cast<void>(build(read(text))); }, ThrowsMessage<Error>(HasSubstr(sentence))) << text;
}

const std::string two_nodes = R"({"data": {"id": "a"}}, {"data": {"id": "b"}})";

TEST(Cyjs, CarriesEverythingThereAndBack) {
    Draft draft = support::case_of(
        "id,kind,name,size,label,value,selected\n007,police,NA,1.50,L,007,true\n"
        "<b>,ngo,\"q\" & 'p',2,,x,",
        "id,source,target,relation,strength,weight,interaction,directed,shared_name,name\n"
        "t,007,<b>,requests,1.50,=1+1,i,no,n,n\nu,007,007,requests,3,,,,,",
        "id,grade\nS1,B2");
    draft.about.name = "näme ខ្មែរ";
    draft.playbook = "{\n  \"title\": {}\n}\n";
    const Network network = build(std::move(draft));
    const Written written = write_cyjs(network);
    EXPECT_TRUE(written.losses.empty());
    const Network again = build(read(written.text));
    for (const Table table : all_tables) {
        EXPECT_EQ(again.draft().sheet(table).header, network.draft().sheet(table).header) << table_name(table);
        EXPECT_EQ(again.draft().sheet(table).columns, network.draft().sheet(table).columns) << table_name(table);
    }
    EXPECT_EQ(again.about().name, network.about().name);
    EXPECT_EQ(again.about().types, network.about().types);
    EXPECT_EQ(again.draft().playbook, network.draft().playbook);
    EXPECT_EQ(write_cyjs(again).text, written.text);
}

TEST(Cyjs, ReadsWhatCytoscapeSaves) {
    const Network network = build(read(R"({
      "format_version": "1.0", "generated_by": "cytoscape-3.10.1", "target_cytoscapejs_version": "~2.1",
      "data": {"shared_name": "Case", "name": "Case", "SUID": 52, "__Annotations": [], "selected": true},
      "elements": {
        "nodes": [
          {"data": {"id": "80", "shared_name": "NCB", "name": "NCB", "SUID": 80, "selected": false, "Degree": 1,
                    "tags": ["x", "y"]}, "position": {"x": 1.5, "y": -2}, "selected": false},
          {"data": {"id": "81", "shared_name": "Police", "name": "Police, renamed", "SUID": 81, "selected": false}}],
        "edges": [
          {"data": {"id": "85", "source": "80", "target": "81", "shared_name": "NCB (asks) Police",
                    "name": "NCB (asks) Police", "shared_interaction": "asks", "interaction": "asks", "SUID": 85,
                    "weight": 2, "selected": false}, "selected": false}]}})"));
    const Draft& draft = network.draft();
    EXPECT_EQ(network.about().name, "Case");
    EXPECT_THAT(*draft.actors.column("id"), ElementsAre("80", "81"));
    EXPECT_THAT(*draft.actors.column("name"), ElementsAre("NCB", "Police, renamed"));
    EXPECT_THAT(*draft.actors.column("shared_name"), ElementsAre("", "Police"));  // which says something of its own
    EXPECT_THAT(*draft.actors.column("tags"), ElementsAre("x;y", ""));
    EXPECT_EQ(draft.actors.column("SUID"), nullptr);
    EXPECT_EQ(draft.actors.column("selected"), nullptr);
    EXPECT_EQ(network.about().types.at("actors").at("Degree"), "integer");
    EXPECT_EQ(draft.ties.cell(0, "relation"), "asks");
    EXPECT_EQ(draft.ties.cell(0, "id"), "85");
    EXPECT_EQ(network.ties()[0].strength, 2);
    EXPECT_TRUE(network.vocabulary()[network.ties()[0].relation].directed);
    ASSERT_FALSE(network.notes().empty());
    EXPECT_THAT(network.notes()[0].message, HasSubstr("\"position\" of elements: left out"));
}

TEST(Cyjs, ReadsOneListAndBareElements) {
    const std::string list = "[" + two_nodes +
                             R"(, {"group": "edges", "data": {"source": "a", "target": "b"}, "classes": "thick"},
                                  {"data": {"source": "b", "target": "b", "interaction": null}}])";
    for (const std::string& text : {list, "{\"elements\": " + list + "}"}) {
        const Network network = build(read(text));
        EXPECT_EQ(network.actors().size(), 2U);
        EXPECT_EQ(network.ties().size(), 2U);
    }
}

TEST(Cyjs, ReadsDirectionsOfTheFileAndOfEdges) {
    const std::string edges = R"({"nodes": [)" + two_nodes + R"(], "edges": [{"data": {"source": "a", "target": "b"}},
                                  {"data": {"source": "a", "target": "b", "directed": false}}]})";
    const Network mixed = build(read("{\"elements\": " + edges + "}"));
    EXPECT_TRUE(mixed.vocabulary()[mixed.ties()[0].relation].directed);
    EXPECT_FALSE(mixed.vocabulary()[mixed.ties()[1].relation].directed);
    EXPECT_EQ(write_cyjs(build(read(write_cyjs(mixed).text))).text, write_cyjs(mixed).text);
    const Network undirected = build(read("{\"directed\": false, \"elements\": " + edges + "}"));
    EXPECT_FALSE(undirected.vocabulary()[undirected.ties()[0].relation].directed);
}

TEST(Cyjs, KeepsTextThatLooksLikeANumberAsText) {
    const Network network = build(read(R"({"elements": [{"data": {"id": "007", "code": "1", "rank": 1}},
                                                        {"data": {"id": 8, "code": "2", "rank": 2.5}}]})"));
    EXPECT_EQ(network.about().types.at("actors").at("code"), "string");
    EXPECT_EQ(network.about().types.at("actors").at("rank"), "number");
    EXPECT_EQ(network.actors()[1].id, "8");
}

TEST(Cyjs, SaysWhatIsWrong) {
    refused("{}", "net.cyjs: there are no elements");
    refused("[", "line 1, column 2: this is not JSON");
    refused("{\"elements\": 1}", "elements must be a list");
    refused("{\"elements\": {\"nodes\": 1}}", "nodes must be a list");
    refused("{\"elements\": [1]}", "an object of data");
    refused("{\"elements\": [{\"data\": {\"name\": \"x\"}}]}", "a node without id: {\"name\":\"x\"}. Give it one.");
    refused("[" + two_nodes + "," + two_nodes + "]", "the node \"a\" is there twice");
    refused("[" + two_nodes + R"(, {"data": {"source": "a"}}])", "an edge without target");
    refused("[" + two_nodes + R"(, {"data": {"source": "a", "target": "zz"}}])",
            "net.cyjs, edges, row 2, target: there is no actor \"zz\"");
}

}  // namespace
}  // namespace coopnet::io
