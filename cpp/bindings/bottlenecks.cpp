#include <coopnet/analysis/flows/bottleneck.hpp>
#include <coopnet/analysis/flows/interdict.hpp>
#include <coopnet/analysis/flows/waiting.hpp>

#include "answers.hpp"
#include "bindings.hpp"
#include "programs.hpp"
#include "views.hpp"
#include "waiting.hpp"

#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

using Days = py::array_t<std::uint32_t, py::array::c_style | py::array::forcecast>;

template <class Array>
std::span<const typename Array::value_type> all(const Array& array) {
    return {array.data(), static_cast<std::size_t>(array.size())};
}

// The columns, what they stand for, and the rows.
py::dict time_expanded(const FrozenView& frozen, const std::string& source, const std::string& target,
                       const Numbers& arrivals, const Days& delay, const Numbers& seats, const Numbers& beds,
                       const Numbers& handles) {
    const flows::Journey journey{.source = frozen.vertex(source),
                                 .target = frozen.vertex(target),
                                 .arrivals = all(arrivals),
                                 .delay = all(delay),
                                 .seats = all(seats),
                                 .beds = all(beds),
                                 .handles = all(handles)};
    flows::TimeExpanded made;
    {
        const py::gil_scoped_release unlocked;
        made = frozen.visit([&](const auto& csr) { return flows::time_expanded(csr, journey); });
    }
    std::vector<std::uint8_t> acts;
    acts.reserve(made.acts.size());
    for (const flows::Act act : made.acts) acts.push_back(static_cast<std::uint8_t>(act));
    return py::dict("acts"_a = to_array(std::move(acts)), "places"_a = to_array(std::move(made.places)),
                    "days"_a = to_array(std::move(made.days)), "from"_a = to_array(std::move(made.from)),
                    "to"_a = to_array(std::move(made.to)), "costs"_a = to_array(std::move(made.costs)),
                    "most"_a = to_array(std::move(made.most)), "rows"_a = rows_for_python(std::move(made.rows)));
}

using Keys = std::vector<std::string>;

flows::Ends ends_of(const FrozenView& frozen, const Keys& sources, const Keys& targets) {
    flows::Ends ends;
    for (const std::string& key : sources) ends.sources.push_back(frozen.vertex(key));
    for (const std::string& key : targets) ends.targets.push_back(frozen.vertex(key));
    return ends;
}

using NarrowRow = std::tuple<bool, std::uint32_t, double, double, double, bool>;

// The value, the flow by edge, what holds it, and a way that nothing limits.
py::dict bottleneck(const FrozenView& frozen, const Keys& sources, const Keys& targets, const py::object& progress,
                    const Numbers& capacities, const Numbers& rooms) {
    const flows::Ends ends = ends_of(frozen, sources, targets);
    auto found = interruptible(endless, progress, [&](Monitor& monitor) {
        return frozen.visit(
            [&](const auto& csr) { return flows::bottleneck(csr, ends, all(capacities), all(rooms), monitor); });
    });
    std::vector<NarrowRow> narrow;
    narrow.reserve(found.narrow.size());
    for (const flows::Narrow& item : found.narrow) {
        narrow.emplace_back(item.is_vertex, item.id, item.capacity, item.gain, item.range, item.in_every_cut);
    }
    return py::dict("value"_a = found.flow.value, "edges"_a = to_array(std::move(found.flow.amounts)),
                    "narrow"_a = std::move(narrow), "endless"_a = std::move(found.flow.endless));
}

// The value with all, without each edge, without each vertex, and a way that nothing limits.
std::tuple<double, py::array_t<double>, py::array_t<double>, std::vector<Vertex>> failures(
    const FrozenView& frozen, const Keys& sources, const Keys& targets, const py::object& progress,
    const Numbers& capacities, const Numbers& rooms) {
    const flows::Ends ends = ends_of(frozen, sources, targets);
    auto found = interruptible(endless, progress, [&](Monitor& monitor) {
        return frozen.visit(
            [&](const auto& csr) { return flows::failures(csr, ends, all(capacities), all(rooms), monitor); });
    });
    return {found.value, to_array(std::move(found.edges)), to_array(std::move(found.vertices)),
            std::move(found.endless)};
}

py::dict told(Interdiction found) {
    return py::dict("sets"_a = std::move(found.sets), "before"_a = found.before, "value"_a = found.value,
                    "bound"_a = found.bound, "partial"_a = found.partial, "endless"_a = std::move(found.endless));
}

py::dict interdict_flow(const FrozenView& frozen, const Keys& sources, const Keys& targets, const py::object& progress,
                        const Numbers& capacities, const Numbers& rooms, const Numbers& prices, double budget,
                        bool of_actors, std::uint64_t max_results, std::optional<double> time_limit) {
    const flows::Ends ends = ends_of(frozen, sources, targets);
    const flows::InterdictOptions options{.prices = all(prices),
                                          .budget = budget,
                                          .of_vertices = of_actors,
                                          .max_results = max_results,
                                          .time_limit = time_limit};
    return told(interruptible(endless, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) {
            return flows::interdict_flow(csr, ends, all(capacities), all(rooms), options, monitor);
        });
    }));
}

// Lengths are the costs of the view.
py::dict interdict_path(const FrozenView& frozen, const Keys& sources, const Keys& targets, const py::object& progress,
                        const Numbers& delays, const Numbers& prices, double budget, bool of_actors,
                        std::uint64_t max_results, std::optional<double> time_limit) {
    const flows::Ends ends = ends_of(frozen, sources, targets);
    const flows::InterdictOptions options{.prices = all(prices),
                                          .budget = budget,
                                          .of_vertices = of_actors,
                                          .max_results = max_results,
                                          .time_limit = time_limit};
    const auto lengths = costs(frozen.view);
    return told(interruptible(endless, progress, [&](Monitor& monitor) {
        return frozen.visit(
            [&](const auto& csr) { return flows::interdict_path(csr, ends, lengths, all(delays), options, monitor); });
    }));
}

}  // namespace

void bind_bottlenecks(py::module_& m) {
    auto flows = m.def_submodule("flows");
    flows.def("time_expanded", &time_expanded, "view"_a, "source"_a, "target"_a, py::kw_only(), "arrivals"_a, "delay"_a,
              "seats"_a, "beds"_a, "handles"_a);
    flows.def("bottleneck", &bottleneck, "view"_a, "sources"_a, "targets"_a, "progress"_a, py::kw_only(),
              "capacities"_a, "rooms"_a);
    flows.def("failures", &failures, "view"_a, "sources"_a, "targets"_a, "progress"_a, py::kw_only(), "capacities"_a,
              "rooms"_a);
    flows.def("interdict_flow", &interdict_flow, "view"_a, "sources"_a, "targets"_a, "progress"_a, py::kw_only(),
              "capacities"_a, "rooms"_a, "prices"_a, "budget"_a, "of_actors"_a, "max_results"_a, "time_limit"_a);
    flows.def("interdict_path", &interdict_path, "view"_a, "sources"_a, "targets"_a, "progress"_a, py::kw_only(),
              "delays"_a, "prices"_a, "budget"_a, "of_actors"_a, "max_results"_a, "time_limit"_a);
}

}  // namespace coopnet::bindings
