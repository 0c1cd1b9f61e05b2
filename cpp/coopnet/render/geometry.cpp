#include <coopnet/render/geometry.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace coopnet::render {

bool passes(Point from, Point to, const Box& box) noexcept {
    constexpr double touch = 1e-9;
    if (std::max(from.x, to.x) <= box.left || std::min(from.x, to.x) >= box.right ||
        std::max(from.y, to.y) <= box.top || std::min(from.y, to.y) >= box.bottom) {
        return false;
    }
    double first = 0;
    double last = 1;
    const auto clip = [&](double start, double change, double low, double high) {
        if (std::abs(change) < touch) return start > low + touch && start < high - touch;
        const double a = (low - start) / change;
        const double b = (high - start) / change;
        first = std::max(first, std::min(a, b));
        last = std::min(last, std::max(a, b));
        return first < last - touch;
    };
    return clip(from.x, to.x - from.x, box.left, box.right) && clip(from.y, to.y - from.y, box.top, box.bottom);
}

double length(const Polyline& line) noexcept {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i) sum += length(line[i] - line[i - 1]);
    return sum;
}

Station station(const Polyline& line, double distance) noexcept {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point step = line[i] - line[i - 1];
        const double size = length(step);
        if (size <= 0) continue;
        if (distance <= size || i + 1 == line.size()) return {line[i - 1] + step * (distance / size), unit(step)};
        distance -= size;
    }
    return {line.empty() ? Point{} : line.back(), {1, 0}};
}

Polyline part(const Polyline& line, double from, double to) {
    Polyline piece{station(line, from).at};
    double walked = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        walked += length(line[i] - line[i - 1]);
        if (walked > from && walked < to) piece.push_back(line[i]);
    }
    piece.push_back(station(line, to).at);
    return piece;
}

Polyline beside(const Polyline& line, double distance) {
    Polyline moved;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Point before = i > 0 ? unit(line[i] - line[i - 1]) : unit(line[i + 1] - line[i]);
        const Point after = i + 1 < line.size() ? unit(line[i + 1] - line[i]) : before;
        const Point middle = unit(normal(before) + normal(after));
        const double stretch = std::max(dot(middle, normal(before)), .35);  // sharp corners do not shoot out
        moved.push_back(line[i] + middle * (distance / stretch));
    }
    return moved;
}

Path path_through(const Polyline& line) {
    Path path;
    if (line.empty()) return path;
    path.start = line.front();
    for (std::size_t i = 1; i < line.size(); ++i) path.line_to(line[i]);
    return path;
}

Path polygon(const Polyline& corners) {
    Path path = path_through(corners);
    path.closed = true;
    return path;
}

Polyline flatten(const Path& path) {
    Polyline points{path.start};
    for (const Path::Piece& piece : path.pieces) {
        const Point from = points.back();
        const double around = length(piece.out - from) + length(piece.in - piece.out) + length(piece.to - piece.in);
        const int steps = piece.straight ? 1 : std::clamp(static_cast<int>(around / 2), 4, 64);
        for (int i = 1; i < steps; ++i) {
            const double t = static_cast<double>(i) / steps;
            const double s = 1 - t;
            points.push_back(from * (s * s * s) + piece.out * (3 * s * s * t) + piece.in * (3 * s * t * t) +
                             piece.to * (t * t * t));
        }
        points.push_back(piece.to);
    }
    if (path.closed) points.push_back(path.start);
    return points;
}

bool encloses(const Polyline& outline, Point at) noexcept {
    bool inside = false;
    for (std::size_t i = 0, before = outline.size() - 1; i < outline.size(); before = i++) {
        const Point a = outline[before];
        const Point b = outline[i];
        if ((a.y > at.y) != (b.y > at.y) && at.x < a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y)) inside = !inside;
    }
    return inside;
}

double distance_to(const Polyline& line, Point at) noexcept {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point step = line[i] - line[i - 1];
        const double size = dot(step, step);
        const double along = size > 0 ? std::clamp(dot(at - line[i - 1], step) / size, 0., 1.) : 0;
        nearest = std::min(nearest, length(line[i - 1] + step * along - at));
    }
    return nearest;
}

}  // namespace coopnet::render
