#include "support/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/view/freeze.hpp>

#include <string>
#include <vector>

namespace coopnet {
namespace {

using support::case_of;
using support::ties;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StrEq;
using ::testing::ThrowsMessage;

const std::vector<Projection::Choice> nobody{std::nullopt};  // the empty cell

std::vector<std::string> kept(const Network& network, const Projection& projection) {
    std::vector<std::string> ids;
    for (const TieRow tie : select(network, projection).ties) ids.push_back(network.tie_id(tie));
    return ids;
}

std::vector<std::string> actors(const Network& network, const Projection& projection) {
    return select(network, projection).names->keys();
}

Network small_case() {
    return build(
        case_of("id,kind,country\n"
                "pol,police_unit,IDN\n"
                "ngo,ngo,KHM\n"
                "iom,igo,\n"
                "site,site,KHM\n"
                "rec,recruiter,KHM\n"
                "who,,IDN",
                "id,source,target,relation,channel,status,sources\n"
                "t1,ngo,pol,reports,,documented,S1\n"
                "t2,pol,iom,liaises,police,claimed,S2\n"
                "t3,pol,site,rescues,,,\n"
                "t4,rec,site,operates_at,,inferred,\n"
                "t5,pol,iom,member_of,diplomatic,documented,S1;S2",
                "id,grade\nS1,C1\nS2,B3"));
}

TEST(Select, TakesEveryTieAsDeclaredUnlessAsked) {
    EXPECT_THAT(kept(small_case(), {}), ElementsAre("t1", "t2", "t3", "t4", "t5"));
    EXPECT_THAT(actors(small_case(), {}), ElementsAre("pol", "ngo", "iom", "site", "rec", "who"));
}

TEST(Select, LeavesOutActorsWhoseKindNoRelationAskedForTakes) {
    Projection asked;
    asked.layers = {{"illicit"}};
    // illicit relations join illicit roles, media, places, complainants, and police who investigate
    EXPECT_THAT(actors(small_case(), asked), ElementsAre("pol", "site", "rec"));
}

TEST(Select, AsksBothEndsForKindCountryAndName) {
    Projection asked;
    asked.kinds = {{"police", "igo"}};
    EXPECT_THAT(actors(small_case(), asked), ElementsAre("pol", "iom"));
    EXPECT_THAT(kept(small_case(), asked), ElementsAre("t2", "t5"));

    asked = {};
    asked.countries = {{"IDN", std::nullopt}};
    EXPECT_THAT(actors(small_case(), asked), ElementsAre("pol", "iom", "who"));

    asked = {};
    asked.actors = {{"rec", "site", "ngo"}};
    EXPECT_THAT(kept(small_case(), asked), ElementsAre("t4"));
}

TEST(Select, MeansActorsWithoutAKindByTheEmptyCell) {
    Projection asked;
    asked.kinds = nobody;
    EXPECT_THAT(actors(small_case(), asked), ElementsAre("who"));
}

TEST(Select, JoinsFiltersByAnd) {
    Projection asked;
    asked.layers = {{"cooperation"}};
    asked.relations = {{"liaises", "member_of"}};
    EXPECT_THAT(kept(small_case(), asked), ElementsAre("t2"));
}

TEST(Select, ReadsAnyColumnOfTheTies) {
    Projection asked;
    asked.where["channel"] = {"police", std::nullopt};
    EXPECT_THAT(kept(small_case(), asked), ElementsAre("t1", "t2", "t3", "t4"));
    asked.where["id"] = {"t3"};
    EXPECT_THAT(kept(small_case(), asked), ElementsAre("t3"));
    asked.where = {{"note", {std::nullopt}}};  // a column of the format, absent here: empty throughout
    EXPECT_THAT(kept(small_case(), asked), ElementsAre("t1", "t2", "t3", "t4", "t5"));
}

TEST(Select, ReadsStatusWithTheEmptyOne) {
    Projection asked;
    asked.status = {{"claimed", std::nullopt}};
    EXPECT_THAT(kept(small_case(), asked), ElementsAre("t2", "t3"));
}

TEST(Select, AsksOneSourceForBothPartsOfAGrade) {
    Projection asked;
    asked.min_grade = "C3";
    EXPECT_THAT(kept(small_case(), asked), ElementsAre("t1", "t2", "t5"));
    asked.min_grade = "B3";
    EXPECT_THAT(kept(small_case(), asked), ElementsAre("t2", "t5"));
    asked.min_grade = "B1";  // S1 has the digit, S2 the letter
    EXPECT_THAT(kept(small_case(), asked), IsEmpty());
}

TEST(Select, DropsATieOnceAllItsSourcesAreGone) {
    Projection asked;
    asked.without_sources = {"S1"};
    EXPECT_THAT(kept(small_case(), asked), ElementsAre("t2", "t3", "t4", "t5"));
    asked.without_sources = {"S1", "S2"};
    EXPECT_THAT(kept(small_case(), asked), ElementsAre("t3", "t4"));
}

TEST(Select, KeepsTheActorsWhateverTheDates) {
    const Network network = build(ties("id,source,target,since,until\nt1,a,b,2021,2021\nt2,b,c,2022,2022"));
    Projection asked;
    asked.during = "2022";
    EXPECT_THAT(kept(network, asked), ElementsAre("t2"));
    EXPECT_THAT(actors(network, asked), ElementsAre("a", "b", "c"));
}

TEST(Select, TellsPossibleFromCertainDates) {
    const Network network =
        build(ties("id,source,target,since,until\n"
                   "t1,A,B,2021-03-01,2021-03-31\nt2,A,B,2021-04-01,2021-04-30\nt3,A,C,2021-04,2021-04\nt4,A,D,2020-01-"
                   "01,2060-12-31"));
    const auto at = [&](const char* day, Dates dates) {
        Projection asked;
        asked.at = day;
        asked.dates = dates;
        return kept(network, asked);
    };
    EXPECT_THAT(at("2021-03-31", Dates::possible), ElementsAre("t1", "t4"));
    EXPECT_THAT(at("2021-04-01", Dates::possible), ElementsAre("t2", "t3", "t4"));
    EXPECT_THAT(at("2021-04-15", Dates::certain), ElementsAre("t2", "t4"));
    EXPECT_THAT(at("2021-05-01", Dates::possible), ElementsAre("t4"));
    Projection april;
    april.during = "2021-04";
    april.dates = Dates::certain;
    EXPECT_THAT(kept(network, april), ElementsAre("t2", "t3", "t4"));
}

TEST(Select, HasOneDirectionAtEveryDate) {
    Draft draft = case_of("id,kind\na,police\nb,police",
                          "source,target,relation,since,until\na,b,liaises,2021,2021\na,b,requests,2022,2022");
    const Network network = build(std::move(draft));
    Projection asked;
    asked.during = "2021";
    EXPECT_TRUE(std::holds_alternative<Digraph>(freeze(network, asked, false).csr));
    asked.relations = {{"liaises"}};
    EXPECT_TRUE(std::holds_alternative<Ugraph>(freeze(network, asked, false).csr));
    asked.relations = std::nullopt;
    asked.direction = Orientation::undirected;
    EXPECT_TRUE(std::holds_alternative<Ugraph>(freeze(network, asked, false).csr));
}

TEST(Select, ReversesDirectedTiesAlone) {
    const Network network =
        build(case_of("id,kind\na,police\nb,police", "source,target,relation\na,b,requests\na,b,liaises"));
    Projection asked;
    asked.direction = Orientation::reversed;
    const View view = freeze(network, asked, false);
    const auto& edges = std::get<Digraph>(view.csr).edges();
    EXPECT_EQ(edges[0].source, 1U);
    EXPECT_EQ(edges[0].target, 0U);
    EXPECT_FALSE(edges[0].both_ways);
    EXPECT_TRUE(edges[1].both_ways);
}

// --- weights ----------------------------------------------------------------------

std::vector<double> weights(const Network& network, Projection asked) {
    return select(network, asked).weights;
}

TEST(Select, FillsAnEmptyStrengthByOneAndAnEmptyReliabilityByItsGrade) {
    const Network network = small_case();
    Projection asked;
    asked.weight = "strength";
    EXPECT_THAT(weights(network, asked), ElementsAre(1, 1, 1, 1, 1));
    asked.weight = "reliability";
    asked.fill = 0.125;
    EXPECT_THAT(weights(network, asked), ElementsAre(.7, .7 * .8, .125, .3, .7));
}

TEST(Select, RefusesAnEmptyWeightByTheNamesOfTheTie) {
    Projection asked;
    asked.weight = "delay_days";
    EXPECT_THAT(
        [&] { select(small_case(), asked); },
        ThrowsMessage<InvalidWeight>(StrEq("The tie t1 (ngo → pol, reports) has no delay_days. Say fill= to give "
                                           "empty cells a value, or choose another weight.")));
    asked.fill = 2;
    EXPECT_THAT(weights(small_case(), asked), ElementsAre(2, 2, 2, 2, 2));
}

TEST(Select, WeighsByAnyColumnOfNumbers) {
    const Network network = build(ties("id,source,target,meetings\nt1,a,b,3\nt2,b,c,often"));
    Projection asked;
    asked.weight = "meetings";
    asked.weight_means = WeightMeaning::strength;
    EXPECT_THAT([&] { select(network, asked); }, ThrowsMessage<InvalidWeight>(HasSubstr("has \"often\" as meetings")));
    asked.where["id"] = {"t1"};
    EXPECT_THAT(weights(network, asked), ElementsAre(3));
    asked.weight = "note";  // of the format, absent here
    EXPECT_THAT([&] { select(network, asked); }, ThrowsMessage<InvalidWeight>(HasSubstr("has no note")));
}

TEST(EdgeNumbers, AreTheBestOfTheTiesBehindAnEdge) {
    const Network network =
        build(ties("id,source,target,reliability,delay_days,fee\nt1,a,b,0.5,4,9\nt2,a,b,0.8,6,7\nt3,b,c,0.9,,2"));
    Projection asked;
    asked.parallel = Parallel::sum;
    const View view = freeze(network, asked, true);
    EXPECT_THAT(edge_numbers(network, view, "reliability", {}), ElementsAre(0.8, 0.9));
    EXPECT_THAT(edge_numbers(network, view, "fee", {}), ElementsAre(7, 2));
    EXPECT_THAT(edge_numbers(network, view, "delay_days", 1), ElementsAre(4, 1));
    EXPECT_THROW(edge_numbers(network, view, "delay_days", {}), InvalidWeight);
    EXPECT_THROW(edge_numbers(network, view, "price", {}), UnknownName);
    EXPECT_THAT([&] { edge_numbers(network, view, "delay_days", -1); },
                ThrowsMessage<InvalidWeight>(HasSubstr("The tie t3 (b → c, tie) has a delay_days that is negative")));
}

// --- refusals ---------------------------------------------------------------------

template <class Error>
void expect_refused(void (*ask)(Projection&), const std::string& part) {
    const Network network = small_case();
    Projection asked;
    ask(asked);
    EXPECT_THAT([&] { select(network, asked); }, ThrowsMessage<Error>(HasSubstr(part)));
}

TEST(Select, RefusesWhatTheNetworkDoesNotKnow) {
    expect_refused<UnknownName>([](Projection& asked) { asked.layers = {{"cooperatio"}}; },
                                "no layer \"cooperatio\". Nearest: cooperation");
    expect_refused<UnknownRelation>([](Projection& asked) { asked.relations = {{"request"}}; },
                                    "no relation \"request\". Nearest: requests");
    expect_refused<UnknownName>([](Projection& asked) { asked.kinds = {{"polis"}}; },
                                "no kind \"polis\". Nearest: police");
    expect_refused<UnknownActor>([](Projection& asked) { asked.actors = {{"npo"}}; }, "no actor \"npo\". Nearest: ngo");
    expect_refused<UnknownActor>([](Projection& asked) { asked.actors = nobody; }, "no actor \"\"");
    expect_refused<UnknownName>([](Projection& asked) { asked.where = {{"chanel", {"x"}}}; },
                                "no column \"chanel\". Nearest: channel");
    expect_refused<UnknownName>([](Projection& asked) { asked.status = {{"true"}}; }, "no status \"true\"");
    expect_refused<UnknownName>([](Projection& asked) { asked.without_sources = {"S9"}; },
                                "no source \"S9\". Nearest: S1, S2");
    expect_refused<UnknownName>(
        [](Projection& asked) {
            asked.weight = "wait";
            asked.weight_means = WeightMeaning::cost;
        },
        "no column \"wait\"");
}

TEST(Select, RefusesDatesAndGradesThatAreNone) {
    expect_refused<InvalidOption>([](Projection& asked) { asked.at = "2022-08"; }, "at=\"2022-08\" is not one day");
    expect_refused<InvalidOption>([](Projection& asked) { asked.at = "today"; }, "at=\"today\" is not a date");
    expect_refused<InvalidOption>([](Projection& asked) { asked.during = "2022-13"; },
                                  "during=\"2022-13\" is not a date");
    expect_refused<InvalidOption>(
        [](Projection& asked) {
            asked.at = "2022-08-01";
            asked.during = "2022";
        },
        "not both");
    expect_refused<InvalidOption>([](Projection& asked) { asked.min_grade = "Z1"; }, "min_grade=\"Z1\" is not a grade");
    expect_refused<InvalidOption>([](Projection& asked) { asked.min_grade = ""; }, "min_grade=\"\" is not a grade");
}

}  // namespace
}  // namespace coopnet
