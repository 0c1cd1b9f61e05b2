#include <coopnet/core/error.hpp>
#include <coopnet/render/cluster_places.hpp>
#include <coopnet/render/frame.hpp>
#include <coopnet/render/headline.hpp>
#include <coopnet/render/layer_places.hpp>
#include <coopnet/render/legend.hpp>
#include <coopnet/render/map_places.hpp>
#include <coopnet/render/naming.hpp>
#include <coopnet/render/paint.hpp>
#include <coopnet/render/picture.hpp>
#include <coopnet/render/places.hpp>
#include <coopnet/render/ring_places.hpp>
#include <coopnet/render/two_mode_places.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

namespace coopnet::render {
namespace {

constexpr double widest_area_name = 260;

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

Scene at_places(const Network& network, const View& view, Placing placing, SceneOptions options) {
    options.areas = std::move(placing.areas);
    options.sides = std::move(placing.sides);
    Scene scene = at_places(network, view, placing.places, options);
    scene.remarks = std::move(placing.remarks);
    return scene;
}

// Codes of countries are said as names.
std::vector<std::string> cluster_names(const Network& network, const PictureOptions& options) {
    std::vector<std::string> names = options.clusters;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!names[i].empty() && names[i] == network.draft().actors.cell(i, "country"))
            names[i] = country_name(network, names[i], options.texts, options.language);
        names[i] = shortened(names[i], area_letters, widest_area_name);
    }
    return names;
}

// The same for every period and scenario; whom a scenario adds stands beside those it is tied to.
Placing graph_placing(const Network& network, const View& view, const View& steady, const BoxSizes& sizes,
                      const PictureOptions& options) {
    const Network& recorded = options.difference ? *options.difference->recorded : network;
    Placing placing;
    if (options.clusters.empty()) {
        placing.places = graph_places(recorded, steady, sizes);
    } else {
        placing = cluster_places(network, options.difference ? view : steady, sizes, cluster_names(network, options));
    }
    placing.places.resize(network.actors().size());
    place_beside(placing.places, view, sizes);
    return placing;
}

// Where all names would be too many, those of the actors that matter most.
Scene as_graph(const Network& network, const View& view, const PictureOptions& options) {
    SceneOptions scene = scene_options(options);
    const View& steady = options.steady != nullptr && is_readable(*options.steady) ? *options.steady : view;
    const std::vector<double> values = options.shading ? options.shading->values : std::vector<double>{};
    scene.named = named_actors(network, steady, values, options.highlight);
    if (options.difference && !scene.named.empty()) {  // whoever is added has a name
        const auto recorded = static_cast<std::ptrdiff_t>(options.difference->recorded->actors().size());
        std::fill(scene.named.begin() + recorded, scene.named.end(), true);
    }
    const BoxSizes sizes = box_sizes(network, options.labels, scene.named);
    Placing placing = graph_placing(network, view, steady, sizes, options);
    if (!scene.named.empty()) {
        const auto count = std::ranges::count(scene.named, true);
        placing.remarks.push_back(options.texts(options.shading ? "remark.named.highest" : "remark.named.tied",
                                                {{"count", std::to_string(count)}}));
    }
    return at_places(network, view, std::move(placing), std::move(scene));
}

Layout chosen(const Network& network, const View& view, const PictureOptions& options) {
    if (options.layout != Layout::automatic) return options.layout;
    if (options.around) return Layout::rings;
    if (suits_banks(options.difference ? *options.difference->recorded : network)) return Layout::banks;
    if (options.clusters.empty() && is_two_mode(network, view) && view.actors.size() <= most_named(view.actors.size()))
        return Layout::two_mode;
    return Layout::graph;
}

Placing placed(const Network& network, const View& view, Layout layout, const PictureOptions& options) {
    const BoxSizes sizes = box_sizes(network, options.labels);
    if (layout == Layout::two_mode) return two_mode_places(network, view, sizes, options.texts);
    if (layout == Layout::layers) return layer_places(network, view, sizes, options.texts, options.language);
    if (layout == Layout::map) return map_places(network, view, sizes, options.texts, options.language);
    if (!options.around) {
        throw InvalidOption{
            "The layout \"ego\" needs an actor to stand around: give around=, as in around=\"ID.NCB\"."};
    }
    return ring_places(network, view, sizes, *options.around, options.steps, options.texts);
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
            const double value = low + (high - low) * static_cast<double>(at) / 5;
            // Steps of less than one between large numbers would read alike.
            return high - low < 5 && value >= 100 ? fmt::format("{:.1f}", value) : number_text(value);
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
    constexpr std::array<std::pair<std::string_view, Layout>, 7> layouts{{{"auto", Layout::automatic},
                                                                          {"banks", Layout::banks},
                                                                          {"graph", Layout::graph},
                                                                          {"two-mode", Layout::two_mode},
                                                                          {"layers", Layout::layers},
                                                                          {"map", Layout::map},
                                                                          {"ego", Layout::rings}}};
    const auto* const known = std::ranges::find(layouts, name, &std::pair<std::string_view, Layout>::first);
    if (known != layouts.end()) return known->second;
    throw InvalidOption{"There is no layout \"" + std::string{name} +
                        "\"; choose one of auto, banks, graph, two-mode, layers, map, ego."};
}

Scene scene_of(const Network& network, const View& view, const PictureOptions& options) {
    const Layout layout = chosen(network, view, options);
    if (layout == Layout::graph) return as_graph(network, view, options);
    Scene scene = layout == Layout::banks
                      ? on_banks(network, view, options.texts, scene_options(options))
                      : at_places(network, view, placed(network, view, layout, options), scene_options(options));
    if (!options.clusters.empty()) {
        for (Area& hull : hulls(scene, cluster_names(network, options))) scene.areas.push_back(std::move(hull));
    }
    return scene;
}

namespace {

Drawing drawn(const Scene& scene, const Network& network, const View& view, const PictureOptions& options) {
    const Paint paint = paint_of(scene, options);
    Frame frame{headline(network, view, scene, options),
                options.description.empty() ? subtitle(network, view, scene, options) : options.description,
                legend_of(scene, network, options.texts, paint),
                options.sources.empty() ? sources_line(network, ties_of(scene), options.texts) : options.sources,
                selected_line(network, options.selection, options.texts)};
    std::vector<Group> groups{draw_grounds(scene, network, options.texts, paint),
                              draw_ties(scene, network, options.texts, paint)};
    if (!scene.areas.empty()) groups.push_back(draw_area_names(scene, paint));
    groups.push_back(draw_actors(scene, network, options.texts, paint));
    const auto with_frame = [&] {
        return framed(frame, scene.size, groups, options.theme, options.language, options.texts);
    };
    Drawing drawing = with_frame();
    if (!options.page) return drawing;
    frame.legend_beside = true;
    Drawing wide = with_frame();
    const bool is_better = scale_on(wide, *options.page) > scale_on(drawing, *options.page);
    return fitted(is_better ? std::move(wide) : std::move(drawing), *options.page);
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
