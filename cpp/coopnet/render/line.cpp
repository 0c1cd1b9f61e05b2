#include <coopnet/render/line.hpp>

#include <algorithm>
#include <cmath>

namespace coopnet::render {
namespace {

struct Head {
    double length;
    double half_width;
    bool barbed;
};

Head head_of(const LineStyle& style) {
    if (style.build == "double") return {13, 6.5, false};
    if (style.mark == "chevron") return {10, 5, true};
    return style.width >= 2 ? Head{9.5, 4.2, false} : Head{9, 3.7, false};
}

// A filled triangle, its tip at the end of the line; a barbed one has a notch.
Path head_path(Point tip, Point direction, const Head& head) {
    const Point back = tip - direction * head.length;
    const Point side = normal(direction) * head.half_width;
    Polyline corners{tip, back + side};
    if (head.barbed) corners.push_back(back + direction * (head.length * .42));
    corners.push_back(back - side);
    return polygon(corners);
}

Path circle(Point center, double radius) {
    Path path;
    const double k = radius * .55228475;
    path.closed = true;
    path.start = {center.x, center.y - radius};
    path.curve_to({center.x + k, center.y - radius}, {center.x + radius, center.y - k}, {center.x + radius, center.y});
    path.curve_to({center.x + radius, center.y + k}, {center.x + k, center.y + radius}, {center.x, center.y + radius});
    path.curve_to({center.x - k, center.y + radius}, {center.x - radius, center.y + k}, {center.x - radius, center.y});
    path.curve_to({center.x - radius, center.y - k}, {center.x - k, center.y - radius}, {center.x, center.y - radius});
    return path;
}

// The path without its first and last pixels, which heads cover. Its end pieces are straight.
Path shortened(Path path, double at_start, double at_end) {
    if (path.pieces.empty()) return path;
    const auto step = [](Point from, Point to, double by) {
        return from + unit(to - from) * std::min(by, length(to - from));
    };
    if (at_start > 0 && path.pieces.front().straight) path.start = step(path.start, path.pieces.front().to, at_start);
    if (at_end > 0 && path.pieces.back().straight) {
        const Point before = path.pieces.size() > 1 ? path.pieces[path.pieces.size() - 2].to : path.start;
        path.pieces.back().to = step(path.pieces.back().to, before, at_end);
    }
    return path;
}

void draw_heads(Group& group, const Polyline& way, const LineLook& look) {
    const double whole = length(way);
    const Head head = head_of(*look.style);
    if (look.head_at_end)
        group.add(Shape{head_path(way.back(), station(way, whole - 5).direction, head), look.color, {}});
    if (look.head_at_start)
        group.add(Shape{head_path(way.front(), station(way, 5).direction * -1, head), look.color, {}});
}

}  // namespace

void draw_mark(Group& group, const LineStyle& style, const Station& station, const Color& color, const Color& ground,
               bool heads) {
    const auto [at, direction] = station;
    const Point side = normal(direction);
    if (style.mark == "diamond") {
        group.add(Shape{polygon({at + direction * 6.5, at + side * 4.6, at - direction * 6.5, at - side * 4.6}), color,
                        Stroke{ground, .8}});
    } else if (style.mark == "chevron") {
        group.add(
            Shape{path_through({at + side * 5.5 - direction * 5, at + direction * 3, at - side * 5.5 - direction * 5}),
                  {},
                  Stroke{color, 2.2}});
    } else if (heads && style.mark == "head") {
        group.add(Shape{head_path(at + direction * 4.5, direction, head_of(style)), color, {}});
    } else if (heads && style.mark == "circle") {
        group.add(Shape{circle(at, 3.2), ground, Stroke{color, 1.4}});
    }
}

double width_of(const LineStyle& style) noexcept {
    return style.width;
}

void draw_line(Group& group, const Polyline& way, const Path& path, const LineLook& look, const Ground& ground) {
    const double under = head_of(*look.style).length * .6;
    const bool ringed = look.style->mark == "circle" && !look.head_at_start;
    const double radius = 3.2;
    const Path line = shortened(path,
                                look.head_at_start ? under
                                : ringed           ? 2 * radius
                                                   : 0,
                                look.head_at_end ? under : 0);
    const double thinnest =
        look.breaks == Breaks::dots || look.breaks == Breaks::sparse ? 1.9 : 0;  // dots need some size to be round
    group.add(Shape{line, {}, Stroke{look.color, std::max(look.style->width, thinnest), look.breaks}});
    if (look.style->build == "double")
        group.add(Shape{line, {}, Stroke{ground(way[way.size() / 2]), look.style->width * .44}});
    if (ringed) group.add(Shape{circle(station(way, radius).at, radius), ground(way.front()), Stroke{look.color, 1.4}});
    draw_heads(group, way, look);
    const Station middle = station(way, length(way) * look.mark_at);
    draw_mark(group, *look.style, middle, look.color, ground(middle.at));
}

}  // namespace coopnet::render
