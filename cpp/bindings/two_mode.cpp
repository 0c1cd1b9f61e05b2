#include <coopnet/analysis/two_mode/betweenness.hpp>
#include <coopnet/analysis/two_mode/centralization.hpp>
#include <coopnet/analysis/two_mode/closeness.hpp>
#include <coopnet/analysis/two_mode/clustering.hpp>
#include <coopnet/analysis/two_mode/degree.hpp>
#include <coopnet/analysis/two_mode/density.hpp>
#include <coopnet/analysis/two_mode/eigenvector.hpp>
#include <coopnet/analysis/two_mode/redundancy.hpp>
#include <coopnet/analysis/two_mode/transitivity.hpp>

#include "answers.hpp"
#include "bindings.hpp"
#include "scale.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

using two_mode::Modes;
using ModeOf = std::vector<std::uint32_t>;  // by vertex
using WholeAnswer = std::pair<double, std::string>;
using ByModeAnswer = std::pair<std::vector<double>, std::string>;

// `question(modes, monitor)`; strengths are read only where they count.
template <class Question>
auto asked(const FrozenView& frozen, const ModeOf& mode, std::uint64_t effort, const py::object& progress,
           std::span<const double> weights, const Question& question) {
    return interruptible(effort, progress, [&](Monitor& monitor) {
        const Modes modes =
            frozen.visit([&](const auto& csr) { return two_mode::modes(csr, weights, mode, *frozen.view.names); });
        return question(modes, monitor);
    });
}

Answer answer(Scores scores) {
    return {to_array(std::move(scores.values)), std::move(scores.why)};
}

two_mode::Extent extent_from(const std::string& word) {
    if (word == "piece") return two_mode::Extent::piece;
    if (word == "network") return two_mode::Extent::network;
    throw InvalidOption{"relative_to=\"" + word + "\" is not known. Choose one of: piece, network."};
}

two_mode::Overlap overlap_from(const std::string& word) {
    if (word == "dot") return two_mode::Overlap::dot;
    if (word == "min") return two_mode::Overlap::min;
    if (word == "max") return two_mode::Overlap::max;
    throw InvalidOption{"kind=\"" + word + "\" is not known. Choose one of: dot, min, max."};
}

two_mode::Measure measure_from(const std::string& word) {
    if (word == "degree") return two_mode::Measure::degree;
    if (word == "closeness") return two_mode::Measure::closeness;
    if (word == "betweenness") return two_mode::Measure::betweenness;
    throw InvalidOption{"measure=\"" + word + "\" is not known. Choose one of: degree, closeness, betweenness."};
}

Answer degree(const FrozenView& frozen, const ModeOf& mode, bool normalized) {
    return answer(asked(frozen, mode, one_round(frozen), py::none(), {}, [&](const Modes& modes, Monitor&) {
        return two_mode::degree(modes, {.normalized = normalized});
    }));
}

Answer closeness(const FrozenView& frozen, const ModeOf& mode, const py::object& progress,
                 const std::string& relative_to) {
    const two_mode::ClosenessOptions options{.relative_to = extent_from(relative_to)};
    return answer(asked(frozen, mode, from_everybody(frozen), progress, {}, [&](const Modes& modes, Monitor& monitor) {
        return two_mode::closeness(modes, options, monitor);
    }));
}

Answer betweenness(const FrozenView& frozen, const ModeOf& mode, const py::object& progress, bool normalized) {
    return answer(asked(frozen, mode, from_everybody(frozen), progress, {}, [&](const Modes& modes, Monitor& monitor) {
        return two_mode::betweenness(modes, {.normalized = normalized}, monitor);
    }));
}

Answer eigenvector(const FrozenView& frozen, const ModeOf& mode, const std::string& scale) {
    constexpr std::uint64_t many_rounds = 5000;
    const two_mode::EigenvectorOptions options{.scale = scale_from(scale)};
    return answer(
        asked(frozen, mode, many_rounds * one_round(frozen), py::none(), strengths(frozen.view),
              [&](const Modes& modes, Monitor& monitor) { return two_mode::eigenvector(modes, options, monitor); }));
}

ByModeAnswer centralization(const FrozenView& frozen, const ModeOf& mode, const std::string& measure) {
    const two_mode::CentralizationOptions options{.measure = measure_from(measure)};
    auto found = asked(frozen, mode, from_everybody(frozen), py::none(), {}, [&](const Modes& modes, Monitor& monitor) {
        return two_mode::centralization(modes, options, monitor);
    });
    return {{found.values.begin(), found.values.end()}, std::move(found.why)};
}

WholeAnswer density(const FrozenView& frozen, const ModeOf& mode) {
    auto found = asked(frozen, mode, one_round(frozen), py::none(), {},
                       [](const Modes& modes, Monitor&) { return two_mode::density(modes); });
    return {found.value, std::move(found.why)};
}

Answer redundancy(const FrozenView& frozen, const ModeOf& mode) {
    return answer(asked(frozen, mode, from_everybody(frozen), py::none(), {},
                        [](const Modes& modes, Monitor& monitor) { return two_mode::redundancy(modes, monitor); }));
}

Answer clustering(const FrozenView& frozen, const ModeOf& mode, const std::string& kind) {
    const two_mode::ClusteringOptions options{.kind = overlap_from(kind)};
    return answer(
        asked(frozen, mode, from_everybody(frozen), py::none(), {},
              [&](const Modes& modes, Monitor& monitor) { return two_mode::clustering(modes, options, monitor); }));
}

WholeAnswer transitivity(const FrozenView& frozen, const ModeOf& mode) {
    auto found = asked(frozen, mode, from_everybody(frozen), py::none(), {},
                       [](const Modes& modes, Monitor& monitor) { return two_mode::transitivity(modes, monitor); });
    return {found.value, std::move(found.why)};
}

}  // namespace

void bind_two_mode(py::module_& m) {
    auto family = m.def_submodule("two_mode");
    family.def("degree", &degree, "view"_a, "mode"_a, py::kw_only(), "normalized"_a);
    family.def("closeness", &closeness, "view"_a, "mode"_a, "progress"_a, py::kw_only(), "relative_to"_a);
    family.def("betweenness", &betweenness, "view"_a, "mode"_a, "progress"_a, py::kw_only(), "normalized"_a);
    family.def("eigenvector", &eigenvector, "view"_a, "mode"_a, py::kw_only(), "scale"_a);
    family.def("centralization", &centralization, "view"_a, "mode"_a, py::kw_only(), "measure"_a);
    family.def("density", &density, "view"_a, "mode"_a);
    family.def("redundancy", &redundancy, "view"_a, "mode"_a);
    family.def("clustering", &clustering, "view"_a, "mode"_a, py::kw_only(), "kind"_a);
    family.def("transitivity", &transitivity, "view"_a, "mode"_a);
}

}  // namespace coopnet::bindings
