#include "support/pictures.hpp"

#include <coopnet/render/page_picture.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace coopnet::render {
namespace {

using support::the_case;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;

std::vector<std::string> names_of(const Group& list) {
    std::vector<std::string> names;
    for (const Group& group : list.groups) names.push_back(group.of);
    return names;
}

std::vector<std::string> variants_of(const Group& list, const std::string& fate) {
    std::vector<std::string> names;
    for (const std::string& name : names_of(list)) {
        if (name.starts_with(fate)) names.push_back(name);
    }
    return names;
}

PagePicture drawn(const Network& network, const PageVariants& variants) {
    return page_picture(network, support::whole(network), Layout::banks, {{"en", support::picture_texts("en")}},
                        variants);
}

std::string name(const char* what, std::size_t number) {
    return std::string{what} + std::to_string(number);
}

TEST(PageVariants, DrawsWhatScenariosRemoveASecondTimeRightAfterTheFirst) {
    const Network& network = the_case();
    const ActorRow bureau = network.actor("ID.NCB");
    const TieRow there = network.tie("T026");
    const PagePicture plain = drawn(network, {});
    const PagePicture page = drawn(network, {.removed_actors = {bureau}, .removed_ties = {there}});
    const std::string actor = name("actor ", index(bureau));
    EXPECT_THAT(variants_of(page.drawing.groups[2], "removed "), ElementsAre("removed " + actor));
    const auto names = names_of(page.drawing.groups[2]);
    const auto first = std::ranges::find(names, actor);
    ASSERT_NE(first, names.end());
    EXPECT_EQ(*std::next(first), "removed " + actor);
    EXPECT_EQ(page.drawing.groups[2].groups.size(), plain.drawing.groups[2].groups.size() + 1);
    EXPECT_THAT(names, IsSupersetOf(names_of(plain.drawing.groups[2])));
}

TEST(PageVariants, RemovesALineOnlyIfAllItsTiesAreRemovedAndChangesItIfOneIs) {
    const Network& network = the_case();
    const PagePicture plain = drawn(network, {});
    const auto several = std::ranges::find_if(plain.scene.lines, [](const TieLine& l) { return l.ties.size() > 1; });
    ASSERT_NE(several, plain.scene.lines.end());
    const auto at = static_cast<std::size_t>(several - plain.scene.lines.begin());
    const auto lines = [&](const PageVariants& variants) { return drawn(network, variants).drawing.groups[1]; };
    EXPECT_THAT(variants_of(lines({.removed_ties = {several->ties.front()}}), "removed "), ElementsAre());
    EXPECT_THAT(variants_of(lines({.removed_ties = several->ties}), "removed "),
                ElementsAre(name("removed line ", at)));
    EXPECT_THAT(variants_of(lines({.changed_ties = {several->ties.front()}}), "changed "),
                ElementsAre(name("changed line ", at)));
}

TEST(PageVariants, LeavesRoomForTheNamesInEveryLanguage) {
    const PagePicture page = drawn(the_case(), {});
    const BoxSizes largest = box_sizes(the_case(), Labels::name);
    for (const ActorBox& box : page.scene.boxes) {
        EXPECT_EQ(box.box.width(), largest[index(box.actor)].width);
        EXPECT_EQ(box.box.height(), largest[index(box.actor)].height);
    }
}

TEST(PageVariants, PutsWhoeverIsAddedIntoTheRiverAndMovesNobody) {
    const std::vector<Edit> edits{AddActor{"X", {{"kind", "attache"}, {"country", "IDN"}, {"name", "X"}}}};
    const Overlay overlay = overlaid(the_case(), edits, {});
    const Difference difference{std::make_shared<const Network>(the_case()), "", overlay.actors, overlay.ties};
    const PagePicture before = drawn(the_case(), {});
    const PagePicture after = drawn(overlay.network, {.difference = difference});
    ASSERT_EQ(after.scene.boxes.size(), before.scene.boxes.size() + 1);
    for (std::size_t i = 0; i < before.scene.boxes.size(); ++i) {
        EXPECT_EQ(after.scene.boxes[i].actor, before.scene.boxes[i].actor);
        EXPECT_EQ(after.scene.boxes[i].box.center(), before.scene.boxes[i].box.center());
    }
    const Point newcomer = after.scene.boxes.back().box.center();
    EXPECT_GT(newcomer.x, before.scene.banks[0].ground.right);
    EXPECT_LT(newcomer.x, before.scene.banks[1].ground.left);
}

}  // namespace
}  // namespace coopnet::render
