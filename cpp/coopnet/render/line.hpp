#pragma once

#include <coopnet/model/vocabulary.hpp>
#include <coopnet/render/drawing.hpp>

#include <functional>

namespace coopnet::render {

/// How one line looks: color, build and mark by its channel, breaks by its status, heads by its direction.
struct LineLook {
    const LineStyle* style = nullptr;
    Color color;
    Breaks breaks = Breaks::solid;
    bool head_at_start = false;
    bool head_at_end = true;
    double mark_at = .5;  ///< how far along the line its diamond or chevron stands
};

/// The color of the ground at a point.
using Ground = std::function<Color(Point)>;

/// Draws a line with its heads and marks.
void draw_line(Group& group, const Polyline& way, const Path& path, const LineLook& look, const Ground& ground);

/// Draws the mark of a line's style at a station: diamond and chevron stand on any line, head and circle where `heads`
/// asks for them because no end shows them.
void draw_mark(Group& group, const LineStyle& style, const Station& station, const Color& color, const Color& ground,
               bool heads = false);

/// How wide a line is on the page, rails included.
[[nodiscard]] double width_of(const LineStyle& style) noexcept;

}  // namespace coopnet::render
