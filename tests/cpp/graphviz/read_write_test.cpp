#include <coopnet/core/error.hpp>
#include <coopnet/graphviz/worker.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/worker.hpp>

namespace coopnet::graphviz {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> names(const Graph& graph) {
    std::vector<std::string> found;
    for (const Node& node : graph.nodes) found.push_back(node.name);
    return found;
}

std::string message_of(const std::string& dot) {
    try {
        static_cast<void>(read(dot, {.path = "case.dot"}));
    } catch (const ParseError& error) {
        EXPECT_EQ(error.path(), "case.dot");
        return error.what();
    }
    return "read without an error";
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

TEST(Read, KeepsAttributesPortsKeysAndSubgraphs) {
    const Graph graph = read(R"(digraph "my graph" {
        label="all"; node [color=red]; edge [weight=2];
        a; b [color=blue, note="x y"];
        subgraph cluster_x { label="box"; c; subgraph { d [rank=same] } }
        a:p:n -> b:se [key=k1]; a -> b [key=k2, weight=3];
    })");
    EXPECT_EQ(graph.name, "my graph");
    EXPECT_TRUE(graph.directed);
    EXPECT_EQ(value_of(graph.attributes, "label"), "all");
    EXPECT_THAT(names(graph), ElementsAre("a", "b", "c", "d"));
    EXPECT_EQ(value_of(graph.nodes[0].attributes, "color"), "red");
    EXPECT_EQ(value_of(graph.nodes[1].attributes, "color"), "blue");
    EXPECT_EQ(value_of(graph.nodes[1].attributes, "note"), "x y");
    ASSERT_EQ(graph.edges.size(), 2U);
    const Edge first{
        .tail = 0, .head = 1, .key = "k1", .tail_port = "p:n", .head_port = "se", .attributes = {{"weight", "2"}}};
    EXPECT_EQ(graph.edges[0], first);
    EXPECT_EQ(value_of(graph.edges[1].attributes, "weight"), "3");
    ASSERT_EQ(graph.subgraphs.size(), 2U);
    EXPECT_EQ(graph.subgraphs[0].name, "cluster_x");
    EXPECT_EQ(value_of(graph.subgraphs[0].attributes, "label"), "box");
    EXPECT_THAT(graph.subgraphs[0].nodes, ElementsAre(2, 3));
    EXPECT_EQ(graph.subgraphs[1].name, "");
    EXPECT_EQ(graph.subgraphs[1].parent, 0U);
    EXPECT_THAT(graph.subgraphs[1].nodes, ElementsAre(3));
}

TEST(Read, KeepsTheOrderOfTheFile) {
    const Graph graph = read("graph { z -- y; x; y -- x; z -- x; y -- z }");
    EXPECT_FALSE(graph.directed);
    EXPECT_THAT(names(graph), ElementsAre("z", "y", "x"));
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    for (const Edge& edge : graph.edges) ends.emplace_back(edge.tail, edge.head);
    EXPECT_THAT(ends, ElementsAre(std::pair{0U, 1U}, std::pair{1U, 2U}, std::pair{0U, 2U}, std::pair{1U, 0U}));
}

TEST(Read, TellsMarkupFromTextThatLooksLikeIt) {
    const Graph graph = read(R"(graph { a [label=<<b>A</b>>]; b [label="<b>B</b>"] })");
    EXPECT_EQ(graph.nodes[0].attributes.front(), (Attribute{"label", "<b>A</b>", true}));
    EXPECT_EQ(graph.nodes[1].attributes.front(), (Attribute{"label", "<b>B</b>", false}));
}

TEST(Read, KeepsAnEmptyLabelApartFromNone) {
    const Graph graph = read(R"(graph { a [label=""]; b })");
    EXPECT_EQ(value_of(graph.nodes[0].attributes, "label"), "");
    EXPECT_TRUE(graph.nodes[1].attributes.empty());
}

// pydot made an actor called "\n" of these.
TEST(Read, TakesNoBlankLineForANode) {
    const std::string unix_ends = "digraph G {\n  Intake -> Referral;\n\n\n}\n";
    const std::string windows_ends = "digraph G {\r\n  Intake -> Referral;\r\n\t\r\n\r\n}\r\n";
    for (const std::string& dot : {unix_ends, windows_ends}) {
        const Graph graph = read(dot);
        EXPECT_THAT(names(graph), ElementsAre("Intake", "Referral"));
        EXPECT_EQ(graph.edges.size(), 1U);
    }
}

TEST(Read, SkipsAByteOrderMark) {
    EXPECT_THAT(names(read("\xEF\xBB\xBFgraph { a }")), ElementsAre("a"));
}

TEST(Read, SaysWhereTheTextIsBroken) {
    EXPECT_EQ(message_of("digraph {\n a -> b;\n b -> ;\n}"), "case.dot, line 3: Syntax error near ';'.");
    EXPECT_EQ(message_of("digraph {\n a -> ;\n}"), "case.dot, line 2: Syntax error near ';'.");
    EXPECT_THAT(message_of("digraph { a -> b"), HasSubstr("yntax error"));
    EXPECT_THAT(message_of("digraph { a [label=\"open }"), HasSubstr("yntax error"));
}

TEST(Read, RefusesWhatIsNotOneGraph) {
    EXPECT_THAT(message_of(""), HasSubstr("no graph"));
    EXPECT_THAT(message_of("// only a remark\n"), HasSubstr("no graph"));
    EXPECT_THAT(message_of("digraph { a } digraph { b }"), HasSubstr("more than one graph"));
    EXPECT_THAT(message_of("digraph { a } }"), HasSubstr("yntax error"));
    EXPECT_THAT(message_of(std::string{"graph { a }\0 junk", 17}), HasSubstr("zero byte"));
    EXPECT_THAT(message_of("graph { \"%1\" }"), HasSubstr("begins with %"));
}

TEST(Read, IsNotPoisonedByWhatCameBefore) {
    for (const char* poison :
         {"digraph { a } }", "digraph { a } digraph { b }", "digraph { a } trailing \"", "digraph { a -> "}) {
        EXPECT_NE(message_of(poison), "read without an error");
        EXPECT_THAT(names(read("graph { clean }")), ElementsAre("clean"));
    }
}

TEST(Read, RefusesNestingBeyondAllReasonAndLivesOn) {
    const std::string braces = "digraph {" + std::string(200'000, '{') + std::string(200'000, '}') + "}";
    EXPECT_THAT(message_of(braces), HasSubstr("emory exhausted"));
    const std::string subgraphs = "digraph {" + repeated("subgraph {", 200'000) + std::string(200'000, '}') + "}";
    EXPECT_THAT(message_of(subgraphs), HasSubstr("emory exhausted"));
    EXPECT_THAT(names(read("graph { clean }")), ElementsAre("clean"));
}

TEST(Read, TakesNestingThatGraphvizTakes) {
    std::string nested = "digraph {";
    for (int i = 0; i < 1'000; ++i) nested += "subgraph s" + std::to_string(i) + " {";
    const Graph graph = read(nested + "a" + std::string(1'000, '}') + "}");
    EXPECT_EQ(graph.subgraphs.size(), 1'000U);
    EXPECT_EQ(graph.subgraphs.back().parent, 998U);
}

Graph with_texts(const std::vector<std::string>& texts) {
    Graph graph{.name = "texts"};
    for (const std::string& text : texts) graph.nodes.push_back({text, {{"label", text}, {"note", text + "."}}});
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
        graph.edges.push_back({.tail = i, .head = 0, .key = texts[i], .attributes = {{"note", texts[i] + "."}}});
    }
    return graph;
}

TEST(Write, KeepsTextThatLooksLikeSomethingElse) {
    const Graph graph = with_texts({"<intake> <referral>",
                                    "route<KHM>(sea & land)",
                                    "\"quoted\"",
                                    "two\nlines",
                                    "a\\\\",
                                    "007",
                                    "1.50",
                                    "-5",
                                    "node",
                                    "Strict",
                                    "&amp;",
                                    "x:y",
                                    "តេស្តខ្មែរ",
                                    "شرطة",
                                    "tab\there",
                                    ";",
                                    "//",
                                    "#",
                                    "a/*b",
                                    "--",
                                    "+",
                                    "{}",
                                    "=1+1",
                                    "_",
                                    " ",
                                    "\\l\\r",
                                    std::string(4'099, '"'),
                                    repeated("long words ", 3'000)});
    EXPECT_EQ(read(write(graph)), graph);
}

TEST(Write, KeepsEveryPart) {
    const Graph graph = read(R"(strict digraph "my graph" {
        label="all"; node [color=red]; edge [weight=2]; a; b [label=<<i>b</i>>]; a:p:n -> b:se [key=k1];
        subgraph cluster_x { label="box"; c; subgraph cluster_y { d } subgraph cluster_z { c } }
        subgraph cluster_w { c } subgraph { label=""; a } })");
    EXPECT_EQ(graph.subgraphs.size(), 5U);
    EXPECT_EQ(read(write(graph)), graph);
}

TEST(Write, KeepsNodesAndEdgesInOrder) {
    Graph graph{.name = "order", .nodes = {{"a", {}}, {"b", {}}, {"c", {}}}};
    for (const auto& [tail, head] : {std::pair{2U, 0U}, {0U, 2U}, {1U, 1U}, {0U, 2U}, {0U, 1U}}) {
        graph.edges.push_back({.tail = tail, .head = head});
    }
    EXPECT_EQ(read(write(graph)), graph);
}

TEST(Write, TakesAnEmptyGraph) {
    EXPECT_EQ(write({}), "digraph {\n}\n");
    EXPECT_EQ(read(write({})), Graph{});
}

TEST(Write, RefusesWhatDotCannotHold) {
    for (const std::string& name : {std::string{"ends in \\"}, std::string{"\\\""}, std::string{"\\\nx"},
                                    std::string{"a\0b", 3}, std::string{"%1"}}) {
        EXPECT_THROW(static_cast<void>(write({.nodes = {{name, {}}}})), RenderError) << name;
    }
    EXPECT_THROW(static_cast<void>(write({.nodes = {{"a", {{"label", "<b", true}}}}})), RenderError);
    EXPECT_THROW(static_cast<void>(write({.nodes = {{"a", {}}, {"a", {}}}})), RenderError);
}

TEST(Write, GivesTheSameBytesEveryTime) {
    const Graph graph = with_texts({"a", "b", "c"});
    const std::string once = write(graph);
    EXPECT_EQ(write(graph), once);
    set_worker_path(COOPNET_WORKER_PATH);  // a fresh one
    EXPECT_EQ(write(graph), once);
}

}  // namespace
}  // namespace coopnet::graphviz
