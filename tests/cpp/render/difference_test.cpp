#include "support/pictures.hpp"

#include <coopnet/render/banks.hpp>
#include <coopnet/render/difference.hpp>
#include <coopnet/render/outline.hpp>
#include <coopnet/render/scene.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace coopnet::render {
namespace {

using support::the_case;

Difference difference_of(const Overlay& overlay) {
    return {std::make_shared<const Network>(the_case()), "", overlay.actors, overlay.ties};
}

Overlay with_newcomers(std::size_t count) {
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < count; ++i) {
        edits.emplace_back(
            AddActor{"X" + std::to_string(i),
                     {{"kind", "attache"}, {"country", "IDN"}, {"name", "Police attaché " + std::to_string(i)}}});
    }
    return overlaid(the_case(), edits, {});
}

TEST(Difference, OfALineIsThatOfItsTiesIfTheyAgree) {
    const Difference made{nullptr, "", {}, {Fate::added, Fate::added, Fate::kept, Fate::removed}};
    const auto of = [&](std::vector<std::size_t> rows) {
        std::vector<TieRow> ties;
        for (const std::size_t i : rows) ties.push_back(row<TieRow>(i));
        return made.of(ties);
    };
    EXPECT_EQ(of({0, 1}), Fate::added);
    EXPECT_EQ(of({2}), Fate::kept);
    EXPECT_EQ(of({1, 2}), Fate::changed);
    EXPECT_EQ(of({0, 3}), Fate::changed);
}

TEST(Difference, LeavesTheRecordedWhereTheyStandAndPutsNewcomersIntoTheRiver) {
    const Overlay overlay = with_newcomers(3);
    const BoxSizes sizes = box_sizes(overlay.network, Labels::name);
    const Banks before = place_on_banks(the_case(), box_sizes(the_case(), Labels::name));
    Banks after = before;
    add_in_river(after, overlay.network, sizes);
    const double left = before.banks[0].ground.right;
    const double right = before.banks[1].ground.left;
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < after.places.size(); ++i) {
        if (i < before.places.size()) {
            EXPECT_EQ(after.places[i], before.places[i]);
        } else {
            ASSERT_TRUE(after.places[i]);
            EXPECT_EQ(after.places[i]->x, (left + right) / 2);
        }
        if (after.places[i]) boxes.push_back(box_at(*after.places[i], sizes[i]));
    }
    for (std::size_t i = boxes.size() - 3; i < boxes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(boxes[i], boxes[j])) << i << " on " << j;
        EXPECT_LE(boxes[i].bottom, after.size.height);
    }
}

TEST(Difference, PutsNewcomersBelowWhereTheRiverIsFull) {
    const Overlay overlay = with_newcomers(14);
    const Banks before = place_on_banks(the_case(), box_sizes(the_case(), Labels::name));
    Banks after = before;
    add_in_river(after, overlay.network, box_sizes(overlay.network, Labels::name));
    EXPECT_GT(after.size.height, before.size.height);
    EXPECT_EQ(after.bands.back().bottom, after.size.height);
}

TEST(Difference, CountsWhatAViewShows) {
    const std::vector<Edit> edits{RemoveActor{"ID.EMB"}, Change{"T033", {{"reliability", "0.9"}}}};
    const Overlay overlay = overlaid(the_case(), edits, {});
    const auto said = [&](const std::string& layer) {
        return changes(difference_of(overlay), support::layer(overlay.network, layer), support::picture_texts("en"));
    };
    EXPECT_EQ(said("cooperation"), "Removed: 1 actor, 15 ties. Changed: 1 tie.");
    EXPECT_EQ(said("illicit"), "Nothing changes in this selection.");
}

TEST(Hatch, StaysInsideItsOutline) {
    for (const char* shape : {"box", "hexagon", "ellipse", "house", "parallelogram", "octagon"}) {
        const Box box{10, 20, 110, 60};
        Group group;
        draw_hatch(group, flatten(outline(shape, box)), "#000000");
        EXPECT_GT(group.marks.size(), 10U) << shape;
        for (const Mark& mark : group.marks) {
            const Path& path = std::get<Shape>(mark).path;
            EXPECT_TRUE(box.grown(.01).contains(path.start)) << shape;
            EXPECT_TRUE(box.grown(.01).contains(path.pieces.back().to)) << shape;
        }
    }
}

}  // namespace
}  // namespace coopnet::render
