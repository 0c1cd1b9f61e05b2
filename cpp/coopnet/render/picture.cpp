#include <coopnet/core/error.hpp>
#include <coopnet/render/frame.hpp>
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

std::string number_text(double value) {
    if (std::isnan(value)) return "–";
    return std::abs(value) >= 100 || value == std::round(value) ? fmt::format("{:.0f}", value)
                                                                : fmt::format("{:.3g}", value);
}

SceneOptions scene_options(const PictureOptions& options) {
    SceneOptions scene{.language = options.language, .labels = options.labels, .lit = options.highlight};
    scene.roomy = options.roomy;
    if (options.difference) scene.difference = &*options.difference;
    if (options.shading) {
        for (const double value : options.shading->values) scene.numbers.push_back(number_text(value));
    }
    return scene;
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

// By box, whether it is that of one of these actors.
std::vector<bool> boxes_of(const Scene& scene, const std::vector<ActorRow>& actors) {
    std::vector<bool> found;
    for (const ActorBox& box : scene.boxes) found.push_back(std::ranges::find(actors, box.actor) != actors.end());
    return found;
}

Paint paint_of(const Scene& scene, const PictureOptions& options) {
    Paint paint{.theme = options.theme, .language = options.language};
    if (options.shading) shade_boxes(paint, scene, *options.shading);
    paint.ringed = boxes_of(scene, options.ringed);
    if (options.highlight.empty() && options.highlight_actors.empty()) {
        if (options.difference) light_changes(paint, scene);
        return paint;
    }
    const std::set<TieRow> wanted(options.highlight.begin(), options.highlight.end());
    paint.lit_boxes = boxes_of(scene, options.highlight_actors);
    for (const TieLine& line : scene.lines) {
        const bool lit = std::ranges::any_of(line.ties, [&](TieRow tie) { return wanted.contains(tie); });
        paint.lit_lines.push_back(lit);
        if (lit) paint.lit_boxes[line.from] = paint.lit_boxes[line.to] = true;
    }
    return paint;
}

std::vector<TieRow> ties_of(const Scene& scene) {
    std::vector<TieRow> ties;
    for (const TieLine& line : scene.lines) ties.insert(ties.end(), line.ties.begin(), line.ties.end());
    return ties;
}

}  // namespace

Layout layout_named(std::string_view name) {
    if (name == "auto") return Layout::automatic;
    if (name == "banks") return Layout::banks;
    if (name == "graph") return Layout::graph;
    throw InvalidOption{"There is no layout \"" + std::string{name} + "\"; choose one of auto, banks, graph."};
}

Scene scene_of(const Network& network, const View& view, const PictureOptions& options) {
    const Network& recorded = options.difference ? *options.difference->recorded : network;
    const bool banks =
        options.layout == Layout::banks || (options.layout == Layout::automatic && suits_banks(recorded));
    if (banks) return on_banks(network, view, options.texts, scene_options(options));
    return at_places(network, view, graph_places(network, view, box_sizes(network, options.labels)),
                     scene_options(options));
}

namespace {

Drawing drawn(const Scene& scene, const Network& network, const View& view, const PictureOptions& options) {
    const Paint paint = paint_of(scene, options);
    const Frame frame{headline(network, view, scene, options), subtitle(network, view, scene, options),
                      legend_of(scene, network, options.texts, paint),
                      sources_line(network, ties_of(scene), options.texts),
                      selected_line(network, options.selection, options.texts)};
    return framed(frame, scene.size,
                  {draw_grounds(scene, network, options.texts, paint), draw_ties(scene, network, options.texts, paint),
                   draw_actors(scene, network, options.texts, paint)},
                  options.theme, options.language, options.texts);
}

}  // namespace

Drawing draw(const Network& network, const View& view, const PictureOptions& options) {
    return drawn(scene_of(network, view, options), network, view, options);
}

std::vector<Drawing> draw_plates(const Network& network, const View& view, PictureOptions options,
                                 const std::vector<Plate>& plates) {
    for (const Plate& plate : plates)
        options.highlight.insert(options.highlight.end(), plate.ties.begin(), plate.ties.end());
    const Scene scene = scene_of(network, view, options);  // the best ways are for all that some plate lights
    std::vector<Drawing> drawings;
    for (const Plate& plate : plates) {
        options.title = plate.title;
        options.highlight = plate.ties;
        options.highlight_actors = plate.actors;
        options.ringed = plate.ringed;
        drawings.push_back(drawn(scene, network, view, options));
    }
    return drawings;
}

}  // namespace coopnet::render
