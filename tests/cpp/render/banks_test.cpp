#include <coopnet/core/error.hpp>
#include <coopnet/render/banks.hpp>
#include <coopnet/render/scene.hpp>

#include <gtest/gtest.h>

#include "support/networks.hpp"
#include "support/pictures.hpp"

namespace coopnet::render {
namespace {

using support::the_case;

Banks placed() {
    return place_on_banks(the_case(), box_sizes(the_case(), Labels::name));
}

Point place(const Banks& banks, const char* actor) {
    return banks.places.at(index(the_case().actor(actor))).value();
}

TEST(Banks, HaveNoTwoBoxesOnEachOther) {
    const Banks banks = placed();
    const BoxSizes sizes = box_sizes(the_case(), Labels::name);
    for (std::size_t a = 0; a < sizes.size(); ++a) {
        for (std::size_t b = a + 1; b < sizes.size(); ++b) {
            if (!banks.places[a] || !banks.places[b]) continue;
            EXPECT_FALSE(
                overlap(box_at(*banks.places[a], sizes[a]).grown(5), box_at(*banks.places[b], sizes[b]).grown(5)))
                << the_case().actors()[a].id << " and " << the_case().actors()[b].id;
        }
    }
}

TEST(Banks, StandBureausAndEmbassyOppositeTheirPartnersOnALevel) {
    const Banks banks = placed();
    EXPECT_DOUBLE_EQ(place(banks, "ID.NCB").y, place(banks, "KH.NCB").y);
    EXPECT_DOUBLE_EQ(place(banks, "ID.EMB").y, place(banks, "KH.CNP").y);
    EXPECT_NE(place(banks, "ID.NCB").y, place(banks, "ID.EMB").y);
}

TEST(Banks, HoldEachStatesActorsHomeAtTheLeft) {
    const Banks banks = placed();
    ASSERT_EQ(banks.banks.size(), 2U);
    EXPECT_EQ(banks.banks[0].country, "IDN");
    EXPECT_LT(banks.banks[0].ground.right, banks.banks[1].ground.left);
    const BoxSizes sizes = box_sizes(the_case(), Labels::name);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (!banks.places[i] || banks.places[i]->y < banks.banks[0].ground.top) continue;
        const auto country = the_case().draft().actors.cell(i, "country");
        for (const Bank& bank : banks.banks) {
            if (bank.country != country) continue;
            const Box box = box_at(*banks.places[i], sizes[i]);
            EXPECT_GE(box.left, bank.ground.left) << the_case().actors()[i].id;
            EXPECT_LE(box.right, bank.ground.right) << the_case().actors()[i].id;
        }
    }
}

TEST(Banks, LeaveAgreementsEventsAndStatesOut) {
    const Banks banks = placed();
    for (const char* actor : {"IN.ACTIP", "EV.STORM", "IDN"}) {
        EXPECT_FALSE(banks.places.at(index(the_case().actor(actor))).has_value()) << actor;
    }
}

TEST(Banks, ComeOutTheSameEveryTime) {
    EXPECT_EQ(placed().places, placed().places);
}

TEST(Banks, KeepPlacesUnderEveryProjectionAndLanguage) {
    const Scene all = on_banks(the_case(), support::whole(the_case()), support::picture_texts("en"), {});
    const Scene some = on_banks(the_case(), support::layer(the_case(), "cooperation"), support::picture_texts("id"),
                                {.language = "id"});
    const auto center = [](const Scene& scene, ActorRow actor) -> std::optional<Point> {
        for (const ActorBox& box : scene.boxes) {
            if (box.actor == actor) return box.box.center();
        }
        return std::nullopt;
    };
    std::size_t shared = 0;
    for (const ActorBox& box : some.boxes) {
        const auto there = center(all, box.actor);
        ASSERT_TRUE(there.has_value());
        EXPECT_NEAR(there->x, box.box.center().x, 1e-9);
        EXPECT_NEAR(there->y, box.box.center().y, 1e-9);
        ++shared;
    }
    EXPECT_GT(shared, 30U);
}

TEST(Banks, SuitNetworksOfTwoToFourStates) {
    EXPECT_TRUE(suits_banks(the_case()));
    Draft draft;
    draft.ties = support::sheet({"source", "target"}, {{"a", "b"}, {"b", "c"}});
    const Network plain = build(std::move(draft));
    EXPECT_FALSE(suits_banks(plain));
    EXPECT_THROW(place_on_banks(plain, box_sizes(plain, Labels::name)), InvalidOption);
}

}  // namespace
}  // namespace coopnet::render
