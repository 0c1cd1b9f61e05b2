#include "views.hpp"

#include "arrays.hpp"
#include "bindings.hpp"
#include "words.hpp"

#include <coopnet/view/freeze.hpp>

#include <pybind11/stl.h>

#include <algorithm>
#include <string>
#include <utility>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

using Asked = AskedProjection;

template <class Enum, std::size_t N>
Enum one_of(const Asked& asked, const char* option, const Words<Enum, N>& words) {
    return meaning_of(asked[option].cast<std::string>(), option, words);
}

constexpr Words<WeightMeaning, 4> meanings{{{"strength", WeightMeaning::strength},
                                            {"cost", WeightMeaning::cost},
                                            {"probability", WeightMeaning::probability},
                                            {"capacity", WeightMeaning::capacity}}};
constexpr Words<Parallel, 6> parallels{{{"auto", Parallel::automatic},
                                        {"keep", Parallel::keep},
                                        {"sum", Parallel::sum},
                                        {"max", Parallel::max},
                                        {"min", Parallel::min},
                                        {"count", Parallel::count}}};
constexpr Words<Affiliations, 4> affiliations{{{"keep", Affiliations::keep},
                                               {"count", Affiliations::count},
                                               {"newman", Affiliations::newman},
                                               {"jaccard", Affiliations::jaccard}}};
constexpr Words<Orientation, 3> orientations{{{"declared", Orientation::declared},
                                              {"undirected", Orientation::undirected},
                                              {"reversed", Orientation::reversed}}};
constexpr Words<Dates, 2> readings{{{"possible", Dates::possible}, {"certain", Dates::certain}}};

FrozenView frozen(std::shared_ptr<const Network> network, const Asked& asked, bool merges) {
    const Projection projection = projection_from(asked);
    const py::gil_scoped_release unlocked;
    View view = freeze(*network, projection, merges);
    return {std::move(network), std::move(view)};
}

// The forums and events of a projection, whether their ties hold at its dates or not.
std::vector<std::string> forums(const Network& network, const Asked& asked) {
    const Selection selection = select(network, projection_from(asked));
    std::vector<std::string> keys;
    for (std::size_t v = 0; v < selection.forum.size(); ++v)
        if (selection.forum[v]) keys.push_back((*selection.names)[static_cast<Vertex>(v)]);
    return keys;
}

std::pair<std::vector<Vertex>, std::vector<Vertex>> ends(const FrozenView& frozen) {
    std::pair<std::vector<Vertex>, std::vector<Vertex>> sides;
    frozen.visit([&](const auto& graph) {
        for (const EdgeSpec& edge : graph.edges()) {
            sides.first.push_back(edge.source);
            sides.second.push_back(edge.target);
        }
    });
    return sides;
}

std::vector<std::uint32_t> rows(std::span<const TieRow> ties) {
    std::vector<std::uint32_t> numbers;
    for (const TieRow tie : ties) numbers.push_back(static_cast<std::uint32_t>(tie));
    return numbers;
}

}  // namespace

Projection projection_from(const AskedProjection& asked) {
    const auto choices = [&](const char* option) { return asked[option].cast<Projection::Choices>(); };
    const auto text = [&](const char* option) { return asked[option].cast<std::optional<std::string>>(); };
    Projection projection;
    projection.layers = choices("layers");
    projection.relations = choices("relations");
    projection.kinds = choices("kinds");
    projection.countries = choices("countries");
    projection.actors = choices("actors");
    projection.where = asked["where"].cast<std::map<std::string, std::vector<Projection::Choice>>>();
    projection.at = text("at");
    projection.during = text("during");
    projection.dates = one_of(asked, "dates", readings);
    projection.status = choices("status");
    projection.min_grade = text("min_grade");
    projection.without_sources = asked["without_sources"].cast<std::vector<std::string>>();
    projection.weight = text("weight");
    if (!asked["weight_means"].is_none()) projection.weight_means = one_of(asked, "weight_means", meanings);
    projection.fill = asked["fill"].cast<std::optional<double>>();
    projection.parallel = one_of(asked, "parallel", parallels);
    projection.affiliations = one_of(asked, "affiliations", affiliations);
    projection.direction = one_of(asked, "direction", orientations);
    projection.loops = asked["loops"].cast<bool>();
    projection.isolates = asked["isolates"].cast<bool>();
    return projection;
}

void bind_views(py::module_& m) {
    py::class_<FrozenView>(m, "View")
        .def_property_readonly("keys", [](const FrozenView& self) { return self.view.names->keys(); })
        .def_property_readonly("vertex_count", &FrozenView::vertex_count)
        .def_property_readonly("edge_count", &FrozenView::edge_count)
        .def_property_readonly("directed",
                               [](const FrozenView& self) { return std::holds_alternative<Digraph>(self.view.csr); })
        .def_property_readonly("meaning",
                               [](const FrozenView& self) { return std::string{meaning_name(self.view.meaning)}; })
        .def_property_readonly("weights",
                               [](const FrozenView& self) {
                                   const auto weights = self.view.weights();
                                   return to_array(std::vector<double>(weights.begin(), weights.end()));
                               })
        .def_property_readonly("ends",
                               [](const FrozenView& self) {
                                   auto [sources, targets] = ends(self);
                                   return py::make_tuple(to_array(std::move(sources)), to_array(std::move(targets)));
                               })
        .def_property_readonly("both_ways",
                               [](const FrozenView& self) {
                                   return self.visit([](const auto& graph) {
                                       std::vector<std::uint8_t> flags;
                                       for (const EdgeSpec& edge : graph.edges())
                                           flags.push_back(edge.both_ways ? 1 : 0);
                                       return to_array(std::move(flags));
                                   });
                               })
        .def("vertex", &FrozenView::vertex, "key"_a)
        .def(
            "ties", [](const FrozenView& self, EdgeId edge) { return rows(self.view.ties(edge)); }, "edge"_a)
        .def_property_readonly("all_ties", [](const FrozenView& self) {
            auto numbers = rows(self.view.edge_ties);
            std::ranges::sort(numbers);
            const auto repeated = std::ranges::unique(numbers);
            numbers.erase(repeated.begin(), repeated.end());
            return numbers;
        });

    m.def("forums", &forums, "network"_a, "projection"_a);
    m.def("freeze", &frozen, "network"_a, "projection"_a, py::kw_only(), "merges"_a);
}

}  // namespace coopnet::bindings
