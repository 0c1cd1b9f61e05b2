#include <coopnet/render/drawing.hpp>
#include <coopnet/render/geometry.hpp>
#include <coopnet/render/outline.hpp>

#include <gtest/gtest.h>

#include <string>

namespace coopnet::render {
namespace {

TEST(Geometry, SeesASegmentInABoxButNotOneThatTouches) {
    const Box box{0, 0, 10, 10};
    EXPECT_TRUE(passes({-5, 5}, {15, 5}, box));
    EXPECT_TRUE(passes({5, 5}, {6, 6}, box));
    EXPECT_FALSE(passes({-5, 10}, {15, 10}, box));
    EXPECT_FALSE(passes({-5, -5}, {-1, 20}, box));
    EXPECT_FALSE(passes({-2, 8}, {2, 14}, box));
}

TEST(Geometry, FindsWhereSegmentsCross) {
    EXPECT_NEAR(crossing({0, 0}, {10, 0}, {4, -1}, {4, 1}).value(), .4, 1e-12);
    EXPECT_FALSE(crossing({0, 0}, {10, 0}, {0, 1}, {10, 1}).has_value());
    EXPECT_FALSE(crossing({0, 0}, {10, 0}, {11, -1}, {11, 1}).has_value());
}

TEST(Geometry, MovesALineToItsRightWithMitredCorners) {
    const Polyline moved = beside({{0, 0}, {10, 0}, {10, 10}}, 2);
    ASSERT_EQ(moved.size(), 3U);
    EXPECT_NEAR(moved[0].y, 2, 1e-12);
    EXPECT_NEAR(moved[1].x, 8, 1e-12);
    EXPECT_NEAR(moved[1].y, 2, 1e-12);
    EXPECT_NEAR(moved[2].x, 8, 1e-12);
}

TEST(Geometry, WalksAlongALine) {
    const Polyline line{{0, 0}, {10, 0}, {10, 10}};
    EXPECT_DOUBLE_EQ(length(line), 20);
    EXPECT_EQ(station(line, 15).at, (Point{10, 5}));
    EXPECT_EQ(part(line, 5, 15), (Polyline{{5, 0}, {10, 0}, {10, 5}}));
}

TEST(Outline, FillsItsBoxWhateverItsShape) {
    const Box box{10, 20, 130, 60};
    for (const char* shape : {"box", "double_box", "house", "hexagon", "pill", "parallelogram", "trapezium", "octagon",
                              "ellipse", "circle", "diamond", "note", "anything"}) {
        Box around{1e9, 1e9, -1e9, -1e9};
        for (const Point p : flatten(outline(shape, box))) {
            around = {std::min(around.left, p.x), std::min(around.top, p.y), std::max(around.right, p.x),
                      std::max(around.bottom, p.y)};
        }
        EXPECT_NEAR(around.left, box.left, .5) << shape;
        EXPECT_NEAR(around.top, box.top, .5) << shape;
        EXPECT_NEAR(around.right, box.right, .5) << shape;
        EXPECT_NEAR(around.bottom, box.bottom, .5) << shape;
    }
}

TEST(Color, MixesAndTurnsGray) {
    EXPECT_EQ(mixed("#000000", "#ffffff", .5), "#808080");
    EXPECT_EQ(mixed("#0b4a75", "#ffffff", 1), "#0b4a75");
    EXPECT_EQ(gray("#ff0000"), "#4c4c4c");
}

}  // namespace
}  // namespace coopnet::render
