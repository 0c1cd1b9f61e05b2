#include "support/graphs.hpp"
#include "support/networks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/model/scenario.hpp>
#include <coopnet/view/freeze.hpp>
#include <coopnet/view/mask.hpp>

#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace coopnet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// One way, both ways, and membership; some ties hold in 2022 only, some in 2023 only.
Network random_network(std::mt19937& random) {
    const std::uint32_t count = 1 + support::below(random, 6);
    Draft draft;
    draft.open_vocabulary = true;
    draft.vocabulary.layers = {{"cooperation", {}}};
    for (const char* id : {"to", "with", "member_of"}) {
        Relation relation;
        relation.id = id;
        relation.directed = relation.id == "to";
        relation.affiliation = relation.id == "member_of";
        draft.vocabulary.relations.push_back(relation);
    }
    support::Rows actors;
    for (std::uint32_t i = 0; i < count; ++i) actors.push_back({"a" + std::to_string(i)});
    support::Rows ties;
    const std::uint32_t most = support::below(random, 2 * count + 1);
    for (std::uint32_t i = 0; i < most; ++i) {
        const std::string year = support::below(random, 3) == 0 ? "2023" : "2022";
        const std::uint32_t relation = support::below(random, support::below(random, 2) == 0 ? 1 : 3);
        ties.push_back({actors[support::below(random, count)][0], actors[support::below(random, count)][0],
                        draft.vocabulary.relations[2 - relation].id, year, year,
                        std::to_string(1 + support::below(random, 3))});
    }
    draft.actors = support::sheet({"id"}, actors);
    draft.ties = support::sheet({"source", "target", "relation", "since", "until", "strength"}, ties);
    return build(std::move(draft));
}

// A view as what it says: keys, direction, edges with the ids of their ties.
using Edge = std::tuple<std::string, std::string, double, bool, std::vector<std::string>>;
using Seen = std::tuple<std::vector<std::string>, bool, std::vector<Edge>>;

Seen seen(const Network& network, const View& view) {
    return std::visit(
        [&]<Direction D>(const Csr<D>& graph) {
            std::vector<Edge> edges;
            for (EdgeId edge = 0; edge < graph.edge_count(); ++edge) {
                const EdgeSpec& spec = graph.edges()[edge];
                std::vector<std::string> ids;
                for (const TieRow tie : view.ties(edge)) ids.push_back(network.tie_id(tie));
                edges.emplace_back((*view.names)[spec.source], (*view.names)[spec.target], spec.weight, spec.both_ways,
                                   ids);
            }
            return Seen{view.names->keys(), Csr<D>::is_directed, edges};
        },
        view.csr);
}

class RandomMask : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(RandomMask, FoldsToTheViewOfANetworkBuiltWithoutThem) {
    std::mt19937 random{GetParam()};
    const Network network = random_network(random);
    Mask mask{std::vector<bool>(network.actors().size()), std::vector<bool>(network.ties().size())};
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < network.ties().size(); ++i) {
        mask.ties[i] = support::below(random, 4) == 0;
        if (mask.ties[i]) edits.emplace_back(RemoveTie{network.tie_id(row<TieRow>(i))});
    }
    for (std::size_t i = 0; i < network.actors().size(); ++i) {
        mask.actors[i] = support::below(random, 4) == 0;
        if (mask.actors[i]) edits.emplace_back(RemoveActor{network.actors()[i].id});
    }
    const Network built = edited(network, edits);

    for (const Affiliations fold_as : {Affiliations::keep, Affiliations::count, Affiliations::newman}) {
        for (const bool merges : {false, true}) {
            for (const bool isolates : {false, true}) {
                Projection asked;
                asked.during = "2022";
                asked.weight = "strength";
                asked.affiliations = fold_as;
                asked.isolates = isolates;
                const View masked_view = fold(masked(select(network, asked), mask), fold_options(asked, merges));
                EXPECT_EQ(seen(network, masked_view), seen(built, freeze(built, asked, merges)));
            }
        }
    }
}
INSTANTIATE_TEST_SUITE_P(ManySeeds, RandomMask, ::testing::Range(0U, 200U));

Network three_ties() {
    Draft draft;
    draft.actors = support::sheet({"id"}, {{"a"}, {"b"}, {"c"}});
    draft.ties = support::sheet({"id", "source", "target"}, {{"t1", "a", "b"}, {"t2", "b", "c"}, {"t3", "c", "a"}});
    return build(std::move(draft));
}

TEST(Mask, TakesAnActorsTiesWithIt) {
    const Selection left = masked(select(three_ties(), {}), {{true, false, false}, {false, false, false}});
    EXPECT_THAT(left.names->keys(), ElementsAre("b", "c"));
    EXPECT_THAT(left.ties, ElementsAre(row<TieRow>(1)));
    EXPECT_EQ(left.names->vertex("c"), 1U);
}

TEST(Mask, LeavesActorsWhoseTiesAreSwitchedOff) {
    const Selection left = masked(select(three_ties(), {}), {{false, false, false}, {true, true, true}});
    EXPECT_THAT(left.names->keys(), ElementsAre("a", "b", "c"));
    EXPECT_THAT(left.ties, IsEmpty());
}

TEST(Mask, CanBeMaskedAgain) {
    const Selection once = masked(select(three_ties(), {}), {{false, false, false}, {true, false, false}});
    const Selection twice = masked(once, {{false, true, false}, {false, false, false}});
    EXPECT_THAT(twice.names->keys(), ElementsAre("a", "c"));
    EXPECT_THAT(twice.ties, ElementsAre(row<TieRow>(2)));
}

}  // namespace
}  // namespace coopnet
