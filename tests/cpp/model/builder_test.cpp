#include "support/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/model/builder.hpp>

#include <string>
#include <vector>

namespace coopnet {
namespace {

using support::case_of;
using support::table;
using support::ties;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> problems(Draft draft) {
    std::vector<std::string> sentences;
    try {
        build(std::move(draft));
    } catch (const InvalidNetwork& error) {
        for (const Problem& problem : error.problems()) sentences.push_back(problem.sentence());
    }
    return sentences;
}

// Two bodies and a place in the stock words, to be spoiled.
const std::string actors = "id,kind,parent\na,police,\nb,ngo,a\nc,site,";
const std::string good = "source,target,relation\na,b,requests";

TEST(Builder, NumbersTiesThatHaveNoIdAndFillsInTheRelation) {
    const Network network = build(ties("source,target\na,b\nb,c"));
    EXPECT_EQ(network.tie_id(TieRow{1}), "T2");
    EXPECT_THAT(*network.draft().ties.column("relation"), ElementsAre("tie", "tie"));
    EXPECT_THAT(*network.draft().actors.column("id"), ElementsAre("a", "b", "c"));
}

TEST(Builder, NamesRowsAsTheyStandInTheFileAndForgetsThemAfterwards) {
    Draft spoiled = ties("id,source,target\nx,a,b\nx,b,");
    spoiled.ties.lines = {3, 5, 9};
    EXPECT_THAT(problems(spoiled),
                ElementsAre(HasSubstr("row 9, id: \"x\" stands in row 5"), HasSubstr("row 9, target")));
    Draft headless = ties("source,to\na,b");
    headless.ties.lines = {3, 5};
    EXPECT_THAT(problems(headless), ElementsAre(HasSubstr("row 3, target: there is no column")));
    Draft sound = ties("source,target\na,b");
    sound.ties.lines = {3, 5};
    EXPECT_THAT(build(std::move(sound)).draft().ties.lines, IsEmpty());
}

TEST(Builder, TakesActorsFromTiesInOrderOfAppearanceInstrumentsToo) {
    const Network network = build(ties("source,target,instrument\nb,a,\na,c,MoU"));
    EXPECT_THAT(*network.draft().actors.column("id"), ElementsAre("b", "a", "c", "MoU"));
    EXPECT_EQ(network.ties()[1].instrument, network.actor("MoU"));
}

TEST(Builder, ReadsEveryFactOfATie) {
    const Network network =
        build(case_of(actors,
                      "id,source,target,relation,channel,since,until,strength,reliability,delay_days,capacity,"
                      "instrument,status,sources\n"
                      "t,a,b,requests,police,2022-08,..,2.5,0.5,3,100,a,documented,S2; S1",
                      "id,grade\nS1,B2\nS2,A4"));
    const Tie& tie = network.ties()[0];
    EXPECT_EQ(network[tie.source].id, "a");
    EXPECT_EQ(network[tie.target].id, "b");
    EXPECT_EQ(network.vocabulary()[tie.relation].id, "requests");
    EXPECT_EQ(network.channel(TieRow{0}), "police");
    EXPECT_EQ(tie.period, (Period{parse_since("2022-08").value(), parse_until("..").value()}));
    EXPECT_EQ(tie.strength, 2.5);
    EXPECT_EQ(tie.reliability, 0.5);
    EXPECT_EQ(tie.delay_days, 3);
    EXPECT_EQ(tie.capacity, 100);
    EXPECT_EQ(tie.instrument, ActorRow{0});
    EXPECT_EQ(tie.status, Status::documented);
    EXPECT_THAT(tie.sources, ElementsAre(SourceRow{1}, SourceRow{0}));
}

TEST(Builder, LeavesOpenWhatACellLeavesOpen) {
    const Network network = build(ties("source,target,strength,delay_days\na,b,,"));
    EXPECT_TRUE(std::isnan(network.ties()[0].strength));
    EXPECT_TRUE(std::isnan(network.ties()[0].delay_days));
    EXPECT_FALSE(network.ties()[0].instrument.has_value());
    EXPECT_EQ(network.ties()[0].status, Status::unsaid);
}

TEST(Builder, TakesTheWordsOfAnOpenVocabularyAsFoundAndNotesEachOnce) {
    Draft draft = ties("source,target,relation,sources\na,b,calls,S1\nb,a,calls,S1;S2");
    draft.actors = table("id,kind\na,desk\nb,desk");
    const Network network = build(std::move(draft));
    const Relation& calls = network.vocabulary()[network.ties()[0].relation];
    EXPECT_TRUE(calls.directed);
    EXPECT_EQ(network.vocabulary().layers[index(calls.layer)].id, "cooperation");
    EXPECT_EQ(network.sources().size(), 2U);
    EXPECT_THAT(*network.draft().sources.column("id"), ElementsAre("S1", "S2"));
    std::vector<std::string> notes;
    for (const Problem& note : network.notes()) notes.push_back(note.sentence());
    EXPECT_THAT(notes, ElementsAre("actors.csv, row 2, kind: the kind \"desk\" is taken as found.",
                                   "ties.csv, row 2, relation: the relation \"calls\" is taken as found: directed, "
                                   "layer cooperation.",
                                   "ties.csv, row 2, sources: the source \"S1\" is taken as found; it has no grade.",
                                   "ties.csv, row 3, sources: the source \"S2\" is taken as found; it has no grade."));
}

TEST(Builder, TrimsCellsAndKeepsTheirInside) {
    const Network network = build(ties(" source ,target\n a b \u00a0,\tc"));
    EXPECT_THAT(*network.draft().actors.column("id"), ElementsAre("a b", "c"));
}

TEST(Builder, SettlesWhatFurtherColumnsHold) {
    Draft draft = ties("source,target,size,code,weight\na,b,1.5,007,");
    draft.about.types["ties"] = {{"code", "string"}, {"gone", "number"}, {"strength", "string"}};
    const Network network = build(std::move(draft));
    const auto& types = network.about().types.at("ties");
    EXPECT_THAT(types, ::testing::UnorderedElementsAre(std::pair<const std::string, std::string>{"size", "number"},
                                                       std::pair<const std::string, std::string>{"code", "string"},
                                                       std::pair<const std::string, std::string>{"weight", "string"}));
}

// --- problems ---------------------------------------------------------------------

struct Spoiled {
    std::string cells;  // of the tie
    std::string sentence;
};

class SpoiledTie : public ::testing::TestWithParam<Spoiled> {};

TEST_P(SpoiledTie, IsNamedByFileRowAndColumn) {
    const std::string header =
        "id,source,target,relation,since,until,strength,reliability,delay_days,capacity,"
        "instrument,status,sources,handling\n";
    const std::string fine = "t0,a,b,requests,2021,2022,1,0.5,0,0,a,documented,S1,CLEAR\n";
    EXPECT_THAT(problems(case_of(actors, header + fine + GetParam().cells, "id,grade\nS1,B2")),
                ElementsAre(GetParam().sentence));
}

INSTANTIATE_TEST_SUITE_P(
    EachColumn, SpoiledTie,
    ::testing::Values(
        Spoiled{",a,b,requests,,,,,,,,,,", "ties.csv, row 3, id: the id is missing. Give every row one."},
        Spoiled{"t0,a,b,requests,,,,,,,,,,",
                "ties.csv, row 3, id: \"t0\" stands in row 2 already. Give each row an id of its own."},
        Spoiled{"t,,b,requests,,,,,,,,,,",
                "ties.csv, row 3, source: the actor is missing. A tie needs a source and a target."},
        Spoiled{"t,a,x1,requests,,,,,,,,,,", "ties.csv, row 3, target: there is no actor \"x1\"."},
        Spoiled{"t,A,b,requests,,,,,,,,,,", "ties.csv, row 3, source: there is no actor \"A\". Nearest: a."},
        Spoiled{"t,a,b,,,,,,,,,,,", "ties.csv, row 3, relation: the relation is missing. Name one of the vocabulary."},
        Spoiled{"t,a,b,request,,,,,,,,,,",
                "ties.csv, row 3, relation: the vocabulary has no relation \"request\". Nearest: requests, rescues, "
                "recruits."},
        Spoiled{"t,a,c,requests,,,,,,,,,,",
                "ties.csv, row 3, target: \"c\" is of kind \"site\"; the target of \"requests\" must be body."},
        Spoiled{"t,a,b,requests,2021-13,,,,,,,,,",
                "ties.csv, row 3, since: \"2021-13\" is not a date. Write 2022, 2022-08 or 2022-08-15; leave it empty "
                "if unknown."},
        Spoiled{"t,a,b,requests,,soon,,,,,,,,",
                "ties.csv, row 3, until: \"soon\" is not a date. Write 2022, 2022-08 or 2022-08-15; leave it empty if "
                "unknown."},
        Spoiled{"t,a,b,requests,2022-08,2022-07,,,,,,,,",
                "ties.csv, row 3, until: 2022-07 is before it begins, 2022-08. Exchange the two or mend one."},
        Spoiled{"t,a,b,requests,,,much,,,,,,,",
                "ties.csv, row 3, strength: \"much\" is not a number. Write it plainly, with a decimal point."},
        Spoiled{"t,a,b,requests,,,,1.5,,,,,,",
                "ties.csv, row 3, reliability: 1.5 is out of range; it must be from 0 to 1."},
        Spoiled{"t,a,b,requests,,,,,-1,,,,,",
                "ties.csv, row 3, delay_days: -1 is out of range; it must be at least 0."},
        Spoiled{"t,a,b,requests,,,,,,-0.5,,,,",
                "ties.csv, row 3, capacity: -0.5 is out of range; it must be at least 0."},
        Spoiled{"t,a,b,requests,,,,,,,zz,,,", "ties.csv, row 3, instrument: there is no actor \"zz\"."},
        Spoiled{"t,a,b,requests,,,,,,,,true,,",
                "ties.csv, row 3, status: \"true\" is not a status: documented, claimed, inferred or empty."},
        Spoiled{"t,a,b,requests,,,,,,,,documented,,",
                "ties.csv, row 3, sources: a tie that is documented needs a source. Name one, or call it inferred."},
        Spoiled{"t,a,b,requests,,,,,,,,claimed, ; ,",
                "ties.csv, row 3, sources: a tie that is claimed needs a source. Name one, or call it inferred."},
        Spoiled{"t,a,b,requests,,,,,,,,,S2,",
                "ties.csv, row 3, sources: there is no source \"S2\" in sources.csv. Nearest: S1."},
        Spoiled{"t,a,b,requests,,,,,,,,,,SECRET",
                "ties.csv, row 3, handling: \"SECRET\" is not a TLP 2.0 marking: CLEAR, GREEN, AMBER, AMBER+STRICT or "
                "RED."}));

TEST(Builder, NamesWhatIsWrongWithActors) {
    EXPECT_THAT(problems(case_of("id,kind,parent,sources,handling\n,,,,\na,ship,b,S1,SECRET", "source,target\n")),
                ElementsAre("actors.csv, row 2, id: the id is missing. Give every row one.",
                            "actors.csv, row 3, kind: the vocabulary has no kind \"ship\". Nearest: sop.",
                            "actors.csv, row 3, parent: there is no actor \"b\".",
                            "actors.csv, row 3, sources: there is no source \"S1\" in sources.csv.",
                            "actors.csv, row 3, handling: \"SECRET\" is not a TLP 2.0 marking: CLEAR, GREEN, AMBER, "
                            "AMBER+STRICT or RED."));
}

TEST(Builder, RefusesActorsThatAreTheirOwnParents) {
    EXPECT_THAT(problems(case_of("id,parent\na,b\nb,c\nc,b", "source,target\n")),
                ElementsAre("actors.csv, row 3, parent: following parent leads back here. Mend one row."));
}

TEST(Builder, NamesWhatIsWrongWithSources) {
    EXPECT_THAT(
        problems(case_of(actors, good, "id,grade,date\nS1,Z9,\nS2,,yesterday\nS3,,..")),
        ElementsAre(
            "sources.csv, row 2, grade: \"Z9\" is not a grade. Write a letter A–F and a digit 1–6, as B2.",
            "sources.csv, row 3, date: \"yesterday\" is not a date. Write 2022, 2022-08 or 2022-08-15; leave it "
            "empty if unknown.",
            "sources.csv, row 4, date: \"..\" is not a date. Write 2022, 2022-08 or 2022-08-15; leave it empty "
            "if unknown."));
}

TEST(Builder, NamesWhatIsWrongWithFigures) {
    Draft draft = case_of(actors, good);
    draft.figures = table(
        "id,measure,origin,value,low,high,as_of,part_of\n"
        "f1,,x9,many,,,,\n"
        "f2,rescued,a,1,5,2,today,f3\n"
        "f4,rescued,a,-1,,,2022,f4");
    EXPECT_THAT(
        problems(std::move(draft)),
        ElementsAre("figures.csv, row 2, measure: what was counted is missing. Name a relation or a stage.",
                    "figures.csv, row 2, origin: there is no actor \"x9\".",
                    "figures.csv, row 2, value: \"many\" is not a number. Write it plainly, with a decimal point.",
                    "figures.csv, row 3, low: low is above high. Exchange the two.",
                    "figures.csv, row 3, value: the value does not lie from low to high. Mend one of the three.",
                    "figures.csv, row 3, as_of: \"today\" is not a date. Write 2022, 2022-08 or 2022-08-15; leave it "
                    "empty if unknown.",
                    "figures.csv, row 3, part_of: there is no figure \"f3\". Nearest: f1, f2, f4.",
                    "figures.csv, row 4, value: -1 is out of range; it must be at least 0.",
                    "figures.csv, row 4, part_of: following part_of leads back here. Mend one row."));
}

TEST(Builder, MissesColumnsByName) {
    Draft draft = case_of("name\nAnna", "from,to\na,b");
    EXPECT_THAT(problems(std::move(draft)),
                ElementsAre("actors.csv, row 1, id: there is no column id. Add or rename one.",
                            "ties.csv, row 1, source: there is no column source. Add or rename one.",
                            "ties.csv, row 1, target: there is no column target. Add or rename one."));
}

TEST(Builder, StillReadsActorsWhereTiesHaveNoEnds) {
    EXPECT_THAT(problems(case_of("id,kind\na,ship", "from,to\na,b")),
                ElementsAre(HasSubstr("no column source"), HasSubstr("no column target"), HasSubstr("no kind")));
}

TEST(Builder, RefusesTablesWithoutShape) {
    Draft draft = ties("source,target,note,note,\na,b,,,");
    draft.ties.columns[1].push_back("c");
    EXPECT_THAT(problems(std::move(draft)),
                ElementsAre("ties.csv, row 1, note: two columns have this name. Rename one.",
                            "ties.csv, row 1: column 5 has no name. Name it or remove it.",
                            "ties.csv, target: the column has 2 cells, the first one 1. Give every column a cell for "
                            "each row."));
}

TEST(Builder, RefusesBytesThatAreNoText) {
    Draft draft = ties("source,target,bad\xff\na\xed\xa0\x80,b,x\nc,NUL,y");
    draft.ties.columns[1][1] = std::string("d\0e", 3);
    draft.about.name = "\xff";
    EXPECT_THAT(problems(std::move(draft)),
                ElementsAre("ties.csv, row 1: column 3 has a name that is no UTF-8 text. Rename it.",
                            "ties.csv, row 2, source: the cell holds a NUL or bytes that are no UTF-8. Mend the text.",
                            "ties.csv, row 3, target: the cell holds a NUL or bytes that are no UTF-8. Mend the text.",
                            "datapackage.json, name: this is no UTF-8 text. Mend it."));
}

TEST(Builder, RefusesACellThatIsAnUnclosedQuote) {
    EXPECT_THAT(problems(ties("source,target,note\na,b," + std::string(100'001, 'x'))),
                ElementsAre("ties.csv, row 2, note: the cell is longer than 100,000 bytes. Shorten it."));
}

TEST(Builder, RefusesTextInAColumnDeclaredAsNumbers) {
    Draft draft = ties("source,target,size\na,b,big\nb,a,");
    draft.about.types["ties"]["size"] = "integer";
    EXPECT_THAT(problems(std::move(draft)),
                ElementsAre("ties.csv, row 2, size: \"big\" is not a number, as datapackage.json declares it. Mend one "
                            "of them."));
}

TEST(Builder, RefusesNamesInTheColumnOfKinds) {
    std::string lines = "id,kind\n";
    for (int i = 0; i <= 10'000; ++i) lines += "a" + std::to_string(i) + ",k" + std::to_string(i) + "\n";
    Draft draft = ties("source,target\na0,a1");
    draft.actors = table(lines);
    draft.vocabulary = {};
    EXPECT_THAT(problems(std::move(draft)), ElementsAre(HasSubstr("row 10002, kind: there are more than 10,000")));
}

TEST(Builder, FindsTenThousandWrongEndsWithoutLookingForNeighborsOfEach) {
    std::string actor_lines = "id\n";
    std::string tie_lines = "source,target\n";
    for (int i = 0; i < 10'000; ++i) {
        actor_lines += "actor-number-" + std::to_string(i) + "\n";
        tie_lines += "actr-number-" + std::to_string(i) + ",actor-number-1\n";
    }
    Draft draft = ties(tie_lines);
    draft.actors = table(actor_lines);
    const auto found = problems(std::move(draft));
    ASSERT_EQ(found.size(), 10'000U);
    EXPECT_THAT(found.front(), HasSubstr("Nearest: actor-number-0"));
    EXPECT_THAT(found.back(), ::testing::Not(HasSubstr("Nearest")));
}

TEST(Builder, MakesAnEmptyNetworkOfEmptyTables) {
    const Network network = build(ties("source,target"));
    EXPECT_THAT(network.actors(), IsEmpty());
    EXPECT_THAT(network.ties(), IsEmpty());
}

}  // namespace
}  // namespace coopnet
