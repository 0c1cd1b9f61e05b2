#include <coopnet/render/outline.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace coopnet::render {
namespace {

constexpr double roof = 11;   // of a house
constexpr double slant = 11;  // of a parallelogram, trapezium, hexagon
constexpr Size usual{40, 30};
constexpr double smallest = 24;  // width that corners and roofs of full size leave a shape

struct Room {
    std::string_view shape;
    double width;  // beyond the text
    double height;
};

constexpr std::array<Room, 11> rooms{{{"box", 20, 13},
                                      {"double_box", 24, 18},
                                      {"house", 20, 9 + roof},
                                      {"hexagon", 32, 13},
                                      {"pill", 30, 13},
                                      {"parallelogram", 34, 13},
                                      {"trapezium", 34, 13},
                                      {"octagon", 28, 13},
                                      {"circle", 26, 15},
                                      {"note", 28, 13},
                                      {"ellipse", 34, 19}}};

// A shape drawn at a usual size, as small as a box: corners and roofs shrink with it.
Path shrunk(Path path, const Box& b) {
    const auto placed = [&](Point p) {
        return Point{b.left + p.x * b.width() / usual.width, b.top + p.y * b.height() / usual.height};
    };
    path.start = placed(path.start);
    for (Path::Piece& piece : path.pieces)
        piece = {placed(piece.out), placed(piece.in), placed(piece.to), piece.straight};
    return path;
}

Path rounded(const Box& b, double radius) {
    const double r = std::min({radius, b.width() / 2, b.height() / 2});
    const double k = r * .44771525;  // from the corner to a control point of a quarter circle
    Path path;
    path.closed = true;
    path.start = {b.left + r, b.top};
    path.line_to({b.right - r, b.top});
    path.curve_to({b.right - k, b.top}, {b.right, b.top + k}, {b.right, b.top + r});
    path.line_to({b.right, b.bottom - r});
    path.curve_to({b.right, b.bottom - k}, {b.right - k, b.bottom}, {b.right - r, b.bottom});
    path.line_to({b.left + r, b.bottom});
    path.curve_to({b.left + k, b.bottom}, {b.left, b.bottom - k}, {b.left, b.bottom - r});
    path.line_to({b.left, b.top + r});
    path.curve_to({b.left, b.top + k}, {b.left + k, b.top}, {b.left + r, b.top});
    return path;
}

Path ellipse(const Box& b) {
    const Point c = b.center();
    const double kx = b.width() / 2 * .55228475;
    const double ky = b.height() / 2 * .55228475;
    Path path;
    path.closed = true;
    path.start = {c.x, b.top};
    path.curve_to({c.x + kx, b.top}, {b.right, c.y - ky}, {b.right, c.y});
    path.curve_to({b.right, c.y + ky}, {c.x + kx, b.bottom}, {c.x, b.bottom});
    path.curve_to({c.x - kx, b.bottom}, {b.left, c.y + ky}, {b.left, c.y});
    path.curve_to({b.left, c.y - ky}, {c.x - kx, b.top}, {c.x, b.top});
    return path;
}

}  // namespace

Size around(std::string_view shape, Size text) {
    if (shape == "diamond") return {text.width * 1.5 + 24, text.height * 1.5 + 16};
    const auto* room = std::ranges::find(rooms, shape, &Room::shape);
    if (room == rooms.end()) room = rooms.begin();
    return {std::max(text.width + room->width, 52.), text.height + room->height};
}

Path outline(std::string_view shape, const Box& b) {
    if (b.width() < smallest) return shrunk(outline(shape, {0, 0, usual.width, usual.height}), b);
    const Point c = b.center();
    if (shape == "house") {
        return polygon(
            {{c.x, b.top}, {b.right, b.top + roof}, {b.right, b.bottom}, {b.left, b.bottom}, {b.left, b.top + roof}});
    }
    if (shape == "hexagon") {
        return polygon({{b.left + slant, b.top},
                        {b.right - slant, b.top},
                        {b.right, c.y},
                        {b.right - slant, b.bottom},
                        {b.left + slant, b.bottom},
                        {b.left, c.y}});
    }
    if (shape == "octagon") {
        const double cut = 9;
        return polygon({{b.left + cut, b.top},
                        {b.right - cut, b.top},
                        {b.right, b.top + cut},
                        {b.right, b.bottom - cut},
                        {b.right - cut, b.bottom},
                        {b.left + cut, b.bottom},
                        {b.left, b.bottom - cut},
                        {b.left, b.top + cut}});
    }
    if (shape == "parallelogram") {
        return polygon({{b.left + slant, b.top}, {b.right, b.top}, {b.right - slant, b.bottom}, {b.left, b.bottom}});
    }
    if (shape == "trapezium") {
        return polygon({{b.left + slant, b.top}, {b.right - slant, b.top}, {b.right, b.bottom}, {b.left, b.bottom}});
    }
    if (shape == "note") {
        const double fold = 9;
        return polygon({{b.left, b.top},
                        {b.right - fold, b.top},
                        {b.right, b.top + fold},
                        {b.right, b.bottom},
                        {b.left, b.bottom}});
    }
    if (shape == "diamond") return polygon({{c.x, b.top}, {b.right, c.y}, {c.x, b.bottom}, {b.left, c.y}});
    if (shape == "ellipse") return ellipse(b);
    if (shape == "pill") return rounded(b, b.height() / 2);
    if (shape == "circle") return rounded(b, 14);
    return rounded(b, shape == "double_box" ? 7 : 3);
}

double text_drop(std::string_view shape) noexcept {
    return shape == "house" ? roof / 2 - 1 : 0;
}

Point on_outline(const Polyline& outline, const Box& box, Point border) {
    const bool sideways = std::min(std::abs(border.x - box.left), std::abs(border.x - box.right)) <
                          std::min(std::abs(border.y - box.top), std::abs(border.y - box.bottom));
    const Point inside = sideways ? Point{box.center().x, border.y} : Point{border.x, box.center().y};
    const Point outside = border + unit(border - inside) * 1.0;
    for (std::size_t i = 1; i < outline.size(); ++i) {
        if (const auto along = crossing(outside, inside, outline[i - 1], outline[i]))
            return outside + (inside - outside) * *along;
    }
    return border;
}

}  // namespace coopnet::render
