#include <coopnet/core/random.hpp>
#include <coopnet/render/capitals.hpp>
#include <coopnet/render/cluster_places.hpp>
#include <coopnet/render/detail/rows.hpp>
#include <coopnet/render/naming.hpp>
#include <coopnet/render/placing.hpp>
#include <coopnet/render/ring_places.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "support/pictures.hpp"
#include "support/worker.hpp"

namespace coopnet::render {
namespace {

using support::the_case;

bool overlap_anywhere(const std::vector<Box>& boxes, double gap) {
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            if (overlap(boxes[i].grown(gap / 2), boxes[j].grown(gap / 2))) return true;
        }
    }
    return false;
}

TEST(Placing, MovesBoxesApartAndKeepsThoseThatHaveRoom) {
    std::vector<Box> boxes;
    for (int i = 0; i < 40; ++i) boxes.push_back(box_at({i * 7 % 50 * 1., i * 13 % 60 * 1.}, {30, 14}));
    const Box far = box_at({5000, 5000}, {30, 14});
    boxes.push_back(far);
    push_apart(boxes, 4);
    EXPECT_FALSE(overlap_anywhere(boxes, 3.9));
    EXPECT_EQ(boxes.back(), far);
}

TEST(Placing, CapitalsAreInOrderAndOnTheGlobe) {
    EXPECT_EQ(capitals().size(), 195U);
    EXPECT_TRUE(std::ranges::is_sorted(capitals(), {}, &Capital::state));
    std::set<std::string_view> codes;
    for (const Capital& capital : capitals()) {
        codes.insert(capital.state);
        EXPECT_EQ(capital.state.size(), 3U);
        EXPECT_LE(std::abs(capital.north), 65) << capital.state;
        EXPECT_LE(std::abs(capital.east), 180) << capital.state;
    }
    EXPECT_EQ(codes.size(), capitals().size());
    ASSERT_TRUE(capital_of("IDN"));
    EXPECT_LT(capital_of("IDN")->north, 0);
    EXPECT_GT(capital_of("IDN")->east, 100);
    EXPECT_FALSE(capital_of("XAA"));
    EXPECT_FALSE(capital_of(""));
}

TEST(Placing, RowsKeepTheirItemsApartAndUncrossWhatCanBe) {
    // Two rows tied like a ladder whose rungs the given order crosses.
    std::vector<std::vector<std::size_t>> rows{{0, 1, 2, 3}, {7, 6, 5, 4}};
    const std::vector<detail::RowTie> ties{{0, 4, 1}, {1, 5, 1}, {2, 6, 1}, {3, 7, 1}};
    const std::vector<double> widths{50, 60, 40, 50, 30, 80, 50, 50};
    const auto at = detail::stand_in_rows(rows, ties, widths, 10);
    for (const auto& row : rows) {
        for (std::size_t i = 1; i < row.size(); ++i)
            EXPECT_GE(at[row[i]] - at[row[i - 1]], (widths[row[i]] + widths[row[i - 1]]) / 2 + 10 - 1e-6);
    }
    for (std::size_t a = 0; a < 4; ++a) {
        for (std::size_t b = a + 1; b < 4; ++b) EXPECT_EQ(at[a] < at[b], at[a + 4] < at[b + 4]);
    }
}

TEST(Placing, StepsAreCountedWhicheverWayTiesRun) {
    // By definition: the least number of ties that lead there, one more each round.
    const View view = support::layer(the_case(), "cooperation");
    const auto from =
        static_cast<Vertex>(std::ranges::find(view.actors, the_case().actor("ID.NCB")) - view.actors.begin());
    std::vector<std::size_t> expected(view.actors.size(), 4);
    expected[from] = 0;
    for (std::size_t step = 0; step < 3; ++step) {
        std::visit(
            [&](const auto& csr) {
                for (const EdgeSpec& edge : csr.edges()) {
                    if (expected[edge.source] == step)
                        expected[edge.target] = std::min(expected[edge.target], step + 1);
                    if (expected[edge.target] == step)
                        expected[edge.source] = std::min(expected[edge.source], step + 1);
                }
            },
            view.csr);
    }
    EXPECT_EQ(steps_from(view, from, 3), expected);
}

TEST(Placing, HullsLeaveOthersOut) {
    const View view = support::layer(the_case(), "cooperation");
    const Scene scene = on_banks(the_case(), view, support::picture_texts("en"), {});
    std::vector<std::string> clusters(the_case().actors().size());
    for (std::size_t i = 0; i < scene.boxes.size(); ++i)
        clusters[index(scene.boxes[i].actor)] = i % 7 == 0 ? "" : "group " + std::to_string(i % 3);
    const auto areas = hulls(scene, clusters);
    ASSERT_EQ(areas.size(), 3U);
    for (const Area& area : areas) {
        for (const ActorBox& box : scene.boxes) {
            const bool member = clusters[index(box.actor)] == area.name;
            const bool inside = std::ranges::any_of(
                area.grounds, [&](const Path& ground) { return encloses(flatten(ground), box.box.center()); });
            EXPECT_EQ(inside, member);
            if (member) continue;
            for (const Polyline& joint : area.joints) EXPECT_GT(distance_to(joint, box.box.center()), 5);
        }
    }
}

TEST(Placing, NamesAreWrittenWhereThereIsRoom) {
    EXPECT_EQ(most_named(0), 0U);
    EXPECT_EQ(most_named(120), 120U);
    EXPECT_EQ(most_named(121), 60U);
    EXPECT_EQ(most_named(300), 60U);
    EXPECT_EQ(most_named(301), 40U);
}

TEST(Geometry, EnclosesAndMeasures) {
    const Polyline square{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
    EXPECT_TRUE(encloses(square, {5, 5}));
    EXPECT_FALSE(encloses(square, {15, 5}));
    EXPECT_FALSE(encloses({}, {0, 0}));
    EXPECT_DOUBLE_EQ(distance_to({{0, 0}, {10, 0}}, {5, 3}), 3);
    EXPECT_DOUBLE_EQ(distance_to({{0, 0}, {10, 0}}, {13, 4}), 5);
}

}  // namespace
}  // namespace coopnet::render
