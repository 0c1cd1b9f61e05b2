#include <coopnet/analysis/flows/circles.hpp>
#include <coopnet/analysis/flows/decompose.hpp>
#include <coopnet/analysis/flows/maximum.hpp>
#include <coopnet/analysis/flows/minimum_cost.hpp>
#include <coopnet/analysis/flows/minimum_cut.hpp>
#include <coopnet/analysis/flows/together.hpp>
#include <coopnet/view/freeze.hpp>

#include "answers.hpp"
#include "bindings.hpp"
#include "programs.hpp"
#include "views.hpp"
#include "waiting.hpp"

#include <pybind11/stl.h>

#include <cmath>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

using Keys = std::vector<std::string>;
using Numbered = std::vector<std::uint32_t>;

std::vector<Vertex> vertices(const FrozenView& frozen, const Keys& keys) {
    std::vector<Vertex> found;
    found.reserve(keys.size());
    for (const std::string& key : keys) found.push_back(frozen.vertex(key));
    return found;
}

// What a question lets through: the view's weights, a column of least amounts, room by vertex.
struct Given {
    std::vector<double> least;
    std::vector<double> rooms;
    flows::Bounds bounds;

    Given(const FrozenView& frozen, const std::optional<std::string>& least_of, std::vector<double> rooms_of)
        : least(least_of ? edge_numbers(*frozen.network, frozen.view, *least_of, 0.0) : std::vector<double>{}),
          rooms(std::move(rooms_of)),
          bounds{frozen.view.weights(), least, rooms} {}
};

Keys keys_of(const FrozenView& frozen, const Numbered& vertices) {
    Keys keys;
    keys.reserve(vertices.size());
    for (const Vertex v : vertices) keys.push_back((*frozen.view.names)[v]);
    return keys;
}

// Actors, edges into them, edges out, actors whose room is full; what must and what can.
using Short = std::tuple<Keys, Numbered, Numbered, Keys, double, double>;
// Value, amounts by edge, cost; or why there is none; or the actors of a way without limit.
using Flowing = std::tuple<double, py::array_t<double>, double, std::optional<Short>, Keys>;

Flowing told(const FrozenView& frozen, Flow flow) {
    std::optional<Short> why;
    if (flow.shortage) {
        Shortage& found = *flow.shortage;
        why.emplace(keys_of(frozen, found.vertices), std::move(found.into), std::move(found.out),
                    keys_of(frozen, found.rooms), found.must, found.can);
    }
    return {flow.value, to_array(std::move(flow.amounts)), flow.cost, std::move(why), keys_of(frozen, flow.endless)};
}

Flowing maximum(const FrozenView& frozen, const Keys& sources, const Keys& targets, const py::object& progress,
                const std::optional<std::string>& least, std::vector<double> rooms) {
    const std::vector<Vertex> from = vertices(frozen, sources);
    const std::vector<Vertex> to = vertices(frozen, targets);
    const Given given{frozen, least, std::move(rooms)};
    return told(
        frozen, interruptible(50 * one_round(frozen), progress, [&](Monitor& monitor) {
            return frozen.visit([&](const auto& csr) { return flows::maximum(csr, from, to, given.bounds, monitor); });
        }));
}

using Cut = std::tuple<Numbered, Keys, Keys>;  // edges, actors whose room is cut, actors beside the sources

std::tuple<double, std::vector<Cut>, Keys, bool> minimum_cut(const FrozenView& frozen, const Keys& sources,
                                                             const Keys& targets, const py::object& progress,
                                                             std::vector<double> rooms, std::uint64_t max_results,
                                                             std::optional<double> time_limit) {
    const std::vector<Vertex> from = vertices(frozen, sources);
    const std::vector<Vertex> to = vertices(frozen, targets);
    const Given given{frozen, std::nullopt, std::move(rooms)};
    const flows::MinimumCutOptions options{.max_results = max_results, .time_limit = time_limit};
    FlowCuts found = interruptible(endless, progress, [&](Monitor& monitor) {
        return frozen.visit(
            [&](const auto& csr) { return flows::minimum_cut(csr, from, to, given.bounds, options, monitor); });
    });
    std::vector<Cut> cuts;
    cuts.reserve(found.cuts.size());
    for (FlowCut& cut : found.cuts) {
        cuts.emplace_back(std::move(cut.edges), keys_of(frozen, cut.rooms), keys_of(frozen, cut.source_side));
    }
    return {found.value, std::move(cuts), keys_of(frozen, found.endless), found.partial};
}

Flowing minimum_cost(const FrozenView& frozen, const Keys& sources, const Keys& targets, const py::object& progress,
                     const std::string& cost, std::optional<double> fill, std::optional<double> amount,
                     const std::optional<std::string>& least, std::vector<double> rooms) {
    const std::vector<Vertex> from = vertices(frozen, sources);
    const std::vector<Vertex> to = vertices(frozen, targets);
    const Given given{frozen, least, std::move(rooms)};
    const std::vector<double> costs = edge_numbers(*frozen.network, frozen.view, cost, fill);
    return told(frozen, interruptible(endless, progress, [&](Monitor& monitor) {
                    return frozen.visit([&](const auto& csr) {
                        return flows::minimum_cost(csr, costs, from, to, given.bounds, {.amount = amount}, monitor);
                    });
                }));
}

Flowing supplied(const FrozenView& frozen, const std::vector<double>& supply, const py::object& progress,
                 const std::string& cost, std::optional<double> fill, const std::optional<std::string>& least,
                 std::vector<double> rooms) {
    const Given given{frozen, least, std::move(rooms)};
    const std::vector<double> costs = edge_numbers(*frozen.network, frozen.view, cost, fill);
    return told(frozen, interruptible(endless, progress, [&](Monitor& monitor) {
                    return frozen.visit([&](const auto& csr) {
                        return flows::minimum_cost(csr, costs, supply, given.bounds, monitor);
                    });
                }));
}

using Route = std::tuple<Keys, Numbered, double>;

std::vector<Route> told(const FrozenView& frozen, std::vector<FlowRoute> routes) {
    std::vector<Route> found;
    found.reserve(routes.size());
    for (FlowRoute& route : routes) {
        found.emplace_back(keys_of(frozen, route.vertices), std::move(route.edges), route.amount);
    }
    return found;
}

// Routes, circles, and whether a limit left some out.
std::tuple<std::vector<Route>, std::vector<Route>, bool> decompose(const FrozenView& frozen,
                                                                   const std::vector<double>& amounts,
                                                                   const py::object& progress,
                                                                   std::uint64_t max_results,
                                                                   std::optional<double> time_limit) {
    const flows::DecomposeOptions options{.max_results = max_results, .time_limit = time_limit};
    FlowRoutes found = interruptible(endless, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return flows::decompose(csr, amounts, options, monitor); });
    });
    return {told(frozen, std::move(found.routes)), told(frozen, std::move(found.circles)), found.partial};
}

py::dict together(const FrozenView& frozen, const std::vector<std::tuple<std::string, std::string, double>>& wishes,
                  std::vector<double> rooms, bool shares) {
    std::vector<flows::Commodity> commodities;
    commodities.reserve(wishes.size());
    for (const auto& [source, target, amount] : wishes) {
        commodities.push_back({frozen.vertex(source), frozen.vertex(target), amount});
    }
    const Given given{frozen, std::nullopt, std::move(rooms)};
    flows::Program program =
        frozen.visit([&](const auto& csr) { return flows::together(csr, commodities, given.bounds, shares); });
    py::dict laid;
    laid["rows"] = rows_for_python(std::move(program.rows));
    laid["limits"] = to_array(std::move(program.limits));
    laid["edge"] = to_array(std::move(program.edge));
    laid["back"] = to_array(std::move(program.back));
    return laid;
}

// Amounts by edge, negative against its way, without what only runs in circles.
py::array_t<double> without_circles(const FrozenView& frozen, const Numbers& given) {
    std::vector<double> amounts(given.data(), given.data() + given.size());
    std::vector<EdgeSpec> edges;
    frozen.visit([&](const auto& csr) {
        for (EdgeId id = 0; id < csr.edge_count(); ++id) {
            const EdgeSpec& edge = csr.edges()[id];
            edges.push_back(amounts.at(id) < 0 ? EdgeSpec{edge.target, edge.source}
                                               : EdgeSpec{edge.source, edge.target});
        }
    });
    std::vector<double> sizes;
    sizes.reserve(amounts.size());
    for (const double amount : amounts) sizes.push_back(std::abs(amount));
    flows::take_out_circles({static_cast<std::uint32_t>(frozen.vertex_count()), std::move(edges)}, sizes);
    for (std::size_t i = 0; i < sizes.size(); ++i) amounts[i] = std::copysign(sizes[i], amounts[i]) + 0.0;
    return to_array(std::move(amounts));
}

py::array_t<double> costs_of(const FrozenView& frozen, const std::string& cost, std::optional<double> fill) {
    return to_array(edge_numbers(*frozen.network, frozen.view, cost, fill));
}

}  // namespace

void bind_network_flow(py::module_& m) {
    auto flows = m.def_submodule("flows");
    flows.def("maximum", &maximum, "view"_a, "sources"_a, "targets"_a, "progress"_a, py::kw_only(), "least"_a,
              "rooms"_a);
    flows.def("minimum_cut", &minimum_cut, "view"_a, "sources"_a, "targets"_a, "progress"_a, py::kw_only(), "rooms"_a,
              "max_results"_a, "time_limit"_a);
    flows.def("minimum_cost", &minimum_cost, "view"_a, "sources"_a, "targets"_a, "progress"_a, py::kw_only(), "cost"_a,
              "fill"_a, "amount"_a, "least"_a, "rooms"_a);
    flows.def("supplied", &supplied, "view"_a, "supply"_a, "progress"_a, py::kw_only(), "cost"_a, "fill"_a, "least"_a,
              "rooms"_a);
    flows.def("decompose", &decompose, "view"_a, "amounts"_a, "progress"_a, py::kw_only(), "max_results"_a,
              "time_limit"_a);
    flows.def("together", &together, "view"_a, "commodities"_a, py::kw_only(), "rooms"_a, "shares"_a);
    flows.def("without_circles", &without_circles, "view"_a, "amounts"_a);
    flows.def("costs", &costs_of, "view"_a, "column"_a, py::kw_only(), "fill"_a);
}

}  // namespace coopnet::bindings
