#pragma once

#include "arrays.hpp"

#include <coopnet/analysis/detail/sparse_rows.hpp>

#include <pybind11/numpy.h>

#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace coopnet::bindings {

/// The rows of a linear program as Python hands them to the solver: starts, columns, values, low, high.
using PythonRows = std::tuple<pybind11::array_t<std::int32_t>, pybind11::array_t<std::int32_t>,
                              pybind11::array_t<double>, pybind11::array_t<double>, pybind11::array_t<double>>;

inline PythonRows rows_for_python(detail::SparseRows rows) {
    return {to_array(std::move(rows.starts)), to_array(std::move(rows.columns)), to_array(std::move(rows.values)),
            to_array(std::move(rows.low)), to_array(std::move(rows.high))};
}

inline detail::SparseRows rows_from_python(const PythonRows& rows) {
    const auto listed = [](const auto& array) { return std::vector(array.data(), array.data() + array.size()); };
    return {listed(std::get<0>(rows)), listed(std::get<1>(rows)), listed(std::get<2>(rows)), listed(std::get<3>(rows)),
            listed(std::get<4>(rows))};
}

}  // namespace coopnet::bindings
