#include <coopnet/core/error.hpp>
#include <coopnet/graphviz/worker.hpp>
#include <coopnet/render/places.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace coopnet::render {
namespace {

constexpr double points_per_pixel = .75;
constexpr double points_per_inch = 72;
constexpr std::size_t few = 60;
constexpr std::size_t some = 150;
constexpr std::size_t most = 2500;
constexpr std::size_t most_pairs = 12'000;
constexpr double margin = 16;
constexpr double widest = 1900;  // of rows: beyond, springs make a better use of the page
constexpr double highest = 1100;
constexpr std::chrono::milliseconds patience{20'000};

struct Preset {
    graphviz::Engine engine;
    graphviz::Attributes attributes;
};

// Rows are readable only where ties are few.
Preset rows(const char* direction) {
    return {graphviz::Engine::dot,
            {{"rankdir", direction}, {"newrank", "true"}, {"nodesep", ".3"}, {"ranksep", ".6"}, {"splines", "line"}}};
}

Preset springs(std::size_t actors) {
    if (actors <= some)
        return {graphviz::Engine::neato, {{"overlap", "prism"}, {"splines", "line"}, {"sep", "+14"}, {"start", "7"}}};
    return {graphviz::Engine::sfdp, {{"overlap", "prism"}, {"splines", "line"}, {"sep", "+8"}, {"start", "7"}}};
}

// Who is tied to whom: parallel ties would only pull harder.
Pairs pairs_of(const View& view) {
    Pairs pairs;
    std::visit(
        [&](const auto& csr) {
            std::set<std::pair<Vertex, Vertex>> known;
            for (const EdgeSpec& edge : csr.edges()) {
                if (edge.source != edge.target && known.insert(std::minmax(edge.source, edge.target)).second)
                    pairs.emplace_back(edge.source, edge.target);
            }
        },
        view.csr);
    return pairs;
}

graphviz::Graph graph_of(const std::vector<Size>& sizes, const Preset& preset, const Pairs& pairs, bool directed) {
    graphviz::Graph graph;
    graph.directed = directed;
    graph.attributes = preset.attributes;
    for (const Size size : sizes) {
        const auto inches = [](double pixels) {
            return fmt::format("{:.4f}", pixels * points_per_pixel / points_per_inch);
        };
        graph.nodes.push_back({fmt::format("n{}", graph.nodes.size()),
                               {{"shape", "box"},
                                {"label", ""},
                                {"fixedsize", "true"},
                                {"width", inches(size.width)},
                                {"height", inches(size.height)}}});
    }
    for (const auto& [from, to] : pairs)
        graph.edges.push_back({from, to, fmt::format("{}", graph.edges.size()), {}, {}, {}});
    return graph;
}

Point point_of(std::string_view pos) {
    Point point;
    const std::size_t comma = pos.find(',');
    std::from_chars(pos.data(), pos.data() + comma, point.x);
    std::from_chars(pos.data() + comma + 1, pos.data() + pos.size(), point.y);
    return {point.x / points_per_pixel, -point.y / points_per_pixel};
}

std::vector<Point> laid_out(const std::vector<Size>& sizes, const Preset& preset, const Pairs& pairs, bool directed) {
    const graphviz::Graph placed =
        graphviz::layout(graph_of(sizes, preset, pairs, directed), {.engine = preset.engine, .timeout = patience});
    std::vector<Point> points;
    for (const graphviz::Node& node : placed.nodes) {
        const auto pos = graphviz::value_of(node.attributes, "pos");
        if (!pos) throw RenderError{"Graphviz did not place every actor."};
        points.push_back(point_of(*pos));
    }
    return points;
}

// Does it fit a page about as wide as high?
bool is_compact(const std::vector<Point>& points) {
    const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &Point::y);
    return right.x - left.x < widest && bottom.y - top.y < highest;
}

std::vector<Size> shown_sizes(const View& view, const BoxSizes& sizes) {
    std::vector<Size> shown;
    for (const ActorRow actor : view.actors) shown.push_back(sizes[index(actor)]);
    return shown;
}

// By actor, the field beginning at (0, 0) with a margin.
std::vector<std::optional<Point>> in_corner(std::size_t actors, const View& view, const std::vector<Size>& sizes,
                                            const std::vector<Point>& points) {
    Point corner{1e300, 1e300};
    for (std::size_t i = 0; i < points.size(); ++i) {
        corner = {std::min(corner.x, points[i].x - sizes[i].width / 2),
                  std::min(corner.y, points[i].y - sizes[i].height / 2)};
    }
    std::vector<std::optional<Point>> places(actors);
    for (std::size_t i = 0; i < points.size(); ++i)
        places[index(view.actors[i])] = points[i] - corner + Point{margin, margin};
    return places;
}

}  // namespace

bool is_readable(const View& view) {
    return view.actors.size() <= most && pairs_of(view).size() <= most_pairs;
}

std::vector<Point> by_springs(const std::vector<Size>& sizes, const Pairs& pairs) {
    return sizes.empty() ? std::vector<Point>{} : laid_out(sizes, springs(sizes.size()), pairs, false);
}

std::vector<std::optional<Point>> graph_rows(const Network& network, const View& view, const BoxSizes& sizes) {
    const std::vector<Size> shown = shown_sizes(view, sizes);
    if (shown.empty()) return std::vector<std::optional<Point>>(network.actors().size());
    return in_corner(network.actors().size(), view, shown, laid_out(shown, rows("TB"), pairs_of(view), true));
}

std::vector<std::optional<Point>> graph_places(const Network& network, const View& view, const BoxSizes& sizes) {
    const Pairs pairs = pairs_of(view);
    if (view.actors.size() > most || pairs.size() > most_pairs) {
        throw InvalidOption{fmt::format(
            "A picture of {} actors, {} pairs of them tied, cannot be read; {} and {} are the limits. Select fewer "
            "with a projection (layers, kinds, countries, isolates=False), or let layout=\"auto\" draw groups.",
            view.actors.size(), pairs.size(), most, most_pairs)};
    }
    const std::vector<Size> shown = shown_sizes(view, sizes);
    std::vector<Point> points;
    if (std::holds_alternative<Digraph>(view.csr) && shown.size() <= few && pairs.size() <= shown.size() * 3 / 2 &&
        !shown.empty()) {
        points = laid_out(shown, rows("LR"), pairs, true);
    }
    if (points.empty() || !is_compact(points)) points = by_springs(shown, pairs);
    return in_corner(network.actors().size(), view, shown, points);
}

namespace {

// Around a point, ever farther, the first place of a box that touches none of the others.
Point free_around(Point wished, Size size, const std::vector<Box>& taken) {
    constexpr double turn = 2.4;  // radians: near the golden angle, so that places spread evenly
    for (int i = 0;; ++i) {
        const double away = 14 * std::sqrt(static_cast<double>(i));
        const Point at = wished + Point{away * std::cos(turn * i), away * std::sin(turn * i)};
        const Box box = box_at(at, size).grown(10);
        const bool free = box.left > 0 && box.top > 0 && std::ranges::none_of(taken, [&](const Box& other) {
                              return box.left < other.right && other.left < box.right && box.top < other.bottom &&
                                     other.top < box.bottom;
                          });
        if (free) return at;
    }
}

}  // namespace

void place_beside(std::vector<std::optional<Point>>& places, const View& view, const BoxSizes& sizes) {
    std::vector<Box> taken;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i]) taken.push_back(box_at(*places[i], sizes[i]));
    }
    const Pairs pairs = pairs_of(view);
    for (Vertex vertex = 0; vertex < view.actors.size(); ++vertex) {
        const std::size_t actor = index(view.actors[vertex]);
        if (places[actor]) continue;
        Point sum;
        double count = 0;
        for (const auto& [a, b] : pairs) {
            if (a != vertex && b != vertex) continue;
            const auto& other = places[index(view.actors[a == vertex ? b : a])];
            if (!other) continue;
            sum = sum + *other;
            count += 1;
        }
        const Point wished = count > 0 ? sum * (1 / count) : Point{sizes[actor].width, sizes[actor].height};
        places[actor] = free_around(wished, sizes[actor], taken);
        taken.push_back(box_at(*places[actor], sizes[actor]));
    }
}

}  // namespace coopnet::render
