#include <coopnet/analysis/cohesion/articulation.hpp>
#include <coopnet/analysis/cohesion/components.hpp>

#include "arrays.hpp"
#include "bindings.hpp"
#include "views.hpp"
#include "waiting.hpp"

#include <pybind11/stl.h>

#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

using Row = std::pair<std::uint32_t, std::vector<Vertex>>;  // an actor or an edge, and whom it cuts off

std::vector<Row> rows(const Cuts& cuts) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < cuts.cutters.size(); ++i) {
        const auto cut_off = cuts.cut_off(i);
        rows.emplace_back(cuts.cutters[i], std::vector<Vertex>(cut_off.begin(), cut_off.end()));
    }
    return rows;
}

// As many floods as actors at most; the usual network has few that cut.
template <class Kernel>
std::vector<Row> cuts(const FrozenView& frozen, const Kernel& kernel) {
    const std::uint64_t effort = frozen.vertex_count() * (frozen.vertex_count() + frozen.edge_count());
    return rows(interruptible(effort, py::none(), [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return kernel(csr, monitor); });
    }));
}

py::array_t<std::uint32_t> components(const FrozenView& frozen, bool strong) {
    Partition pieces = [&] {
        const py::gil_scoped_release unlocked;
        return frozen.visit([&](const auto& csr) { return cohesion::components(csr, {.strong = strong}); });
    }();
    return to_array(std::move(pieces.groups));
}

std::vector<Row> articulation_actors(const FrozenView& frozen) {
    return cuts(frozen, [](const auto& csr, Monitor& monitor) { return cohesion::articulation_actors(csr, monitor); });
}

std::vector<Row> bridges(const FrozenView& frozen) {
    return cuts(frozen, [](const auto& csr, Monitor& monitor) { return cohesion::bridges(csr, monitor); });
}

}  // namespace

void bind_cohesion(py::module_& m) {
    auto cohesion = m.def_submodule("cohesion");
    cohesion.def("components", &components, "view"_a, py::kw_only(), "strong"_a);
    cohesion.def("articulation_actors", &articulation_actors, "view"_a);
    cohesion.def("bridges", &bridges, "view"_a);
}

}  // namespace coopnet::bindings
