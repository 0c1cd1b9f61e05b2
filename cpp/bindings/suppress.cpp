#include <coopnet/analysis/flows/sums.hpp>
#include <coopnet/analysis/flows/suppress.hpp>

#include "arrays.hpp"
#include "bindings.hpp"
#include "programs.hpp"

#include <pybind11/stl.h>

#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

using SumRow = std::tuple<std::uint32_t, std::vector<std::uint32_t>, bool>;  // whole, parts, exact

std::vector<SumRow> rows(std::vector<flows::Sum> sums) {
    std::vector<SumRow> rows;
    rows.reserve(sums.size());
    for (auto& sum : sums) rows.emplace_back(sum.whole, std::move(sum.parts), sum.exact);
    return rows;
}

std::vector<SumRow> sums_among(const std::vector<double>& counts, std::size_t fewest, std::size_t most) {
    return rows(flows::sums_among(counts, fewest, most));
}

std::vector<SumRow> fitting_parts(double whole, const std::vector<double>& parts, std::size_t limit) {
    return rows(flows::fitting_parts(whole, parts, limit));
}

flows::CountTable count_table(std::vector<double> low, std::vector<double> high, std::vector<SumRow> sums,
                              double least) {
    flows::CountTable table{.low = std::move(low), .high = std::move(high), .sums = {}, .least = least};
    for (auto& [whole, parts, exact] : sums) {
        table.sums.push_back({.whole = whole, .parts = std::move(parts), .exact = exact});
    }
    return table;
}

py::dict laid_out(flows::LinearProgram program) {
    return py::dict("costs"_a = to_array(std::move(program.costs)), "low"_a = to_array(std::move(program.low)),
                    "high"_a = to_array(std::move(program.high)), "rows"_a = rows_for_python(std::move(program.rows)));
}

py::dict attacked(const flows::CountTable& table, const std::vector<bool>& hidden) {
    return laid_out(flows::attacked(table, hidden));
}

py::dict covered(const flows::CountTable& table, const std::vector<bool>& hidden, const std::vector<double>& costs,
                 std::uint32_t count, double width) {
    return laid_out(flows::covered(table, hidden, costs, count, width));
}

}  // namespace

void bind_suppress(py::module_& m) {
    auto flows = m.def_submodule("flows");  // the one that is there, if another file of the family made it
    py::class_<coopnet::flows::CountTable>(flows, "CountTable")
        .def(py::init(&count_table), "low"_a, "high"_a, "sums"_a, py::kw_only(), "least"_a);
    flows.def("sums_among", &sums_among, "counts"_a, py::kw_only(), "fewest"_a, "most"_a);
    flows.def("fitting_parts", &fitting_parts, "whole"_a, "parts"_a, py::kw_only(), "limit"_a);
    flows.def("small_counts", &coopnet::flows::small_counts, "table"_a, py::kw_only(), "k"_a, "zeros"_a);
    flows.def("attacked", &attacked, "table"_a, "hidden"_a);
    flows.def("covered", &covered, "table"_a, "hidden"_a, "costs"_a, py::kw_only(), "count"_a, "width"_a);
}

}  // namespace coopnet::bindings
