#include <coopnet/model/instruments.hpp>

#include "support/networks.hpp"

#include <gmock/gmock.h>

#include <numeric>

namespace coopnet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

RelationRow add_relation(Vocabulary& words, const std::string& id, bool affiliation) {
    Relation relation;
    relation.id = id;
    relation.affiliation = affiliation;
    words.relations.push_back(relation);
    return row<RelationRow>(words.relations.size() - 1);
}

// Two states and a third; a treaty, a treaty under negotiation, bilateral pacts, a channel.
Network treaties(const support::Rows& ties) {
    Draft draft;
    Vocabulary& words = draft.vocabulary;
    words.layers.push_back({"membership", {}});
    words.kinds = {{"state", {}, {}, {}, {}},
                   {"instrument", {}, {}, {}, {}},
                   {"treaty", row<KindRow>(1), {}, {}, {}},
                   {"extradition", row<KindRow>(2), {}, {}, {}},
                   {"mou", row<KindRow>(1), {}, {}, {}}};
    add_relation(words, "party_to", true);
    add_relation(words, "negotiates", true);
    add_relation(words, "treaty_with", false);
    draft.actors = support::sheet({"id", "kind"}, {{"IDN", "state"},
                                                   {"KHM", "state"},
                                                   {"SGP", "state"},
                                                   {"ACTIP", "treaty"},
                                                   {"EXT", "extradition"},
                                                   {"MOU", "mou"}});
    draft.ties = support::sheet({"source", "target", "relation", "instrument"}, ties);
    return build(std::move(draft));
}

Instruments ask(const Network& network, const std::vector<std::string>& groups) {
    std::vector<TieRow> all;
    for (std::size_t i = 0; i < network.ties().size(); ++i) all.push_back(row<TieRow>(i));
    const std::vector<std::string> binding{"party_to"};
    return instruments(network, all, groups, binding);
}

const std::vector<std::string> two_states{"IDN", "KHM", "", "", "", ""};
const std::vector<std::string> three_states{"IDN", "KHM", "SGP", "", "", ""};

std::vector<std::string> ids(const Network& network, const std::vector<KindRow>& kinds) {
    std::vector<std::string> names;
    for (const KindRow kind : kinds) names.push_back(network.vocabulary()[kind].id);
    return names;
}

TEST(Instruments, AreInForceBetweenPartiesToThem) {
    const Network network = treaties({{"IDN", "ACTIP", "party_to", ""}, {"KHM", "ACTIP", "party_to", ""}});
    const auto answer = ask(network, two_states);
    ASSERT_EQ(answer.found.size(), 1U);
    EXPECT_TRUE(answer.found[0].in_force);
    EXPECT_THAT(answer.found[0].groups, ElementsAre("IDN", "KHM"));
    EXPECT_THAT(ids(network, answer.missing), ElementsAre("extradition", "mou"));
}

TEST(Instruments, AreNotInForceWhileNegotiated) {
    const Network network = treaties({{"IDN", "EXT", "negotiates", ""}, {"KHM", "EXT", "party_to", ""}});
    const auto answer = ask(network, two_states);
    ASSERT_EQ(answer.found.size(), 1U);
    EXPECT_FALSE(answer.found[0].in_force);
    EXPECT_THAT(ids(network, answer.missing), ElementsAre("treaty", "extradition", "mou"));
}

TEST(Instruments, OfATieJoinItsTwoEndsAndNobodyElse) {
    const Network network = treaties({{"IDN", "SGP", "treaty_with", "EXT"}, {"KHM", "SGP", "treaty_with", "MOU"}});
    EXPECT_THAT(ask(network, two_states).found, IsEmpty());
    const auto answer = ask(network, three_states);
    ASSERT_EQ(answer.found.size(), 2U);
    EXPECT_THAT(answer.found[0].groups, ElementsAre("IDN", "SGP"));
    EXPECT_TRUE(answer.found[0].in_force);
    EXPECT_THAT(ids(network, answer.missing), IsEmpty());
}

TEST(Instruments, OfASinglePartyJoinNobody) {
    EXPECT_THAT(ask(treaties({{"IDN", "ACTIP", "party_to", ""}, {"SGP", "ACTIP", "party_to", ""}}), two_states).found,
                IsEmpty());
}

TEST(Instruments, RefuseARelationNobodyKnows) {
    const Network network = treaties({});
    const std::vector<std::string> binding{"partyto"};
    EXPECT_THROW(instruments(network, {}, two_states, binding), UnknownRelation);
}

}  // namespace
}  // namespace coopnet
