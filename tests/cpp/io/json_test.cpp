#include "support/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/io/json.hpp>

#include <string>

namespace coopnet::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::ThrowsMessage;

Draft read(const std::string& text) {
    return read_json(text, "net.json");
}

void expect_same(const Draft& a, const Draft& b) {
    for (const Table table : all_tables) {
        EXPECT_EQ(a.sheet(table).header, b.sheet(table).header) << table_name(table);
        EXPECT_EQ(a.sheet(table).columns, b.sheet(table).columns) << table_name(table);
    }
    EXPECT_EQ(write_vocabulary(a.vocabulary), write_vocabulary(b.vocabulary));
    EXPECT_EQ(a.about.name, b.about.name);
    EXPECT_EQ(a.about.title, b.about.title);
    EXPECT_EQ(a.about.types, b.about.types);
    EXPECT_EQ(a.playbook, b.playbook);
    EXPECT_EQ(a.report, b.report);
}

Network back(const Network& network) {
    return build(read(write_json(network)));
}

TEST(Json, CarriesEverythingThereAndBack) {
    Draft draft = support::case_of("id,kind,name,size,empty\n007,police,NA,1.50,\nb,ngo,TRUE,2,",
                                   "id,source,target,relation,strength,reliability,weight\n"
                                   "t,007,b,requests,1.50,1e-1,=1+1",
                                   "id,grade,note\nS1,B2,\"quoted\" and\\n");
    draft.figures = support::table("id,measure,value\nf,rescued,100");
    draft.about.name = "näme";
    draft.about.title = {{"en", "Title"}, {"km", "ចំណងជើង"}};
    draft.playbook = "{\n  \"title\": {}\n}\n";
    draft.report = "{\n  \"a\": 1.5\n}\n";
    const Network network = build(std::move(draft));
    expect_same(back(network).draft(), network.draft());
}

TEST(Json, KeepsNumbersThatAreNotWrittenAsWeWouldAsTheirText) {
    const Network network = build(support::ties("source,target,strength\na,b,1.50\na,b,1.5\na,b,100000\na,b,1e5"));
    const std::string text = write_json(network);
    EXPECT_THAT(text, HasSubstr("\"strength\": \"1.50\""));
    EXPECT_THAT(text, HasSubstr("\"strength\": 1.5"));
    expect_same(back(network).draft(), network.draft());
}

TEST(Json, UnderstandsEndsThatArePlacesOfNodes) {
    const Network named = build(read(R"({"nodes": [{"name": "Myriel"}, {"name": "Napoleon"}],
                                         "links": [{"source": 1, "target": 0, "value": 3}]})"));
    EXPECT_EQ(named[named.ties()[0].source].id, "Napoleon");
    EXPECT_EQ(named[named.ties()[0].target].id, "Myriel");
    EXPECT_EQ(named.notes().size(), 1U);
    const Network with_ids =
        build(read(R"({"nodes": [{"id": "x"}, {"id": "y"}], "edges": [{"source": 0, "target": 1}]})"));
    EXPECT_EQ(with_ids[with_ids.ties()[0].target].id, "y");
    const Network nameless = build(read(R"({"nodes": [{}, {}], "links": [{"source": 0, "target": 1}]})"));
    EXPECT_EQ(nameless[nameless.ties()[0].target].id, "1");
}

TEST(Json, TakesNumbersThatAreIdsForIds) {
    const Network network =
        build(read(R"({"nodes": [{"id": 2}, {"id": 1}, {"id": 0}], "links": [{"source": 2, "target": 1}]})"));
    EXPECT_EQ(network[network.ties()[0].source].id, "2");
    EXPECT_THAT([] { build(read(R"({"nodes": [{"id": 5}, {"id": 1}], "links": [{"source": 5, "target": 0}]})")); },
                ThrowsMessage<Error>(HasSubstr("there is no actor \"0\"")));
}

TEST(Json, UnderstandsEndsThatAreNodes) {
    const Network network = build(read(R"({"nodes": [{"id": "a"}, {"id": "b"}],
                                           "links": [{"source": {"id": "a", "x": 1.5}, "target": {"id": "b"}}]})"));
    EXPECT_EQ(network[network.ties()[0].target].id, "b");
    EXPECT_THAT([] { read(R"({"elements": []})"); }, ThrowsMessage<Error>(HasSubstr("Call the file .cyjs")));
}

TEST(Json, KeepsTheColumnsOfTablesWithoutRows) {
    Draft draft = support::ties("source,target,note");
    draft.actors = support::table("id,name");
    const Network network = build(std::move(draft));
    expect_same(back(network).draft(), network.draft());
}

TEST(Json, KeepsTheWordsThatWereTakenAsFound) {
    Draft draft = support::ties("source,target,relation\na,b,calls");
    draft.vocabulary = stock_vocabulary();
    const Network network = build(std::move(draft));
    expect_same(back(network).draft(), network.draft());
}

TEST(Json, IsTheSameBytesForTheSameNetwork) {
    const Network network = build(support::ties("source,target\na,b"));
    EXPECT_EQ(write_json(back(network)), write_json(network));
}

// --- other people's files ------------------------------------------------------------

TEST(Json, ReadsNodeLinkOfOthersWithEitherNameForTheEdges) {
    for (const auto* edges : {"edges", "links"}) {
        const Draft draft = read(std::string{R"({"directed": false, "nodes": [{"id": 1, "size": 2.0, "on": true}, )"} +
                                 R"({"id": "b", "tags": ["x", 1]}], ")" + edges +
                                 R"(": [{"source": 1, "target": "b", "weight": 2.5}]})");
        EXPECT_THAT(*draft.actors.column("id"), ElementsAre("1", "b"));
        EXPECT_THAT(*draft.actors.column("size"), ElementsAre("2", ""));
        EXPECT_THAT(*draft.actors.column("on"), ElementsAre("true", ""));
        EXPECT_THAT(*draft.actors.column("tags"), ElementsAre("", "x;1"));
        EXPECT_THAT(*draft.ties.column("strength"), ElementsAre("2.5"));
        EXPECT_FALSE(draft.vocabulary[draft.vocabulary.relation("tie").value()].directed);
        EXPECT_TRUE(draft.open_vocabulary);
    }
}

TEST(Json, KeepsAWeightBesideAStrength) {
    const Draft draft = read(R"({"edges": [{"source": "a", "target": "b", "weight": 1, "strength": 2}]})");
    EXPECT_THAT(draft.ties.header, ElementsAre("source", "target", "weight", "strength"));
}

TEST(Json, ComplainsOfNodesWithoutIdsAndEdgesWithoutEnds) {
    const auto problems = [](const std::string& text) {
        try {
            build(read(text));
        } catch (const InvalidNetwork& error) {
            return std::string{error.what()};
        }
        return std::string{};
    };
    EXPECT_THAT(problems(R"({"nodes": [{}, {"id": null}], "edges": []})"), HasSubstr("net.json, nodes, row 2, id"));
    EXPECT_THAT(problems(R"({"edges": [{}]})"), HasSubstr("net.json, edges, row 2, target: the actor is missing"));
    EXPECT_THAT(problems(R"({"nodes": [{"id": "a\u0000b"}], "edges": []})"),
                HasSubstr("row 2, id: the cell holds a NUL"));
}

TEST(Json, RefusesWhatIsNoNetwork) {
    const auto refused = [](const std::string& text, const std::string& part) {
        EXPECT_THAT([&] { read(text); }, ThrowsMessage<ParseError>(HasSubstr(part))) << text.substr(0, 50);
    };
    refused("", "net.json, line 1");
    refused("[]", "JSON object");
    refused("{}", "neither edges nor links");
    refused(R"({"edges": {}})", "edges must be a list.");
    refused(R"({"edges": [1]})", "edges must be a list of objects.");
    refused(R"({"edges": [{"source": 1e999}]})", "too large");
    refused("{\"edges\": [{\"source\": \"\xff\"}]}", "line 1");
    refused(R"({"edges": [{"source": "\ud800"}]})", "line 1");
    refused(std::string(100'000, '['), "64 levels");
    refused("{\"edges\": [\n{\"source\": }]}", "line 2, column 12");
}

TEST(Json, TakesNoMoreThanItsSizeIsWorth) {
    std::string many_keys = R"({"edges": [{)";
    for (int i = 0; i < 30'000; ++i) many_keys += "\"k" + std::to_string(i) + "\": 1, ";
    EXPECT_THAT([&] { read(many_keys + R"("z": 1}]})"); }, ThrowsMessage<ParseError>(HasSubstr("20,000 keys")));

    std::string sparse = R"({"edges": [{})";
    for (int i = 0; i < 3000; ++i) sparse += ", {\"k" + std::to_string(i) + "\": 1}";
    EXPECT_THAT([&] { read(sparse + "]}"); }, ThrowsMessage<ParseError>(HasSubstr("more than 1,000 names")));

    sparse = R"({"edges": [{})";
    for (int i = 0; i < 20'000; ++i) sparse += ", {\"k" + std::to_string(i % 900) + "\": 1}";
    EXPECT_THAT([&] { read(sparse + "]}"); }, ThrowsMessage<ParseError>(HasSubstr("one in fifty")));
}

TEST(RequireJson, NamesTheFileThatIsNone) {
    EXPECT_NO_THROW(require_json("{}", "playbook.json"));
    EXPECT_THAT([] { require_json("{\n", "playbook.json"); },
                ThrowsMessage<ParseError>(HasSubstr("playbook.json, line 2")));
    EXPECT_THROW(require_json("NaN", "report.json"), ParseError);
}

}  // namespace
}  // namespace coopnet::io
