#pragma once

#include <coopnet/render/geometry.hpp>

#include <string_view>
#include <vector>

/// The shapes of boxes: box, double_box, house, hexagon, pill, parallelogram, trapezium, octagon, ellipse, circle,
/// diamond, note. Any other name is drawn as a box.
namespace coopnet::render {

/// The box that a shape needs around a text of this size.
[[nodiscard]] Size around(std::string_view shape, Size text);

/// The outline that fills a box; for double_box the outer one.
[[nodiscard]] Path outline(std::string_view shape, const Box& box);

/// How far below the middle of its box a shape's text stands.
[[nodiscard]] double text_drop(std::string_view shape) noexcept;

/// Where a line that comes to the border of the box at a point, straight on to it, meets the outline.
[[nodiscard]] Point on_outline(const Polyline& outline, const Box& box, Point border);

}  // namespace coopnet::render
