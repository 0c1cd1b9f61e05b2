#include "support/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/io/gml.hpp>

#include <algorithm>
#include <string>

namespace coopnet::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

Network read(const std::string& text) {
    return build(read_gml(text, "net.gml"));
}

void refused(const std::string& text, const std::string& sentence) {
    EXPECT_THAT([&] { static_cast<void>(read(text)); }, ThrowsMessage<Error>(HasSubstr(sentence))) << text;
}

TEST(Gml, ReadsEntitiesNestedListsAndIdsAsTheyAre) {
    const Network network = read(
        "Version 1\ngraph [ comment \"x\" directed 1\n node [ id 1 label \"Office &quot;Blue&quot; &amp; Partners\"\n"
        "graphics [ x 0.0 Line [ point [ x 1.0 ] point [ x 3.0 ] ] ] ]\n node [ id 2 label \"Caf&eacute; "
        "&#233;&#xe9;&nope;\" ]"
        "node [ id 10 ] edge [ source 1 target 2 weight 2.5 label \"refers\" ] edge [ source 2 target 10 ] ]");
    const Draft& draft = network.draft();
    EXPECT_THAT(*draft.actors.column("id"), ElementsAre("1", "2", "10"));
    EXPECT_THAT(*draft.actors.column("name"), ElementsAre("Office \"Blue\" & Partners", "Café éé&nope;", ""));
    EXPECT_EQ(draft.actors.cell(0, "graphics.Line.point.x"), "1.0;3.0");
    EXPECT_THAT(*draft.ties.column("strength"), ElementsAre("2.5", ""));
    EXPECT_THAT(*draft.ties.column("label"), ElementsAre("refers", ""));
    EXPECT_TRUE(network.vocabulary()[network.ties()[0].relation].directed);
    EXPECT_EQ(network.notes().at(0).message, "\"comment\" of the graph itself: left out.");
}

TEST(Gml, CarriesActorsAndTiesThereAndBack) {
    Draft draft = support::ties(
        "id,source,target,relation,strength,my_note,label,id2\nt,<b>,007,tie,1.50,\"q\" & é,l,x\n"
        "u,007,007,tie_undirected,99999999999,ខ្មែរ,,");
    draft.about.name = "name";
    const Network network = read(write_gml(build(std::move(draft))).text);
    const Written written = write_gml(network);
    EXPECT_TRUE(std::ranges::all_of(written.text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    const Network again = read(written.text);
    EXPECT_EQ(again.draft().ties, network.draft().ties);
    EXPECT_EQ(again.draft().actors, network.draft().actors);
    EXPECT_EQ(again.draft().ties.cell(1, "strength"), "99999999999");
    EXPECT_EQ(again.draft().ties.cell(0, "my_note"), "\"q\" & é");
}

TEST(Gml, SaysWhereItIsWrong) {
    refused("graph [\n  directed 1\n  node [\n    id 1\n    label \"Office\"Blue\"\n  ]\n]",
            "net.gml, line 5, column 19: a text goes on");
    refused("graph [ node [ id 1 label \"x ] ]", "line 1, column 27: a text begins here and is never closed");
    refused("", "there is no graph");
    refused("graph [ node [ id 1 ]", "the graph is not closed");
    refused("graph [ node [ label 1 ] ]", "line 1, column 9: a node without an id");
    refused("graph [ node [ id 1 ]\nnode [ id 1 ] ]", "line 2, column 1: the node \"1\" stands in line 1 already");
    refused("graph [ node [ id 1 ]\n edge [ source 1 target 9 ] ]", "row 2, target: there is no actor \"9\".");
    std::string deep = "graph ";
    for (int i = 0; i < 100'000; ++i) deep += "[ a ";
    refused(deep, "deeper than 64 levels");
}

}  // namespace
}  // namespace coopnet::io
