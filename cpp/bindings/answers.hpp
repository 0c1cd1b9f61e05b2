#pragma once

#include "arrays.hpp"
#include "views.hpp"
#include "waiting.hpp"

#include <coopnet/tables/scores.hpp>
#include <coopnet/tables/value.hpp>

#include <pybind11/stl.h>

#include <cstdint>
#include <string>
#include <utility>

namespace coopnet::bindings {

/// Numbers that Python hands in, of whatever type they are there.
using Numbers = pybind11::array_t<double, pybind11::array::c_style | pybind11::array::forcecast>;
/// The values, and why some are undefined.
using Answer = std::pair<pybind11::array_t<double>, std::string>;

/// `kernel(csr, monitor)`, where Ctrl-C is heard.
template <class Kernel>
Answer scores(const FrozenView& frozen, std::uint64_t effort, const pybind11::object& progress, const Kernel& kernel) {
    Scores scores = interruptible(effort, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return kernel(csr, monitor); });
    });
    return {to_array(std::move(scores.values)), std::move(scores.why)};
}

/// The number, and why it is undefined.
using Single = std::pair<double, std::string>;

/// `kernel(csr, monitor)` for one number.
template <class Kernel>
Single single(const FrozenView& frozen, std::uint64_t effort, const pybind11::object& progress, const Kernel& kernel) {
    Value value = interruptible(effort, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return kernel(csr, monitor); });
    });
    return {value.value, std::move(value.why)};
}

/// The steps of one pass over actors and ties.
inline std::uint64_t one_round(const FrozenView& frozen) {
    return frozen.vertex_count() + frozen.edge_count();
}
/// The steps of a search from every actor.
inline std::uint64_t from_everybody(const FrozenView& frozen) {
    const bool has_lengths = frozen.view.meaning != WeightMeaning::none;
    return frozen.vertex_count() * one_round(frozen) * (has_lengths ? 8 : 1);
}

}  // namespace coopnet::bindings
