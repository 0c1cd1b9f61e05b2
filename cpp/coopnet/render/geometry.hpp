#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

/// Points of a picture: x to the right, y downwards, in CSS pixels at 100 %.
namespace coopnet::render {

struct Point {
    double x = 0;
    double y = 0;

    friend bool operator==(const Point&, const Point&) = default;
    friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
    friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
    friend Point operator*(Point a, double factor) { return {a.x * factor, a.y * factor}; }
};

[[nodiscard]] inline double dot(Point a, Point b) noexcept {
    return a.x * b.x + a.y * b.y;
}
[[nodiscard]] inline double cross(Point a, Point b) noexcept {
    return a.x * b.y - a.y * b.x;
}
[[nodiscard]] inline double length(Point vector) noexcept {
    return std::sqrt(dot(vector, vector));
}
/// Of length one; the zero vector stays.
[[nodiscard]] inline Point unit(Point vector) noexcept {
    const double size = length(vector);
    return size > 0 ? vector * (1 / size) : vector;
}
/// Turned by a quarter, clockwise as seen on the page.
[[nodiscard]] inline Point normal(Point vector) noexcept {
    return {-vector.y, vector.x};
}

struct Size {
    double width = 0;
    double height = 0;

    friend bool operator==(const Size&, const Size&) = default;
};

struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    [[nodiscard]] double width() const noexcept { return right - left; }
    [[nodiscard]] double height() const noexcept { return bottom - top; }
    [[nodiscard]] Point center() const noexcept { return {(left + right) / 2, (top + bottom) / 2}; }
    [[nodiscard]] Box grown(double by) const noexcept { return {left - by, top - by, right + by, bottom + by}; }
    [[nodiscard]] bool contains(Point p) const noexcept {
        return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom;
    }

    friend bool operator==(const Box&, const Box&) = default;
};

[[nodiscard]] inline Box box_at(Point center, Size size) noexcept {
    return {center.x - size.width / 2, center.y - size.height / 2, center.x + size.width / 2,
            center.y + size.height / 2};
}
[[nodiscard]] inline bool overlap(const Box& a, const Box& b) noexcept {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
/// Does the segment have a point inside the box? Touching its border does not count.
[[nodiscard]] bool passes(Point from, Point to, const Box& box) noexcept;

/// Where two segments cross: how far along the first, from 0 to 1. Touching ends count, parallel segments do not.
[[nodiscard]] inline std::optional<double> crossing(Point a, Point b, Point c, Point d) noexcept {
    const Point first = b - a;
    const Point second = d - c;
    const double turn = cross(first, second);
    if (std::abs(turn) < 1e-9) return std::nullopt;
    const double along = cross(c - a, second) / turn;
    const double other = cross(c - a, first) / turn;
    if (along < 0 || along > 1 || other < 0 || other > 1) return std::nullopt;
    return along;
}

using Polyline = std::vector<Point>;

[[nodiscard]] double length(const Polyline& line) noexcept;
/// The point so far along a line, and the direction there. The ends go on for ever.
struct Station {
    Point at;
    Point direction;
};
[[nodiscard]] Station station(const Polyline& line, double distance) noexcept;
/// The part of a line between two distances from its start.
[[nodiscard]] Polyline part(const Polyline& line, double from, double to);
/// The line at a distance to its right (negative: left), corners mitred.
[[nodiscard]] Polyline beside(const Polyline& line, double distance);

/// Is a point inside a closed line?
[[nodiscard]] bool encloses(const Polyline& outline, Point at) noexcept;
/// From a point to the nearest of a line.
[[nodiscard]] double distance_to(const Polyline& line, Point at) noexcept;

/// A path of straight lines and cubic curves.
struct Path {
    struct Piece {
        Point out;  ///< control points; a straight piece has none
        Point in;
        Point to;
        bool straight = true;
    };

    Point start;
    std::vector<Piece> pieces;
    bool closed = false;

    void line_to(Point to) { pieces.push_back({{}, {}, to, true}); }
    void curve_to(Point out, Point in, Point to) { pieces.push_back({out, in, to, false}); }
};

[[nodiscard]] Path path_through(const Polyline& line);
[[nodiscard]] Path polygon(const Polyline& corners);
/// The points of a path, curves in steps of about two pixels.
[[nodiscard]] Polyline flatten(const Path& path);

}  // namespace coopnet::render
