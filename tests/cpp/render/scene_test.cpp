#include <coopnet/render/letters.hpp>
#include <coopnet/render/scene.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "support/pictures.hpp"

namespace coopnet::render {
namespace {

using support::the_case;

Scene scene(const View& view, const std::string& language = "en") {
    return on_banks(the_case(), view, support::picture_texts(language), {.language = language});
}

// The distance between a point and a box, by hand.
double distance(Point p, const Box& box) {
    const double x = std::max({box.left - p.x, 0., p.x - box.right});
    const double y = std::max({box.top - p.y, 0., p.y - box.bottom});
    return std::sqrt(x * x + y * y);
}

class EveryLine : public ::testing::TestWithParam<const char*> {};

TEST_P(EveryLine, KeepsThreePixelsFromForeignBoxes) {
    const Scene shown =
        scene(GetParam() == std::string{"all"} ? support::whole(the_case()) : support::layer(the_case(), GetParam()));
    ASSERT_FALSE(shown.lines.empty());
    for (const TieLine& line : shown.lines) {
        for (std::size_t i = 0; i < shown.boxes.size(); ++i) {
            if (i == line.from || i == line.to) continue;
            for (const Point& p : flatten(line.path)) {
                ASSERT_GE(distance(p, shown.boxes[i].box), 3)
                    << the_case()[shown.boxes[line.from].actor].id << " to "
                    << the_case()[shown.boxes[line.to].actor].id << " passes " << the_case()[shown.boxes[i].actor].id;
            }
        }
    }
}

TEST_P(EveryLine, EndsAtItsOwnBoxes) {
    const Scene shown =
        scene(GetParam() == std::string{"all"} ? support::whole(the_case()) : support::layer(the_case(), GetParam()));
    for (const TieLine& line : shown.lines) {
        const Polyline way = flatten(line.path);
        EXPECT_LE(distance(way.front(), shown.boxes[line.from].box), 1.5);
        EXPECT_LE(distance(way.back(), shown.boxes[line.to].box), 1.5);
    }
}

INSTANTIATE_TEST_SUITE_P(OfTheCase, EveryLine, ::testing::Values("all", "cooperation", "flow", "illicit"));

TEST(Scene, DrawsEveryTieBetweenActorsItShows) {
    const View view = support::whole(the_case());
    const Scene shown = scene(view);
    std::vector<TieRow> drawn;
    for (const TieLine& line : shown.lines) drawn.insert(drawn.end(), line.ties.begin(), line.ties.end());
    std::ranges::sort(drawn);
    EXPECT_EQ(std::ranges::adjacent_find(drawn), drawn.end());
    const auto is_shown = [&](ActorRow actor) {
        return std::ranges::find(shown.boxes, actor, &ActorBox::actor) != shown.boxes.end();
    };
    for (std::size_t i = 0; i < the_case().ties().size(); ++i) {
        const Tie& tie = the_case().ties()[i];
        const bool expected = is_shown(tie.source) && is_shown(tie.target) && tie.source != tie.target;
        EXPECT_EQ(std::ranges::binary_search(drawn, row<TieRow>(i)), expected) << the_case().tie_id(row<TieRow>(i));
    }
}

TEST(Scene, PutsWordsOnLevelTiesOverTheRiver) {
    const Scene shown = scene(support::whole(the_case()));
    std::vector<std::string> words;
    for (const TieLine& line : shown.lines) {
        if (line.word.empty()) continue;
        words.push_back(line.word);
        const Polyline way = flatten(line.path);
        EXPECT_NEAR(way.front().y, way.back().y, 1e-6);
        EXPECT_NEAR(line.word_at.y, way.front().y, 1e-6);
    }
    EXPECT_LE(words.size(), 4U);
    EXPECT_NE(std::ranges::find(words, "I-24/7"), words.end());
}

TEST(Scene, FitsNamesIntoTheirBoxesInBothLanguages) {
    for (const char* language : {"en", "id"}) {
        for (const ActorBox& box : scene(support::whole(the_case()), language).boxes) {
            EXPECT_LE(box.lines.size(), 2U);
            for (const std::string& line : box.lines) {
                EXPECT_LE(width_of(line, {13.5, box.shape == "double_box"}) + 12, box.box.width()) << line;
            }
        }
    }
}

TEST(Scene, KeepsWordsClearOfOtherLinesInBothLanguages) {
    for (const char* language : {"en", "id"}) {
        const Scene shown = scene(support::whole(the_case()), language);
        for (const TieLine& carrier : shown.lines) {
            if (carrier.word.empty()) continue;
            const Box word = box_at(carrier.word_at, {width_of(carrier.word, {13.5, true}), 14});
            for (const TieLine& line : shown.lines) {
                if (&line == &carrier) continue;
                const Polyline way = flatten(line.path);
                for (std::size_t i = 1; i < way.size(); ++i) {
                    EXPECT_FALSE(passes(way[i - 1], way[i], word)) << carrier.word << " in " << language;
                }
            }
        }
    }
}

}  // namespace
}  // namespace coopnet::render
