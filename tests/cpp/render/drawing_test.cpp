#include <coopnet/render/drawing.hpp>

#include <gtest/gtest.h>

#include <variant>

namespace coopnet::render {
namespace {

TEST(Scale, MakesPathsLinesAndLettersSmaller) {
    Group inner;
    inner.add(Words{"A", {10, 20}, {12}, "#000000", Align::left});
    Group group;
    Path path;
    path.start = {2, 4};
    path.curve_to({4, 6}, {6, 8}, {8, 10});
    group.add(Shape{path, {}, Stroke{"#000000", 3}});
    group.groups.push_back(inner);
    scale(group, .5);

    const auto& shape = std::get<Shape>(group.marks.front());
    EXPECT_EQ(shape.path.start, (Point{1, 2}));
    EXPECT_EQ(shape.path.pieces.front().out, (Point{2, 3}));
    EXPECT_EQ(shape.path.pieces.front().to, (Point{4, 5}));
    EXPECT_DOUBLE_EQ(shape.stroke->width, 1.5);
    const auto& words = std::get<Words>(group.groups.front().marks.front());
    EXPECT_EQ(words.at, (Point{5, 10}));
    EXPECT_DOUBLE_EQ(words.letters.size, 6);
}

}  // namespace
}  // namespace coopnet::render
