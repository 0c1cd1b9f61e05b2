#include <coopnet/core/error.hpp>
#include <coopnet/io/dot.hpp>
#include <coopnet/io/vocabulary.hpp>
#include <coopnet/model/builder.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/worker.hpp>

namespace coopnet::io {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

using Cells = std::vector<std::string>;

Sheet sheet(Cells header, std::vector<Cells> columns) {
    return {.file = {}, .header = std::move(header), .columns = std::move(columns), .lines = {}};
}

Network with(Draft draft) {
    if (draft.vocabulary.relations.empty()) draft.vocabulary = stock_vocabulary();
    return build(std::move(draft));
}

// Two actors and a tie between each two neighbours of `ids`.
Network chain(const Cells& ids) {
    Draft draft;
    draft.actors = sheet({"id", "name"}, {ids, ids});
    draft.ties = sheet({"source", "target", "note"}, {{ids.begin(), ids.end() - 1}, {ids.begin() + 1, ids.end()}, {}});
    draft.ties.columns[2] = draft.ties.columns[0];
    return with(std::move(draft));
}

void expect_same(const Sheet& read, const Sheet& written) {
    EXPECT_EQ(read.header, written.header);
    EXPECT_EQ(read.columns, written.columns);
}

void expect_same(const Network& read, const Network& written) {
    expect_same(read.draft().actors, written.draft().actors);
    expect_same(read.draft().ties, written.draft().ties);
    expect_same(read.draft().sources, written.draft().sources);
    expect_same(read.draft().figures, written.draft().figures);
    EXPECT_EQ(read.draft().playbook, written.draft().playbook);
    EXPECT_EQ(read.draft().report, written.draft().report);
    EXPECT_EQ(write_vocabulary(read.vocabulary()), write_vocabulary(written.vocabulary()));
    EXPECT_EQ(read.about().name, written.about().name);
    EXPECT_EQ(read.about().title, written.about().title);
    EXPECT_EQ(read.about().version, written.about().version);
    EXPECT_EQ(read.about().types, written.about().types);
}

void expect_round_trip(const Network& network) {
    const std::string dot = write_dot(network);
    const Network again = build(read_dot(dot, "again.dot"));
    expect_same(again, network);
    EXPECT_EQ(write_dot(again), dot);
}

Draft full_draft() {
    Draft draft;
    draft.about.name = "a network";
    draft.about.title = {{"en", "A \"title\""}, {"id", "Judul"}};
    draft.about.version = "2022-08-15";
    draft.about.types = {{"ties", {{"amount", "number"}}}};
    draft.actors = sheet({"id", "name", "kind", "country", "label", "empty"}, {{"IDN", "A", "B"},
                                                                               {"Indonesia", "first", "second"},
                                                                               {"", "ngo", "police"},
                                                                               {"IDN", "", ""},
                                                                               {"a label", "", "\\N"},
                                                                               {"", "", ""}});
    draft.ties = sheet({"id", "source", "target", "relation", "since", "key", "dir", "column dir", "sources", "amount"},
                       {{"T1", "T2", "T3", "007"},
                        {"A", "A", "B", "B"},
                        {"B", "B", "B", "A"},
                        {"requests", "refers", "meets", "requests"},
                        {"2022", "", "2022-08", ""},
                        {"k", "", "", ""},
                        {"", "none", "", ""},
                        {"", "", "x", ""},
                        {"S1;S2", "", "S2", ""},
                        {"1.50", "", "", "3"}});
    draft.sources = sheet({"id", "title", "grade"}, {{"S1", "S2"}, {"One; \"two\"\nthree \\", "ប្រភព"}, {"B2", ""}});
    draft.figures = sheet({"id", "measure", "value"}, {{"F1"}, {"victims"}, {"11"}});
    draft.playbook = "{\n  \"steps\": [\n    \"a \\\\ b\\n\"\n  ]\n}\n";
    draft.report = "{}\n";
    return draft;
}

TEST(Dot, ReadsBackEverythingItWrote) {
    expect_round_trip(with(full_draft()));
}

TEST(Dot, ReadsBackWordsOfItsOwn) {
    Draft draft = full_draft();
    draft.vocabulary =
        read_vocabulary(R"({"relations": {"salutes": {"layer": "cooperation", "directed": false}}})", "v");
    draft.ties.ensure("relation") = {"salutes", "salutes", "salutes", "salutes"};
    draft.open_vocabulary = false;
    const Network network = with(std::move(draft));
    expect_round_trip(network);
    EXPECT_THAT(write_dot(network), StartsWith("graph "));  // no tie has a direction
}

TEST(Dot, ReadsBackANetworkOfNothing) {
    Draft draft;
    draft.actors.ensure("id");
    for (const char* end : {"source", "target"}) draft.ties.ensure(end);
    expect_round_trip(with(std::move(draft)));
}

TEST(Dot, KeepsIdsAndNamesThatLookLikeSomethingElse) {
    expect_round_trip(chain({"007",
                             "12e4",
                             "1_000",
                             "NA",
                             "null",
                             "TRUE",
                             "nan",
                             "<intake> <referral>",
                             "route<KHM>(sea & land)",
                             "\"q\"",
                             "a\\",
                             "\\\"",
                             "\\N",
                             "a\\n",
                             "two\nlines",
                             "cr\r\nlf",
                             "x:y",
                             "x:n",
                             "&amp;",
                             "%",
                             "%3",
                             "\\%",
                             "node",
                             "edge",
                             "strict",
                             "=1+1",
                             " blank ",
                             "ប៉ូលិស",
                             "شرطة",
                             "полиция",
                             "->",
                             "--",
                             "{",
                             "}",
                             ";",
                             "//",
                             "/* */",
                             "#x",
                             "coopnet_1"}));
}

TEST(Dot, KeepsTextsLongerThanTheDotProgramReads) {
    std::string text;
    for (int i = 0; i < 4'000; ++i) text += i % 7 == 0 ? "\\" : i % 5 == 0 ? "\"" : "ខ្មែរ ";
    Draft draft = full_draft();
    draft.playbook = "{\n  \"text\": \"" + std::string(50'000, 'x') + "\"\n}\n";
    draft.sources.ensure("title")[0] = text;
    draft.actors.ensure("note") = {text, "", ""};
    expect_round_trip(with(std::move(draft)));
}

TEST(Dot, WritesGraphAttributesShorterThanTheDotProgramRefuses) {
    Draft draft = full_draft();
    draft.playbook = "{\n  \"text\": \"" + std::string(50'000, '\\') + "\"\n}\n";
    const graphviz::Graph graph = graphviz::read(write_dot(with(std::move(draft))));
    EXPECT_GT(graph.attributes.size(), 7U);
    for (const auto& attribute : graph.attributes) EXPECT_LT(attribute.value.size(), 16'000U) << attribute.name;
}

TEST(Dot, ShowsNamesAsLabelsAndTiesWithoutDirectionWithoutHeads) {
    const std::string dot = write_dot(with(full_draft()));
    EXPECT_THAT(dot, HasSubstr("label=Indonesia"));
    EXPECT_THAT(dot, HasSubstr("dir=none"));  // `meets` has no direction
}

TEST(Dot, ReadsAForeignGraphWithAllItsAttributes) {
    const Draft draft = read_dot(R"(digraph "their graph" {
        rankdir=LR; node [shape=box];
        a [label="Agency\nof \"N\" \N", id=svg1, "custom field"=x]; b;
        subgraph cluster_one { a; subgraph cluster_two { c [label=<<b>C</b>>] } } { rank=same; b; c }
        a -> b [weight=2, label="sends", id=e1]; a -> b [weight=0.5]; b:p -> b [key=k] })",
                                 "their.dot");
    EXPECT_EQ(draft.about.name, "their graph");
    EXPECT_EQ(*draft.actors.column("id"), (Cells{"a", "b", "c"}));
    EXPECT_EQ(*draft.actors.column("name"), (Cells{"Agency\nof \"N\" a", "", ""}));
    EXPECT_EQ(*draft.actors.column("label"), (Cells{"", "", "<<b>C</b>>"}));
    EXPECT_EQ(*draft.actors.column("shape"), (Cells{"box", "box", "box"}));
    EXPECT_EQ(*draft.actors.column("dot_id"), (Cells{"svg1", "", ""}));
    EXPECT_EQ(*draft.actors.column("custom field"), (Cells{"x", "", ""}));
    EXPECT_EQ(*draft.actors.column("subgraph"), (Cells{"cluster_one", "", "cluster_one;cluster_two"}));
    EXPECT_EQ(*draft.ties.column("source"), (Cells{"a", "a", "b"}));
    EXPECT_EQ(*draft.ties.column("target"), (Cells{"b", "b", "b"}));
    EXPECT_EQ(*draft.ties.column("strength"), (Cells{"2", "0.5", ""}));
    EXPECT_EQ(*draft.ties.column("label"), (Cells{"sends", "", ""}));
    EXPECT_EQ(*draft.ties.column("dot_id"), (Cells{"e1", "", ""}));
    EXPECT_EQ(*draft.ties.column("key"), (Cells{"", "", "k"}));
    EXPECT_EQ(*draft.ties.column("tailport"), (Cells{"", "", "p"}));
    const Network network = build(draft);
    EXPECT_EQ(network.ties().size(), 3U);
    EXPECT_TRUE(network.vocabulary()[network.ties()[0].relation].directed);
    expect_round_trip(network);
}

TEST(Dot, TakesTheDirectionOfAForeignGraph) {
    for (const char* dot : {"graph { a -- b }", "graph { a -- b [relation=salutes] }"}) {
        const Network network = build(read_dot(dot, "their.dot"));
        EXPECT_FALSE(network.vocabulary()[network.ties()[0].relation].directed) << dot;
        EXPECT_EQ(network.vocabulary()[network.ties()[0].relation].layer, network.vocabulary().layer("cooperation"));
        EXPECT_THAT(write_dot(network), HasSubstr(" -- ")) << dot;
        expect_round_trip(network);
    }
    EXPECT_THAT(write_dot(build(read_dot("digraph { a -> b }", "their.dot"))), HasSubstr(" -> "));
}

TEST(Dot, KeepsAWeightThatIsNoNumber) {
    const Draft draft = read_dot("graph { a -- b [weight=heavy] }", "their.dot");
    EXPECT_EQ(draft.ties.column("strength"), nullptr);
    EXPECT_EQ(*draft.ties.column("weight"), Cells{"heavy"});
}

// pydot made an actor called "\n" of the blank lines.
TEST(Dot, TakesNoBlankLineForAnActor) {
    for (const char* dot :
         {"digraph G {\n  Intake -> Referral;\n\n\n}\n", "digraph G {\r\n  Intake -> Referral;\r\n\t\r\n\r\n}\r\n"}) {
        const Network network = build(read_dot(dot, "case.dot"));
        EXPECT_EQ(*network.draft().actors.column("id"), (Cells{"Intake", "Referral"}));
        EXPECT_EQ(network.ties().size(), 1U);
    }
}

TEST(Dot, TakesWhatSomebodyAddedByHand) {
    std::string dot = write_dot(chain({"a", "b"}));
    dot.insert(dot.rfind('}'), "\tc [label=\"C & \\\"c\\\"\"];\n\tb -> c [key=T2, relation=tie, color=red];\n");
    const Network network = build(read_dot(dot, "edited.dot"));
    EXPECT_EQ(*network.draft().actors.column("name"), (Cells{"a", "b", "C & \"c\""}));
    EXPECT_EQ(*network.draft().ties.column("id"), (Cells{"T1", "T2"}));
    EXPECT_EQ(*network.draft().ties.column("color"), (Cells{"", "red"}));
}

TEST(Dot, SaysWhereATextIsBroken) {
    try {
        static_cast<void>(read_dot("digraph {\n a -> \n}", "broken.dot"));
        FAIL() << "It should not have been read.";
    } catch (const ParseError& error) {
        EXPECT_EQ(std::string{error.what()}, "broken.dot, line 3: Syntax error near '}'.");
    }
}

}  // namespace
}  // namespace coopnet::io
