#include "support/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/io/ucinet_dl.hpp>

#include <string>

namespace coopnet::io {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::ThrowsMessage;

Network read(const std::string& text) {
    return build(read_ucinet_dl(text, "net.dl"));
}

void refused(const std::string& text, const std::string& sentence) {
    EXPECT_THAT([&] { static_cast<void>(read(text)); }, ThrowsMessage<Error>(HasSubstr(sentence))) << text;
}

std::vector<std::string> ties(const Network& network) {
    std::vector<std::string> found;
    const Sheet& sheet = network.draft().ties;
    for (std::size_t row = 0; row < network.ties().size(); ++row) {
        const Tie& tie = network.ties()[row];
        const Relation& relation = network.vocabulary()[tie.relation];
        found.push_back(network[tie.source].id + (relation.directed ? ">" : "-") + network[tie.target].id +
                        std::string{sheet.cell(row, "strength")} + (relation.id == "tie" ? "" : " " + relation.id));
    }
    return found;
}

TEST(UcinetDl, ReadsFullMatricesWhateverTheirLines) {
    EXPECT_THAT(ties(read("dl n=3\nDATA:\n0 1 0\n0 0 2.5\n0 0 1\n")), ElementsAre("1>21", "2>32.5", "3>31"));
    EXPECT_THAT(ties(read("DL,N = 3 format=fullmatrix labels: ann,\"bob x\" cy data: 0,1,0,0\n0,+2 0 0 0")),
                ElementsAre("ann>bob x1", "bob x>cy2"));
    EXPECT_THAT(ties(read("DL\nLABELS EMBEDDED\nN=2\nDATA:\n   a b\nb 3 0\na 0 4\n")), ElementsAre("b>a3", "a>b4"));
    EXPECT_THAT(ties(read("dl n=2 labels embedded data: ann bob  Ann 0 1 BOB 2 0")),
                ElementsAre("ann>bob1", "bob>ann2"));
    EXPECT_THAT(ties(read("dl n=2 row labels embedded data: a 0 1 b 2 0")), ElementsAre("a>b1", "b>a2"));
    EXPECT_THAT(ties(read("dl n=3 diagonal = absent data: 1 0 0 2 0 3")), ElementsAre("1>21", "2>32", "3>23"));
}

TEST(UcinetDl, GivesNoDirectionWhereBothHalvesSayTheSame) {
    const Network network = read("dl n=3 data: 5 1 0  1 0 2  0 2 0");
    EXPECT_THAT(ties(network), ElementsAre("1-15", "1-21", "2-32"));
    EXPECT_THAT(network.notes().at(0).message, HasSubstr("the direction of a matrix whose halves say the same"));
    EXPECT_THAT(ties(read("dl n=2 data: 1 0 0 1")), ElementsAre("1>11", "2>21"));
}

TEST(UcinetDl, ReadsHalves) {
    EXPECT_THAT(ties(read("dl n=3 format=lowerhalf data:\n1\n2 0\n0 3 0")), ElementsAre("1-11", "1-22", "2-33"));
    EXPECT_THAT(ties(read("dl n=3 format=lh diagonal=absent data:\n2\n0 3")), ElementsAre("1-22", "2-33"));
    EXPECT_THAT(ties(read("dl n=3 format=upperhalf data:\n1 2 0\n0 3\n0")), ElementsAre("1-11", "1-22", "2-33"));
    EXPECT_THAT(ties(read("dl n=3 format=uh diagonal absent labels: a b c data:\n2 0\n3")),
                ElementsAre("a-b2", "b-c3"));
}

TEST(UcinetDl, ReadsLists) {
    EXPECT_THAT(ties(read("dl n=3 format=edgelist1 labels:\na b c\ndata:\n1 2\n3,1,0.5\n2 3 0\n")),
                ElementsAre("a>b", "c>a0.5"));
    EXPECT_THAT(ties(read("DL n=4\nformat = edgelist1\nlabels embedded:\ndata:\ngeorge \"van dyk\"\nvan\tgeorge 2\n")),
                ElementsAre("george>van dyk", "van>george2"));
    EXPECT_THAT(ties(read("dl format=el1, labels embedded, data:\na b\n")), ElementsAre("a>b"));
    EXPECT_THAT(ties(read("dl n=3 format=nodelist1 data:\n1 2 3\n3 1\n2")), ElementsAre("1>2", "1>3", "3>1"));
    EXPECT_THAT(ties(read("dl n=3 format=nodelist1b data:\n2 2 3\n0\n1 1")), ElementsAre("1>2", "1>3", "3>1"));
}

TEST(UcinetDl, ReadsTwoModes) {
    const Network network = read("dl nr=2 nc=3 row labels: ann bob column labels: x y z data: 1 0 0\n0 2 1\n");
    EXPECT_THAT(ties(network), ElementsAre("ann>x1", "bob>y2", "bob>z1"));
    EXPECT_THAT(*network.draft().actors.column("mode"), ElementsAre("1", "1", "2", "2", "2"));
    EXPECT_TRUE(network.vocabulary()[network.ties()[0].relation].affiliation);
    EXPECT_THAT(ties(read("dl nr=2,nc=2 format=edgelist2 labels embedded data:\na b\nb a 3\n")),
                ElementsAre("a>b", "b>a3"));
    EXPECT_THAT(ties(read("dl nr=1 nc=2 format=nodelist2 data:\n1 1 2\n")), ElementsAre("r1>c1", "r1>c2"));
    EXPECT_THAT(ties(read("dl nr=2 nc=2 data: 0 1 0 0")), ElementsAre("1>21"));
}

TEST(UcinetDl, ReadsSeveralMatrices) {
    EXPECT_THAT(ties(read("dl n=2 nm=2 matrix labels: asks \"tells all\" data: 0 1 0 0  0 3 3 0")),
                ElementsAre("1>21 asks", "1-23 tells all"));
    EXPECT_THAT(ties(read("dl n=2 nm=2 format=edgelist1 data:\n1 2\n!\n2 1 4\n")), ElementsAre("1>2 1", "2>14 2"));
}

TEST(UcinetDl, WritesEdgesOfOneRelationAndMatricesOfMore) {
    Draft draft = support::ties("source,target,strength\n\"a\" b,c,1.50\nc,\"a\" b,1.5\nc,c,\nc,c,2");
    draft.about.name = "N \"x\"";
    const Network one = build(std::move(draft));
    const Written edges = write_ucinet_dl(one);
    EXPECT_THAT(edges.losses, IsEmpty());
    EXPECT_THAT(edges.text, HasSubstr("LABELS:\n\"&#34;a&#34; b\"\n\"c\"\nDATA:\n1 2 1.50\n"));
    EXPECT_EQ(ties(read(edges.text)), ties(one));
    EXPECT_EQ(read(edges.text).about().name, one.about().name);

    const Network more = build(support::ties("source,target,relation,strength\na,b,asks,1.50\na,b,asks,1\nb,c,tie,\n"));
    const Written matrices = write_ucinet_dl(more);
    EXPECT_THAT(matrices.losses, ElementsAre(HasSubstr("added up (1 ties)"), HasSubstr("get 1 (1 ties)"),
                                             HasSubstr("ids of ties"), HasSubstr("order of ties")));
    EXPECT_THAT(ties(read(matrices.text)), ElementsAre("a>b2.5 asks", "b>c1"));
}

TEST(UcinetDl, SaysWhatItDoesNotCarry) {
    Draft draft = support::ties("source,target,relation,strength,since\na,b,asks,1,2020\nb,a,asks,1,\na,b,tie,0,\n");
    draft.actors = support::table("id,name\na,A\nb,");
    EXPECT_THAT(write_ucinet_dl(build(std::move(draft))).losses,
                ElementsAre(HasSubstr("\"asks\" looks as if it had no direction"), HasSubstr("actors: name"),
                            HasSubstr("ties: since"), HasSubstr("strength of 0")));
}

TEST(UcinetDl, TakesNoDirectionFromCellsThatAreZero) {
    Draft draft = support::ties("source,target,relation,strength\na,a,meets,1\na,b,meets,0\n");
    draft.vocabulary.relations.at(index(*draft.vocabulary.relation("meets"))).from.clear();
    draft.vocabulary.relations.at(index(*draft.vocabulary.relation("meets"))).to.clear();
    const Written written = write_ucinet_dl(build(std::move(draft)));
    EXPECT_THAT(written.losses, Contains(HasSubstr("\"meets\" looks as if it had a direction")));
}

TEST(UcinetDl, SaysWhereItIsWrong) {
    refused("", "this is no DL");
    refused("n=3", "line 1, column 1: this is no DL");
    refused("dl n=3 foo=2 data:", "line 1, column 8: this is no word of DL");
    refused("dl n=x", "net.dl, line 1, column 6: \"x\" is no number");
    refused("dl n=99999999", "line 1, column 6: more than a file of this size");
    refused("dl data: 1", "the number of actors is missing");
    refused("dl n=2 format=blockmatrix data:", "column 15: the format \"blockmatrix\" is not read");
    refused("dl n=3 labels: a b\ndata: 0", "line 2, column 1: there are 2 labels for 3 actors");
    refused("dl labels: a b n=2", "labels stand before the number");
    refused("dl n=2 labels: a a data: 0 0 0 0", "two actors have the label \"a\"");
    refused("dl n=2 data:\n0 1\n0", "line 3, column 2: the file ends where a number of the matrix");
    refused("dl n=2 data:\n0 1\n0 0 1", "line 3, column 5: the data go on");
    refused("dl n=2 data:\n0 x\n0 0", "line 2, column 3: \"x\" is no number");
    refused("dl n=2 format=edgelist1 data:\n1 3", "line 2, column 3: \"3\" is no actor: there are 2");
    refused("dl n=2 format=edgelist1 data:\n1", "line 2, column 1: an edge needs two actors");
    refused("dl n=2 format=edgelist1 data:\n1 2 3 4", "line 2, column 7: an edge has two actors and a strength");
    refused("dl n=2 format=edgelist1 labels embedded data:\na b\na c", "line 3, column 3: \"c\" is no actor");
    refused("dl nr=2 nc=3 format=lowerhalf data: 1", "need as many rows as columns");
    refused("dl n=2 row labels embedded data: a 0 1 a 1 0", "without a label of its own");
}

}  // namespace
}  // namespace coopnet::io
