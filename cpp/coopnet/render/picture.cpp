#include <coopnet/core/error.hpp>
#include <coopnet/render/headline.hpp>
#include <coopnet/render/legend.hpp>
#include <coopnet/render/paint.hpp>
#include <coopnet/render/picture.hpp>
#include <coopnet/render/places.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

namespace coopnet::render {
namespace {

constexpr double margin = 20;
constexpr double narrowest = 640;  // legend and title need some room

void shift(Path& path, Point by) {
    path.start = path.start + by;
    for (Path::Piece& piece : path.pieces) piece = {piece.out + by, piece.in + by, piece.to + by, piece.straight};
}

void shift(Group& group, Point by) {
    for (Mark& mark : group.marks) {
        if (auto* shape = std::get_if<Shape>(&mark)) shift(shape->path, by);
        if (auto* words = std::get_if<Words>(&mark)) words->at = words->at + by;
    }
    for (Group& inner : group.groups) shift(inner, by);
}

Group shifted(Group group, Point by) {
    shift(group, by);
    return group;
}

// Lines of a text under each other, as few as the room allows; returns where the next may begin.
double write(Group& group, const std::string& text, Point at, double room, Letters letters, const Color& color) {
    std::vector<std::string> lines = fill_lines(text, letters, room);
    if (letters.bold && lines.size() > 1 && lines.size() < 4) lines = break_lines(text, letters, room, lines.size());
    for (const std::string& line : lines) {
        group.add(Words{line, at, letters, color, Align::left});
        at.y += std::ceil(letters.size * 1.3);
    }
    return at.y;
}

std::string number_text(double value) {
    if (std::isnan(value)) return "–";
    return std::abs(value) >= 100 || value == std::round(value) ? fmt::format("{:.0f}", value)
                                                                : fmt::format("{:.3g}", value);
}

SceneOptions scene_options(const PictureOptions& options) {
    SceneOptions scene{.language = options.language, .labels = options.labels, .lit = options.highlight};
    if (options.difference) scene.difference = &*options.difference;
    if (options.shading) {
        for (const double value : options.shading->values) scene.numbers.push_back(number_text(value));
    }
    return scene;
}

Scene scene_of(const Network& network, const View& view, const PictureOptions& options) {
    const Network& recorded = options.difference ? *options.difference->recorded : network;
    const bool banks =
        options.layout == Layout::banks || (options.layout == Layout::automatic && suits_banks(recorded));
    if (banks) return on_banks(network, view, options.texts, scene_options(options));
    return at_places(network, view, graph_places(network, view, box_sizes(network, options.labels)),
                     scene_options(options));
}

// Shades the boxes by where their values lie between the lowest and the highest that are drawn.
void shade_boxes(Paint& paint, const Scene& scene, const Shading& shading) {
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const ActorBox& box : scene.boxes) {
        const double value = shading.values[index(box.actor)];
        if (std::isnan(value)) continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    for (const ActorBox& box : scene.boxes) {
        const double value = shading.values[index(box.actor)];
        const double share = high > low ? (value - low) / (high - low) : 0;
        paint.shares.push_back(std::isnan(value) ? std::nullopt : std::optional{share});
    }
    paint.scale.measure = shading.name;
    if (!(low <= high)) return;
    const std::size_t steps = high > low ? 5 : 1;
    for (std::size_t i = 0; i < steps; ++i) {
        const auto border = [&](std::size_t at) {
            return number_text(low + (high - low) * static_cast<double>(at) / 5);
        };
        paint.scale.steps.push_back(steps == 1 ? border(0) : border(i) + " – " + border(i + 1));
    }
}

// What a scenario touches stands out; where it touches nothing that is shown, all does.
void light_changes(Paint& paint, const Scene& scene) {
    for (const ActorBox& box : scene.boxes) paint.lit_boxes.push_back(box.fate != Fate::kept);
    for (const TieLine& line : scene.lines) {
        const bool lit = line.fate != Fate::kept;
        paint.lit_lines.push_back(lit);
        if (lit) paint.lit_boxes[line.from] = paint.lit_boxes[line.to] = true;
    }
    if (std::ranges::find(paint.lit_boxes, true) != paint.lit_boxes.end()) return;
    paint.lit_boxes.clear();
    paint.lit_lines.clear();
}

Paint paint_of(const Scene& scene, const PictureOptions& options) {
    Paint paint{options.theme, options.language, {}, {}, {}, {}};
    if (options.shading) shade_boxes(paint, scene, *options.shading);
    if (options.highlight.empty()) {
        if (options.difference) light_changes(paint, scene);
        return paint;
    }
    const std::set<TieRow> wanted(options.highlight.begin(), options.highlight.end());
    paint.lit_boxes.assign(scene.boxes.size(), false);
    for (const TieLine& line : scene.lines) {
        const bool lit = std::ranges::any_of(line.ties, [&](TieRow tie) { return wanted.contains(tie); });
        paint.lit_lines.push_back(lit);
        if (lit) paint.lit_boxes[line.from] = paint.lit_boxes[line.to] = true;
    }
    return paint;
}

// Sources at the left, then what was selected and the date of the data; the marking at the right.
double write_stamp(Group& stamp, const Network& network, const Scene& scene, const PictureOptions& options, Point at,
                   double width) {
    const Palette colors = palette(options.theme);
    const Letters letters{12};
    const std::string name = "coopnet";
    stamp.add(Words{name, {at.x + width, at.y}, {12, true}, colors.ink, Align::right});
    at.y = write(stamp, sources_line(network, scene, options), at, width - 90, letters, colors.second_ink);
    std::string selected =
        options.selection.empty() ? "" : options.texts("stamp.selection", {{"selection", options.selection}}) + " ";
    if (!network.about().version.empty()) selected += options.texts("stamp.data", {{"date", network.about().version}});
    if (selected.empty()) return at.y;
    return write(stamp, selected, at, width - 90, letters, colors.second_ink);
}

}  // namespace

Layout layout_named(std::string_view name) {
    if (name == "auto") return Layout::automatic;
    if (name == "banks") return Layout::banks;
    if (name == "graph") return Layout::graph;
    throw InvalidOption{"There is no layout \"" + std::string{name} + "\"; choose one of auto, banks, graph."};
}

Drawing draw(const Network& network, const View& view, const PictureOptions& options) {
    const Palette colors = palette(options.theme);
    Scene scene = scene_of(network, view, options);
    const double inset = std::max(0., (narrowest - scene.size.width) / 2);
    const double width = scene.size.width + 2 * inset;
    const Paint paint = paint_of(scene, options);

    Drawing drawing;
    drawing.ground = colors.paper;
    drawing.language = options.language;
    drawing.title = headline(network, view, scene, options);
    drawing.description = subtitle(network, view, scene, options);

    Group heading{Role::heading, "title", drawing.title, {}, {}};
    double y = write(heading, drawing.title, {margin, 34}, width, {21, true}, colors.ink);
    Group about{Role::plain, "subtitle", "", {}, {}};
    if (drawing.description != drawing.title) {
        y = write(about, drawing.description, {margin, y - 3}, width, {13.5}, colors.second_ink);
    }
    drawing.groups = {std::move(heading), std::move(about)};

    const Point at{margin + inset, y};
    drawing.groups.push_back(shifted(draw_grounds(scene, network, options.texts, paint), at));
    drawing.groups.push_back(shifted(draw_ties(scene, network, options.texts, paint), at));
    drawing.groups.push_back(shifted(draw_actors(scene, network, options.texts, paint), at));
    scene.size.width = width;
    Legend legend = draw_legend(scene, network, options.texts, paint, at.y + scene.size.height + 18);
    drawing.groups.push_back(shifted(std::move(legend.group), {margin, 0}));
    Group stamp{Role::plain, "stamp", "", {}, {}};
    y = write_stamp(stamp, network, scene, options, {margin, legend.bottom + 22}, width);
    drawing.groups.push_back(std::move(stamp));
    drawing.size = {width + 2 * margin, std::ceil(y)};
    return drawing;
}

}  // namespace coopnet::render
