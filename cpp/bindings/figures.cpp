#include "arrays.hpp"
#include "bindings.hpp"
#include "programs.hpp"
#include "views.hpp"
#include "waiting.hpp"

#include <coopnet/analysis/flows/accounts.hpp>
#include <coopnet/analysis/flows/balance.hpp>
#include <coopnet/analysis/flows/contradictions.hpp>
#include <coopnet/analysis/flows/inclusive.hpp>
#include <coopnet/analysis/flows/spread.hpp>
#include <coopnet/view/freeze_figures.hpp>

#include <pybind11/stl.h>

#include <algorithm>
#include <cmath>
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

using Facts = py::typing::Dict<py::str, py::object>;

template <class Value>
py::array_t<double> by_report(const Figures& figures, const Value& value) {
    std::vector<double> values;
    for (const Report& report : figures.reports) values.push_back(value(report));
    return to_array(std::move(values));
}

// The variance of a count is as large as it, and the larger the less its source is relied on.
double weight_of(const Report& report) {
    const double middle = std::isinf(report.high) ? report.low : (report.low + report.high) / 2;
    return report.reliability / std::max(1.0, middle);
}

// Days since 1970-01-01; nothing where there is no bound.
std::vector<std::pair<std::optional<Day>, std::optional<Day>>> spans_of(const std::vector<Date>& spans) {
    std::vector<std::pair<std::optional<Day>, std::optional<Day>>> days;
    for (const Date& span : spans) {
        days.emplace_back(span.earliest == first_day ? std::nullopt : std::optional{span.earliest},
                          span.latest == last_day ? std::nullopt : std::optional{span.latest});
    }
    return days;
}

Facts balance(const Network& network, const py::object& progress, const AskedProjection& asked,
              const std::vector<std::uint32_t>& ties) {
    std::vector<TieRow> passages;
    for (const std::uint32_t tie : ties) passages.push_back(row<TieRow>(tie));
    const Figures figures = freeze_flows(network, projection_from(asked), passages);
    auto [accounts, made] = interruptible(endless, progress, [&](Monitor& monitor) {
        flows::Accounts found = flows::accounts(figures, monitor);
        flows::Balance laid_out = flows::balance(figures, found, monitor);
        return std::pair{std::move(found), std::move(laid_out)};
    });
    std::vector<bool> used;
    for (const std::uint32_t number : accounts.number_of) used.push_back(made.used[number]);
    return py::dict("figures"_a = figures.rows, "numbers"_a = accounts.number_of, "used"_a = used,
                    "low"_a = by_report(figures, [](const Report& report) { return report.low; }),
                    "high"_a = by_report(figures, [](const Report& report) { return report.high; }),
                    "weights"_a = by_report(figures, &weight_of), "cells"_a = made.cell_passages,
                    "spans"_a = spans_of(made.cell_days), "sums"_a = made.sums, "counted"_a = made.counted,
                    "bodies"_a = made.bodies, "first_arrival"_a = made.first_arrival(),
                    "first_departure"_a = made.first_departure(), "first_own"_a = made.first_own(),
                    "variables"_a = made.variables, "rows"_a = rows_for_python(std::move(made.rows)),
                    "partial"_a = accounts.partial);
}

// By list of measures, the most inclusive account of flows and totals: count, low, high, rows of figures.
using Counted = std::tuple<double, double, double, std::vector<std::uint32_t>>;

std::vector<Counted> counts(const Network& network, const AskedProjection& asked,
                            const std::vector<std::vector<std::string>>& measures, const std::string& group) {
    const Figures figures = freeze_flows(network, projection_from(asked), {});
    std::vector<Counted> counts;
    for (const auto& named : measures) {
        std::vector<std::uint32_t> reports;
        for (std::uint32_t i = 0; i < figures.reports.size(); ++i) {
            const Figure& figure = network[row<FigureRow>(figures.rows[i])];
            const bool arrivals = figure.counting != Counting::stock && figure.group == group;
            if (arrivals && std::ranges::find(named, figure.measure) != named.end()) reports.push_back(i);
        }
        Monitor monitor;
        flows::Count made = flows::most_inclusive(figures, reports, monitor);
        for (std::uint32_t& report : made.reports) report = figures.rows[report];
        counts.emplace_back(made.count, made.low, made.high, std::move(made.reports));
    }
    return counts;
}

// Of the rows those that bind hold exactly, and so do the sums in `exact`.
std::pair<std::vector<double>, std::uint32_t> spread(
    std::uint32_t variables, const PythonRows& rows, const std::vector<bool>& binds,
    const std::vector<detail::SparseRow>& exact, const std::vector<std::uint8_t>& fixed,
    const std::vector<std::pair<detail::SparseRow, double>>& observations,
    const std::vector<detail::SparseRow>& wanted) {
    const detail::SparseRows all = rows_from_python(rows);
    detail::SparseRows held;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (binds[i]) held.add(all.row(i), 0, 0);
    }
    for (const detail::SparseRow& sum : exact) held.add(sum, 0, 0);
    std::vector<flows::Observation> seen;
    for (const auto& [sum, weight] : observations) seen.push_back({sum, weight});
    const py::gil_scoped_release unlocked;
    flows::Spread made = flows::spread({variables, held, fixed, seen, wanted});
    return {std::move(made.variances), made.settled};
}

}  // namespace

void bind_figures(py::module_& m) {
    auto flows = m.def_submodule("flows");
    flows.def("contradictions", &contradictions, "network"_a, "progress"_a, py::kw_only(), "projection"_a,
              "tolerance"_a, "max_results"_a, "time_limit"_a);
    flows.def("balance", &balance, "network"_a, "progress"_a, py::kw_only(), "projection"_a, "ties"_a);
    flows.def("counts", &counts, "network"_a, py::kw_only(), "projection"_a, "measures"_a, "group"_a);
    flows.def(
        "figures_within",
        [](const Network& network, const AskedProjection& asked) {
            std::vector<std::uint32_t> rows;
            for (const FigureRow figure : figures_within(network, projection_from(asked)))
                rows.push_back(static_cast<std::uint32_t>(index(figure)));
            return rows;
        },
        "network"_a, py::kw_only(), "projection"_a);
    flows.def("spread", &spread, "variables"_a, "rows"_a, py::kw_only(), "binds"_a, "exact"_a, "fixed"_a,
              "observations"_a, "wanted"_a);
}

}  // namespace coopnet::bindings
