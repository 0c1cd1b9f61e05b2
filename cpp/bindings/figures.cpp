#include "arrays.hpp"
#include "bindings.hpp"
#include "views.hpp"
#include "waiting.hpp"

#include <coopnet/analysis/flows/accounts.hpp>
#include <coopnet/analysis/flows/contradictions.hpp>
#include <coopnet/view/freeze_figures.hpp>

#include <pybind11/stl.h>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

// The figure that allows too few, those that are too many for it, how they clash, by how much.
using Clashing = std::tuple<std::uint32_t, std::vector<std::uint32_t>, std::string, double>;

std::string clash_name(flows::Clash clash) {
    constexpr std::array<const char*, 3> names{"differ", "falls", "exceed"};
    return names[static_cast<std::size_t>(clash)];
}

std::pair<std::vector<Clashing>, bool> contradictions(const Network& network, const py::object& progress,
                                                      const AskedProjection& asked, double tolerance,
                                                      std::uint64_t max_results, std::optional<double> time_limit) {
    const Figures figures = freeze_figures(network, projection_from(asked));
    const flows::ContradictionsOptions options{
        .tolerance = tolerance, .max_results = max_results, .time_limit = time_limit};
    auto found = interruptible(endless, progress, [&](Monitor& monitor) {
        return flows::contradictions(figures, flows::accounts(figures, monitor), options, monitor);
    });
    std::vector<Clashing> sets;
    for (const flows::Contradiction& set : found.sets) {
        std::vector<std::uint32_t> least;
        for (const std::uint32_t report : set.least) least.push_back(figures.rows[report]);
        sets.emplace_back(figures.rows[set.most], std::move(least), clash_name(set.clash), set.excess);
    }
    return {std::move(sets), found.partial};
}

}  // namespace

void bind_figures(py::module_& m) {
    auto flows = m.def_submodule("flows");
    flows.def("contradictions", &contradictions, "network"_a, "progress"_a, py::kw_only(), "projection"_a,
              "tolerance"_a, "max_results"_a, "time_limit"_a);
}

}  // namespace coopnet::bindings
