#include <coopnet/render/placing.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace coopnet::render {
namespace {

constexpr double margin = 16;
constexpr double membership_weight = .3;
constexpr int most_rounds = 400;

void shift(Path& path, Point by) {
    path.start = path.start + by;
    for (Path::Piece& piece : path.pieces) piece = {piece.out + by, piece.in + by, piece.to + by, piece.straight};
}

// How far two boxes must move apart, half each, along the shorter way; nothing if they do not overlap.
std::optional<Point> step_apart(const Box& a, const Box& b, double gap) {
    const double x = std::min(a.right, b.right) - std::max(a.left, b.left) + gap;
    const double y = std::min(a.bottom, b.bottom) - std::max(a.top, b.top) + gap;
    if (x <= 1e-6 || y <= 1e-6) return std::nullopt;
    const Point between = b.center() - a.center();
    if (x < y) return Point{between.x < 0 ? -x / 2 : x / 2, 0};
    return Point{0, between.y < 0 ? -y / 2 : y / 2};
}

Box moved(const Box& box, Point by) {
    return {box.left + by.x, box.top + by.y, box.right + by.x, box.bottom + by.y};
}

}  // namespace

Tied tied(const Network& network, const View& view) {
    Tied tied{view.actors, {}};
    std::vector<std::size_t> place(network.actors().size(), tied.actors.size());
    for (std::size_t i = 0; i < tied.actors.size(); ++i) place[index(tied.actors[i])] = i;
    std::map<std::pair<std::size_t, std::size_t>, double> weights;
    for (const Tie& tie : network.ties()) {
        const auto [a, b] = std::minmax({place[index(tie.source)], place[index(tie.target)]});
        if (a == b || b == tied.actors.size()) continue;
        weights[{a, b}] += network.vocabulary()[tie.relation].affiliation ? membership_weight : 1;
    }
    for (const auto& [ends, weight] : weights) tied.pairs.push_back({ends.first, ends.second, std::min(weight, 2.5)});
    return tied;
}

void push_apart(std::vector<Box>& boxes, double gap) {
    for (int round = 0; round < most_rounds; ++round) {
        bool is_apart = true;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t j = i + 1; j < boxes.size(); ++j) {
                const auto step = step_apart(boxes[i], boxes[j], gap);
                if (!step) continue;
                boxes[i] = moved(boxes[i], *step * -1);
                boxes[j] = moved(boxes[j], *step);
                is_apart = false;
            }
        }
        if (is_apart) return;
    }
}

void draw_together(std::vector<Point>& places, const std::vector<Size>& sizes, double roominess, double gap) {
    if (places.size() < 2) return;
    double area = 0;
    for (const Size size : sizes) area += (size.width + gap) * (size.height + gap);
    const auto [left, right] = std::ranges::minmax(places, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(places, {}, &Point::y);
    const double field = std::max(right.x - left.x, 1.) * std::max(bottom.y - top.y, 1.);
    const double scale = std::sqrt(area * roominess / field);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < places.size(); ++i) boxes.push_back(box_at(places[i] * scale, sizes[i]));
    push_apart(boxes, gap);
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = boxes[i].center();
}

void move_to_corner(Placing& placing, const BoxSizes& sizes) {
    Point corner{1e300, 1e300};
    const auto reach = [&](Point at) { corner = {std::min(corner.x, at.x), std::min(corner.y, at.y)}; };
    for (std::size_t i = 0; i < placing.places.size(); ++i) {
        if (placing.places[i]) reach(*placing.places[i] - Point{sizes[i].width / 2, sizes[i].height / 2});
    }
    for (const Area& area : placing.areas) {
        reach(area.name_at - Point{0, 12});
        for (const Path& ground : area.grounds) {
            for (const Point at : flatten(ground)) reach(at);
        }
    }
    const Point by = Point{margin, margin} - corner;
    for (auto& place : placing.places) {
        if (place) place = *place + by;
    }
    for (Area& area : placing.areas) {
        area.name_at = area.name_at + by;
        for (Path& ground : area.grounds) shift(ground, by);
    }
}

}  // namespace coopnet::render
