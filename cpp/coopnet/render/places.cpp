#include <coopnet/core/error.hpp>
#include <coopnet/graphviz/worker.hpp>
#include <coopnet/render/places.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

namespace coopnet::render {
namespace {

constexpr double points_per_pixel = .75;
constexpr double points_per_inch = 72;
constexpr std::size_t few = 60;
constexpr std::size_t most = 2500;
constexpr double margin = 16;

struct Preset {
    graphviz::Engine engine;
    graphviz::Attributes attributes;
};

Preset preset(std::size_t actors, bool directed) {
    if (actors <= few && directed) {
        return {graphviz::Engine::dot,
                {{"rankdir", "LR"}, {"newrank", "true"}, {"nodesep", ".3"}, {"ranksep", ".6"}, {"splines", "line"}}};
    }
    if (actors <= few)
        return {graphviz::Engine::neato, {{"overlap", "prism"}, {"splines", "line"}, {"sep", "+14"}, {"start", "7"}}};
    return {graphviz::Engine::sfdp, {{"overlap", "prism"}, {"splines", "line"}, {"sep", "+8"}, {"start", "7"}}};
}

graphviz::Graph graph_of(const View& view, const BoxSizes& sizes, const Preset& preset, bool directed) {
    graphviz::Graph graph;
    graph.directed = directed;
    graph.attributes = preset.attributes;
    for (std::size_t vertex = 0; vertex < view.actors.size(); ++vertex) {
        const Size size = sizes[index(view.actors[vertex])];
        const auto inches = [](double pixels) {
            return fmt::format("{:.4f}", pixels * points_per_pixel / points_per_inch);
        };
        graph.nodes.push_back({fmt::format("n{}", vertex),
                               {{"shape", "box"},
                                {"label", ""},
                                {"fixedsize", "true"},
                                {"width", inches(size.width)},
                                {"height", inches(size.height)}}});
    }
    std::visit(
        [&](const auto& csr) {
            for (const EdgeSpec& edge : csr.edges())
                graph.edges.push_back({edge.source, edge.target, fmt::format("{}", graph.edges.size()), {}, {}, {}});
        },
        view.csr);
    return graph;
}

Point point_of(std::string_view pos) {
    Point point;
    const std::size_t comma = pos.find(',');
    std::from_chars(pos.data(), pos.data() + comma, point.x);
    std::from_chars(pos.data() + comma + 1, pos.data() + pos.size(), point.y);
    return {point.x / points_per_pixel, -point.y / points_per_pixel};
}

}  // namespace

std::vector<std::optional<Point>> graph_places(const Network& network, const View& view, const BoxSizes& sizes) {
    std::vector<std::optional<Point>> places(network.actors().size());
    if (view.actors.size() > most) {
        throw InvalidOption{
            fmt::format("A picture of {} actors cannot be read; {} is the limit. Select fewer with a projection "
                        "(layers, kinds, countries, "
                        "isolates=False), or rank them and draw the first.",
                        view.actors.size(), most)};
    }
    const bool directed = std::holds_alternative<Digraph>(view.csr);
    const Preset chosen = preset(view.actors.size(), directed);
    const graphviz::Graph placed = graphviz::layout(graph_of(view, sizes, chosen, directed), {.engine = chosen.engine});
    Point corner{1e300, 1e300};
    for (std::size_t vertex = 0; vertex < view.actors.size(); ++vertex) {
        const auto pos = graphviz::value_of(placed.nodes[vertex].attributes, "pos");
        if (!pos) throw RenderError{"Graphviz did not place every actor."};
        const ActorRow actor = view.actors[vertex];
        const Point at = point_of(*pos);
        places[index(actor)] = at;
        const Size size = sizes[index(actor)];
        corner = {std::min(corner.x, at.x - size.width / 2), std::min(corner.y, at.y - size.height / 2)};
    }
    for (auto& place : places) {
        if (place) place = *place - corner + Point{margin, margin};
    }
    return places;
}

}  // namespace coopnet::render
