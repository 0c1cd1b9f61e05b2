#include <coopnet/render/background.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <variant>

namespace coopnet::render {
namespace {

// A pixel of CSS is three quarters of a point.
constexpr double points_per_pixel = .75;

// The color as Graphviz writes one that lets the ground through.
Color let_through(const Color& color, double opacity) {
    return opacity < 1 ? fmt::format("{}{:02x}", color, std::lround(opacity * 255)) : color;
}

// Graphviz' drawing language: an operation is a letter and its operands; texts go behind their length in bytes.
class Operations {
public:
    explicit Operations(const Drawing& drawing)
        : height_{drawing.size.height}, points_{points_per_pixel * drawing.scale} {
        const Size size = drawing.size;
        draw({polygon({{0, 0}, {size.width, 0}, {size.width, size.height}, {0, size.height}}), drawing.ground, {}});
        for (const Group& group : drawing.groups) draw(group);
    }

    std::string text;

private:
    void draw(const Group& group) {
        for (const Mark& mark : group.marks) {
            std::visit([this](const auto& one) { draw(one); }, mark);
        }
        for (const Group& inner : group.groups) draw(inner);
    }

    void draw(const Shape& shape) {
        if (shape.stroke && shape.stroke->breaks != Breaks::solid) {
            draw({shape.path, shape.fill, {}, shape.opacity});
            draw_broken(shape.path, *shape.stroke, shape.opacity);
            return;
        }
        std::optional<Color> fill = shape.fill;
        if (fill) fill = let_through(*fill, shape.opacity);
        const Color pen = shape.stroke ? let_through(shape.stroke->color, shape.opacity) : fill.value_or("#000000");
        set_ink(pen, fill, shape.stroke ? shape.stroke->width : 0);
        if (shape.stroke || shape.fill) add_path(shape.path, shape.fill.has_value());
    }

    // Graphviz knows only dashes of its own: ours are drawn one by one.
    void draw_broken(const Path& path, const Stroke& stroke, double opacity) {
        const bool dashed = stroke.breaks == Breaks::dashes;
        const double ink = dashed ? 10 : .1;
        const double step = dashed ? 14 : stroke.width + (stroke.breaks == Breaks::sparse ? 7 : 2.5);
        const Polyline line = flatten(path);
        const double whole = length(line);
        for (double at = 0; at < whole; at += step) {
            if (dashed) {
                draw({path_through(part(line, at, std::min(at + ink, whole))),
                      {},
                      Stroke{stroke.color, stroke.width},
                      opacity});
            } else {
                add_dot(station(line, at).at, stroke, opacity);
            }
        }
    }

    void draw(const Words& words) {
        set_ink(words.color, {}, 1);
        const double size = words.letters.size * points_;
        // Graphviz puts the base line a fifth of the size above the point.
        const Point at = placed({words.at.x, words.at.y + words.letters.size / 5});
        const std::string font = words.letters.bold ? "DejaVu Sans Bold" : "DejaVu Sans";
        const int side = words.align == Align::left ? -1 : words.align == Align::middle ? 0 : 1;
        text += fmt::format("F {:.2f} {} -{} T {:.2f} {:.2f} {} {:.2f} {} -{} ", size, font.size(), font, at.x, at.y,
                            side, width_of(words.text, words.letters) * points_, words.text.size(), words.text);
    }

    void set_ink(const Color& pen, const std::optional<Color>& fill, double width) {
        const std::string style = fmt::format("setlinewidth({:.3f})", width * points_);
        // An outline of no width still shows as a hairline: it takes no color then.
        const Color line = width > 0 ? pen : Color{"#00000000"};
        text += fmt::format("S {} -{} c {} -{} ", style.size(), style, line.size(), line);
        if (fill) text += fmt::format("C {} -{} ", fill->size(), *fill);
    }

    void add_dot(Point at, const Stroke& stroke, double opacity) {
        const Point center = placed(at);
        const double radius = stroke.width / 2 * points_;
        set_ink(stroke.color, let_through(stroke.color, opacity), 0);
        text += fmt::format("E {:.2f} {:.2f} {:.2f} {:.2f} ", center.x, center.y, radius, radius);
    }

    void add_path(const Path& path, bool filled) {
        const bool straight = std::ranges::all_of(path.pieces, &Path::Piece::straight);
        Polyline points{path.start};
        for (const Path::Piece& piece : path.pieces) {
            if (!straight) {
                const Point from = points.back();
                points.push_back(piece.straight ? from + (piece.to - from) * (1. / 3) : piece.out);
                points.push_back(piece.straight ? from + (piece.to - from) * (2. / 3) : piece.in);
            }
            points.push_back(piece.to);
        }
        if (path.closed && !straight) {
            const Point from = points.back();
            for (const double along : {1. / 3, 2. / 3, 1.}) points.push_back(from + (path.start - from) * along);
        }
        const std::string_view letter = straight ? (filled ? "P" : path.closed ? "p" : "L") : filled ? "b" : "B";
        text += fmt::format("{} {}", letter, points.size());
        for (const Point point : points) {
            const Point at = placed(point);
            text += fmt::format(" {:.2f} {:.2f}", at.x, at.y);
        }
        text += ' ';
    }

    [[nodiscard]] Point placed(Point p) const { return {p.x * points_, (height_ - p.y) * points_}; }

    double height_;
    double points_;  // for one of the field
};

}  // namespace

graphviz::Graph background(const Drawing& drawing) {
    const auto corner = [](std::string name, double x, double y) {
        return graphviz::Node{std::move(name),
                              {{"style", "invis"},
                               {"shape", "point"},
                               {"width", "0"},
                               {"height", "0"},
                               {"label", ""},
                               {"pos", fmt::format("{:.2f},{:.2f}", x, y)}}};
    };
    graphviz::Graph graph;
    graph.attributes = {{"pad", "0"}, {"margin", "0"}, {"_background", Operations{drawing}.text}};
    graph.nodes = {corner("a", 0, 0), corner("b", drawing.size.width * drawing.scale * points_per_pixel,
                                             drawing.size.height * drawing.scale * points_per_pixel)};
    return graph;
}

}  // namespace coopnet::render
