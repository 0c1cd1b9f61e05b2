#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/core/error.hpp>
#include <coopnet/io/vocabulary.hpp>

#include <string>
#include <vector>

namespace coopnet::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::ThrowsMessage;

Vocabulary read(const std::string& json) {
    return read_vocabulary(json, "vocabulary.json");
}

std::vector<std::string> problems(const std::string& json) {
    std::vector<std::string> sentences;
    try {
        read(json);
    } catch (const InvalidNetwork& error) {
        for (const Problem& problem : error.problems()) sentences.push_back(problem.sentence());
    }
    return sentences;
}

const Relation& relation(const Vocabulary& words, std::string_view id) {
    return words[words.relation(id).value()];
}

TEST(StockVocabulary, NamesEveryWordInEnglishAndIndonesian) {
    const Vocabulary& words = stock_vocabulary();
    const auto expect_named = [](const auto& items) {
        EXPECT_FALSE(items.empty());
        for (const auto& item : items) {
            EXPECT_TRUE(item.label.contains("en") && item.label.contains("id")) << item.id;
        }
    };
    expect_named(words.levels);
    expect_named(words.layers);
    expect_named(words.kinds);
    expect_named(words.relations);
    expect_named(words.lines);
    expect_named(words.stages);
}

TEST(StockVocabulary, IsWrittenAndReadAsTheSame) {
    EXPECT_EQ(write_vocabulary(read(write_vocabulary(stock_vocabulary()))), write_vocabulary(stock_vocabulary()));
    EXPECT_EQ(write_additions(stock_vocabulary()), "");
    EXPECT_EQ(write_vocabulary(read("{}")), write_vocabulary(stock_vocabulary()));
}

TEST(Vocabulary, IsExtendedByWordsOfANetworksOwn) {
    const Vocabulary words = read(R"({
        "kinds": {"drone_unit": {"is_a": "police", "label": {"en": "Drone unit"}}},
        "relations": {"films": {"layer": "illicit", "directed": false, "from": ["drone_unit"], "line": "police"}}})");
    EXPECT_TRUE(words.is_a(words.kind("drone_unit").value(), words.kind("body").value()));
    EXPECT_EQ(words.layers[index(relation(words, "films").layer)].id, "illicit");
    EXPECT_FALSE(relation(words, "films").directed);
    EXPECT_THAT(relation(words, "films").from, ElementsAre(words.kind("drone_unit").value()));
}

TEST(Vocabulary, PutsARelationOfNoLayerIntoCooperation) {
    const Vocabulary words = read(R"({"relations": {"calls": {}}})");
    EXPECT_EQ(words.layers[index(relation(words, "calls").layer)].id, "cooperation");
    EXPECT_TRUE(relation(words, "calls").directed);
}

TEST(Vocabulary, KeepsWhatAnOverrideDoesNotMention) {
    const Vocabulary words = read(R"({"relations": {"recruits": {"directed": false}},
                                      "kinds": {"police": {"style": {"fill": "#000000"}}}})");
    const Relation& stock = relation(stock_vocabulary(), "recruits");
    const Relation& changed = relation(words, "recruits");
    EXPECT_FALSE(changed.directed);
    EXPECT_EQ(changed.layer, stock.layer);
    EXPECT_EQ(changed.from, stock.from);
    EXPECT_EQ(changed.label, stock.label);
    EXPECT_EQ(changed.line, stock.line);
    const Kind& police = words[words.kind("police").value()];
    EXPECT_EQ(police.style->fill, "#000000");
    EXPECT_EQ(police.style->line, "#0072b2");
    EXPECT_EQ(police.label.at("id"), "Polisi");
}

TEST(Vocabulary, ReadsBackItsAdditionsWhateverTheyTakeAway) {
    for (const auto* text :
         {R"({"relations": {"member_of": {"affiliation": false, "from": [], "line_fixed": false, "line": ""}}})",
          R"({"kinds": {"police": {"label": {"en": "Force"}, "level": "local"}, "new": {}}})",
          R"({"lines": {"police": {"width": 9.25, "mark": "none"}}, "reliability": {"letter": {"A": 1}}})",
          R"({"stages": {"rescued": {"reached_by": [], "at": ["ncb"]}, "last": {"branch_of": "rescued"}}})",
          R"({"levels": {"deep": {"label": {"en": "Deep"}}}, "layers": {"rumor": {}}})"}) {
        const Vocabulary words = read(text);
        const std::string additions = write_additions(words);
        EXPECT_NE(additions, "") << text;
        EXPECT_EQ(write_vocabulary(read(additions)), write_vocabulary(words)) << text;
    }
}

TEST(Vocabulary, SaysToWhichStageATieBringsPeople) {
    const Vocabulary& words = stock_vocabulary();
    const auto stage = [&](std::string_view relation, std::string_view kind) -> std::string {
        const auto found = words.stage_of(words.relation(relation).value(), words.kind(kind));
        return found ? words.stages[index(*found)].id : "";
    };
    EXPECT_EQ(stage("moves_to", "transit"), "moved");
    EXPECT_EQ(stage("moves_to", "site"), "exploited");
    EXPECT_EQ(stage("hands_over", "police_province"), "screened");
    EXPECT_EQ(stage("hands_over", "embassy"), "sheltered");
    EXPECT_EQ(stage("shelters", "ngo"), "sheltered");
    EXPECT_EQ(stage("shelters", "ministry"), "received");
    EXPECT_EQ(stage("hands_over", "state"), "");
    EXPECT_EQ(stage("requests", "police"), "");
}

TEST(Vocabulary, FillsInReliabilityByGradeAndStatus) {
    const Vocabulary words = read(R"({"reliability": {"letter": {"A": 0.5}, "claimed": 0.1, "inferred": 0}})");
    EXPECT_EQ(words.reliability.of(Grade{'A', '1'}, Status::documented), .5);
    EXPECT_EQ(words.reliability.of(Grade{'B', '2'}, Status::claimed), .85 * .1);
    EXPECT_EQ(words.reliability.of(Grade{'B', '2'}, Status::inferred), 0);
}

TEST(Vocabulary, NamesEverythingThatIsWrong) {
    EXPECT_THAT(
        problems(R"({
            "kindz": {},
            "levels": {"top": 3},
            "layers": {"l": {"label": "text"}},
            "lines": {"road": {"color": "red", "build": "triple", "width": -1, "mark": 7}},
            "kinds": {"x": {"is_a": "nobody", "level": "nowhere", "style": {"shape": "blob"}}, "y": {"style": 1},
                      "p": {"is_a": "q"}, "q": {"is_a": "p"}},
            "relations": {"r": {"layer": "none", "directed": "yes", "form": ["x"], "from": ["nobody"], "to": "x",
                                "line": "rail", "label": {"en": 1}}},
            "stages": {"s": {"reached_by": "r", "at": ["nobody"], "holds": [1], "branch_of": "t"},
                       "u": {"branch_of": "u"}},
            "reliability": {"letter": {"A": 2}, "digit": 1, "claimed": "low"}})"),
        ElementsAre(
            "vocabulary.json: \"kindz\" means nothing here; known: levels, layers, kinds, relations, lines, "
            "stages, reliability.",
            "vocabulary.json, top: must be an object.", "vocabulary.json, l: label must be an object of languages.",
            "vocabulary.json, road: color \"red\" is not a color. Write it as #0072b2.",
            "vocabulary.json, road: build \"triple\" is not known.", "vocabulary.json, road: mark must be text.",
            "vocabulary.json, road: width must be a number above 0.",
            "vocabulary.json, x: there is no kind \"nobody\".", "vocabulary.json, x: there is no level \"nowhere\".",
            "vocabulary.json, x: shape \"blob\" is not known.", "vocabulary.json, y: style must be an object.",
            "vocabulary.json, r: \"form\" means nothing here; known: layer, directed, affiliation, from, to, "
            "label, line, line_fixed.",
            "vocabulary.json, r: label.en must be text.", "vocabulary.json, r: there is no layer \"none\".",
            "vocabulary.json, r: directed must be true or false.", "vocabulary.json, r: there is no kind \"nobody\".",
            "vocabulary.json, r: to must be a list of kinds.", "vocabulary.json, r: there is no line \"rail\".",
            "vocabulary.json, s: reached_by must be a list of texts.",
            "vocabulary.json, s: there is no kind \"nobody\".", "vocabulary.json, s: holds must be a list of texts.",
            "vocabulary.json, s: there is no stage \"t\".", "vocabulary.json, u: a stage is no branch of itself.",
            "vocabulary.json, reliability: A must be a number from 0 to 1.",
            "vocabulary.json, reliability: digit must be an object.",
            "vocabulary.json, reliability: claimed must be a number from 0 to 1.",
            "vocabulary.json, p: is_a leads back to itself."));
}

TEST(Vocabulary, SaysWhereTheTextIsNoJson) {
    EXPECT_THAT([] { read("{\n \"kinds\": {,}"); },
                ThrowsMessage<ParseError>(HasSubstr("vocabulary.json, line 2, column 12: this is not JSON")));
    EXPECT_THAT([] { read("[]"); }, ThrowsMessage<ParseError>(HasSubstr("a vocabulary is a JSON object")));
    EXPECT_THAT([] { read("{\"kinds\": {\"\xff\": {}}}"); }, ThrowsMessage<ParseError>(HasSubstr("line 1")));
}

TEST(PlainRelation, IsATieOfTheGivenDirection) {
    EXPECT_FALSE(relation(read(plain_relation(false)), "tie").directed);
    EXPECT_TRUE(relation(read(plain_relation(true)), "tie").directed);
}

}  // namespace
}  // namespace coopnet::io
