#include <coopnet/graphviz/worker.hpp>
#include <coopnet/render/background.hpp>
#include <coopnet/render/condensed.hpp>
#include <coopnet/render/picture.hpp>
#include <coopnet/render/places.hpp>
#include <coopnet/render/ring_places.hpp>
#include <coopnet/render/sankey.hpp>
#include <coopnet/render/sankey_picture.hpp>
#include <coopnet/render/strip.hpp>
#include <coopnet/render/svg.hpp>

#include "bindings.hpp"
#include "differences.hpp"
#include "picture_options.hpp"
#include "views.hpp"
#include "words.hpp"

#include <fmt/core.h>
#include <pybind11/stl.h>

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <variant>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

render::Labels labels_named(const std::string& name) {
    if (name == "name") return render::Labels::name;
    if (name == "id") return render::Labels::id;
    throw InvalidOption{"There are no labels \"" + name + "\"; choose one of name, id."};
}

using SaidSize = std::optional<std::variant<std::string, std::pair<double, double>>>;

std::optional<render::Page> page_from(const SaidSize& size) {
    if (!size) return std::nullopt;
    if (const auto* name = std::get_if<std::string>(&*size)) return render::page_named(*name);
    const auto [width, height] = std::get<std::pair<double, double>>(*size);
    return render::Page{fmt::format("{:g} × {:g} pixels", width, height), {width, height}};
}

// What the groups are by, their names, and the group of each actor of the view.
using SaidGroups = std::tuple<std::string, std::vector<std::string>, std::vector<std::size_t>>;

std::vector<ActorRow> actor_rows(const std::vector<std::uint32_t>& numbers) {
    std::vector<ActorRow> actors;
    for (const std::uint32_t number : numbers) actors.push_back(row<ActorRow>(number));
    return actors;
}

render::Drawing drawn(const FrozenView& view, const std::string& layout, const std::string& theme,
                      const std::string& labels, const std::string& language, SaidTexts texts, const std::string& title,
                      const std::string& period, const std::string& selection, const std::string& remark,
                      const std::optional<std::pair<std::string, std::vector<double>>>& shading,
                      const std::vector<std::uint32_t>& highlight, const std::optional<SaidDifference>& difference,
                      std::vector<std::string> clusters, std::optional<std::uint32_t> around, std::size_t steps,
                      const SaidSize& size, const std::optional<SaidGroups>& groups,
                      const std::optional<const FrozenView*>& steady) {
    render::PictureOptions options = picture_options(layout, theme, language, std::move(texts), period, selection);
    options.labels = labels_named(labels);
    options.title = title;
    options.remark = remark;
    if (shading) options.shading = render::Shading{shading->first, shading->second};
    options.highlight = tie_rows(highlight);
    if (difference) options.difference = difference_from(*difference);
    options.clusters = std::move(clusters);
    if (around) options.around = row<ActorRow>(*around);
    options.steps = steps;
    options.page = page_from(size);
    if (steady) options.steady = &(*steady)->view;
    const py::gil_scoped_release unlocked;
    if (groups) {
        const auto& [by, names, of] = *groups;
        return render::draw_groups(*view.network, view.view, {by, names, of}, options);
    }
    return render::draw(*view.network, view.view, options);
}

// The ids of all who are at most so many ties away, whichever way they run.
std::vector<std::string> near(const FrozenView& view, const std::string& around, std::size_t steps) {
    const auto away = render::steps_from(view.view, view.vertex(around), steps);
    std::vector<std::string> ids;
    for (std::size_t vertex = 0; vertex < away.size(); ++vertex) {
        if (away[vertex] <= steps) ids.push_back((*view.network)[view.view.actors[vertex]].id);
    }
    return ids;
}

// Title, ties, actors, who acts.
using SaidPlate =
    std::tuple<std::string, std::vector<std::uint32_t>, std::vector<std::uint32_t>, std::vector<std::uint32_t>>;

std::vector<render::Drawing> drawn_plates(const FrozenView& view, const std::vector<SaidPlate>& said,
                                          const std::string& layout, const std::string& theme,
                                          const std::string& language, SaidTexts texts, const std::string& period,
                                          const std::string& selection) {
    const render::PictureOptions options =
        picture_options(layout, theme, language, std::move(texts), period, selection);
    std::vector<render::Plate> plates;
    for (const auto& [title, ties, actors, ringed] : said)
        plates.push_back({title, tie_rows(ties), actor_rows(actors), actor_rows(ringed)});
    const py::gil_scoped_release unlocked;
    return render::draw_plates(*view.network, view.view, options, plates);
}

render::Drawing drawn_strip(const Network& network, const std::vector<std::uint32_t>& actors,
                            const std::vector<std::uint32_t>& ties, const std::string& theme,
                            const std::string& language, std::map<std::string, std::string> texts) {
    std::vector<ActorRow> stations;
    for (const std::uint32_t actor : actors) stations.push_back(row<ActorRow>(actor));
    const render::StripOptions options{render::theme_named(theme), language, render::Texts{std::move(texts)}};
    const py::gil_scoped_release unlocked;
    return render::draw_strip(network, stations, tie_rows(ties), options);
}

constexpr Words<render::SankeyAlign, 4> alignments{{{"left", render::SankeyAlign::left},
                                                    {"right", render::SankeyAlign::right},
                                                    {"justify", render::SankeyAlign::justify},
                                                    {"center", render::SankeyAlign::center}}};

using SaidLink = std::tuple<std::size_t, std::size_t, std::optional<double>>;

// Boxes as left, top, right, bottom, then top and bottom of the bar; bands as their width and points along their
// middle.
py::dict sankey_layout(const std::vector<std::optional<std::size_t>>& stages,
                       const std::vector<std::pair<double, double>>& rooms, const std::vector<SaidLink>& said,
                       const std::string& align, double scale, double padding, double gap, double uniform) {
    if (stages.size() != rooms.size()) throw InvalidOption{"Give a stage and a room for each node."};
    std::vector<render::SankeyNode> nodes;
    for (std::size_t i = 0; i < stages.size(); ++i) nodes.push_back({stages[i], {rooms[i].first, rooms[i].second}});
    std::vector<render::SankeyLink> links;
    for (const auto& [from, to, value] : said) {
        if (from >= nodes.size() || to >= nodes.size()) throw InvalidOption{"A link ends at a node that is not there."};
        links.push_back({from, to, value});
    }
    const auto columns = render::sankey_columns(nodes, links, meaning_of(align, "align", alignments));
    const auto layout = render::lay_out(nodes, links, columns, {scale, padding, gap, uniform});
    py::list places;
    for (const auto& [box, top, bottom] : layout.nodes)
        places.append(py::make_tuple(box.left, box.top, box.right, box.bottom, top, bottom));
    py::list bands;
    for (const render::SankeyBand& band : layout.bands) {
        py::list points;
        for (const render::Point at : band.middle) points.append(py::make_tuple(at.x, at.y));
        bands.append(py::make_tuple(band.width, points));
    }
    return py::dict("columns"_a = columns.of_node, "nodes"_a = places, "bands"_a = bands,
                    "size"_a = std::pair{layout.size.width, layout.size.height});
}

// Tie, from, to, amount, lowest and highest, hidden, from one account only.
using SaidFlow = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::optional<double>,
                            std::optional<std::pair<double, double>>, bool, bool>;

render::Drawing drawn_sankey(const Network& network, const std::vector<SaidFlow>& said,
                             const std::vector<std::string>& stages,
                             const std::vector<std::optional<std::size_t>>& stage_of, const std::string& theme,
                             const std::string& language, std::map<std::string, std::string> texts,
                             const std::string& title, const std::string& period, const std::string& remark,
                             const std::string& selection,
                             const std::vector<std::pair<std::uint32_t, std::uint32_t>>& left_out) {
    std::vector<render::Flowing> flows;
    for (const auto& [tie, from, to, amount, range, hidden, one_account] : said)
        flows.push_back({row<TieRow>(tie), row<ActorRow>(from), row<ActorRow>(to), amount, range, hidden, one_account});
    render::SankeyPictureOptions options{render::theme_named(theme),
                                         language,
                                         render::Texts{std::move(texts)},
                                         title,
                                         period,
                                         remark,
                                         selection,
                                         stages,
                                         stage_of,
                                         {}};
    for (const auto& [from, to] : left_out) options.left_out.emplace_back(row<ActorRow>(from), row<ActorRow>(to));
    const py::gil_scoped_release unlocked;
    return render::draw_sankey(network, flows, options);
}

py::bytes printed(const render::Drawing& drawing, const std::string& format, double dpi) {
    std::string bytes;
    {
        const py::gil_scoped_release unlocked;
        bytes =
            graphviz::draw(render::background(drawing),
                           {.engine = graphviz::Engine::nop2, .format = graphviz::format_named(format), .dpi = dpi});
    }
    return py::bytes(bytes);
}

}  // namespace

void bind_render(py::module_& m) {
    auto pictures = m.def_submodule("render");
    py::class_<render::Drawing>(pictures, "Drawing")
        .def_property_readonly("title", [](const render::Drawing& self) { return self.title; })
        .def_property_readonly("description", [](const render::Drawing& self) { return self.description; })
        .def_property_readonly("size",
                               [](const render::Drawing& self) {
                                   return std::pair{self.size.width * self.scale, self.size.height * self.scale};
                               })
        .def("svg", &render::svg)
        .def("printed", &printed, "format"_a, py::kw_only(), "dpi"_a);

    pictures.def("draw", &drawn, "view"_a, py::kw_only(), "layout"_a, "theme"_a, "labels"_a, "language"_a, "texts"_a,
                 "title"_a, "period"_a, "selection"_a, "remark"_a, "shading"_a, "highlight"_a, "difference"_a,
                 "clusters"_a, "around"_a, "steps"_a, "size"_a, "groups"_a, "steady"_a);
    pictures.def("is_readable", [](const FrozenView& view) { return render::is_readable(view.view); }, "view"_a);
    pictures.def("near", &near, "view"_a, "around"_a, "steps"_a);
    pictures.def("draw_plates", &drawn_plates, "view"_a, "plates"_a, py::kw_only(), "layout"_a, "theme"_a, "language"_a,
                 "texts"_a, "period"_a, "selection"_a);
    pictures.def("strip", &drawn_strip, "network"_a, "actors"_a, "ties"_a, py::kw_only(), "theme"_a, "language"_a,
                 "texts"_a);
    pictures.def("sankey", &drawn_sankey, "network"_a, "flows"_a, py::kw_only(), "stages"_a, "stage_of"_a, "theme"_a,
                 "language"_a, "texts"_a, "title"_a, "period"_a, "remark"_a, "selection"_a, "left_out"_a);
    pictures.def("sankey_layout", &sankey_layout, "stages"_a, "rooms"_a, "links"_a, py::kw_only(), "align"_a, "scale"_a,
                 "padding"_a, "gap"_a, "uniform"_a);
}

}  // namespace coopnet::bindings
