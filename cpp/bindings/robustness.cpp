#include <coopnet/analysis/pathways/cuts.hpp>
#include <coopnet/analysis/pathways/disjoint.hpp>
#include <coopnet/analysis/pathways/dominators.hpp>
#include <coopnet/analysis/pathways/reliability.hpp>

#include "bindings.hpp"
#include "pathways.hpp"
#include "views.hpp"
#include "waiting.hpp"
#include "words.hpp"

#include <pybind11/stl.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

// `kernel(csr, from, to, monitor)` for two actors, where Ctrl-C is heard.
template <class Kernel>
auto between(const FrozenView& frozen, const std::string& source, const std::string& target, const py::object& progress,
             const Kernel& kernel) {
    const Vertex from = frozen.vertex(source);
    const Vertex to = frozen.vertex(target);
    return interruptible(endless, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return kernel(csr, from, to, monitor); });
    });
}

// --- how surely ---------------------------------------------------------------------------

using Estimate = std::array<double, 3>;  // the probability, and what it lies between

Estimate estimate(const pathways::Probability& found) {
    return {found.value, found.low, found.high};
}

pathways::ReliabilityOptions options_of(const std::string& method, std::uint64_t samples, std::uint64_t seed,
                                        double confidence, std::optional<double> time_limit) {
    using pathways::Method;
    constexpr Words<Method, 2> methods{{{"exact", Method::exact}, {"sample", Method::sample}}};
    return {.method = meaning_of(method, "method", methods),
            .samples = samples,
            .seed = seed,
            .confidence = confidence,
            .time_limit = time_limit};
}

std::tuple<Estimate, std::uint64_t, bool> reliability(const FrozenView& frozen, const std::string& source,
                                                      const std::string& target, const py::object& progress,
                                                      const std::string& method, std::uint64_t samples,
                                                      std::uint64_t seed, double confidence,
                                                      std::optional<double> time_limit) {
    const auto options = options_of(method, samples, seed, confidence, time_limit);
    const auto found =
        between(frozen, source, target, progress, [&](const auto& csr, Vertex from, Vertex to, Monitor& monitor) {
            return pathways::reliability(csr, csr.weights(), from, to, options, monitor);
        });
    return {estimate(found.works), found.samples, found.partial};
}

// By edge.
std::tuple<std::vector<Estimate>, std::uint64_t, bool> importance(const FrozenView& frozen, const std::string& source,
                                                                  const std::string& target, const py::object& progress,
                                                                  const std::string& method, std::uint64_t samples,
                                                                  std::uint64_t seed, double confidence,
                                                                  std::optional<double> time_limit) {
    const auto options = options_of(method, samples, seed, confidence, time_limit);
    const auto found =
        between(frozen, source, target, progress, [&](const auto& csr, Vertex from, Vertex to, Monitor& monitor) {
            return pathways::importance(csr, csr.weights(), from, to, options, monitor);
        });
    std::vector<Estimate> edges;
    edges.reserve(found.edges.size());
    for (const auto& edge : found.edges) edges.push_back(estimate(edge));
    return {std::move(edges), found.samples, found.partial};
}

// --- what breaks ----------------------------------------------------------------------------

pathways::Of of_from(const std::string& word) {
    using pathways::Of;
    constexpr Words<Of, 2> words{{{"actors", Of::actors}, {"ties", Of::ties}}};
    return meaning_of(word, "of", words);
}

// Probabilities multiply along a pathway, whatever the sum of costs it was found by.
double product(const View& view, const std::vector<EdgeId>& edges) {
    double product = 1;
    for (const EdgeId edge : edges) product *= view.weights()[edge];
    return product;
}

// Each as vertices, edges and length.
std::vector<Way> disjoint(const FrozenView& frozen, const std::string& source, const std::string& target,
                          const py::object& progress, const std::string& of, std::optional<std::uint64_t> k) {
    const pathways::DisjointOptions options{.of = of_from(of), .k = k};
    const auto lengths = costs(frozen.view);
    Pathways found =
        between(frozen, source, target, progress, [&](const auto& csr, Vertex from, Vertex to, Monitor& monitor) {
            return pathways::disjoint(csr, lengths, from, to, options, monitor);
        });
    if (frozen.view.meaning == WeightMeaning::probability) {
        for (Pathway& way : found.items) way.length = product(frozen.view, way.edges);
    }
    return ways(std::move(found)).first;
}

py::dict cuts(const FrozenView& frozen, const std::string& source, const std::string& target,
              const py::object& progress, const std::string& of, std::uint64_t max_results,
              std::optional<double> time_limit) {
    const pathways::CutsOptions options{.of = of_from(of), .max_results = max_results, .time_limit = time_limit};
    const auto found =
        between(frozen, source, target, progress, [&](const auto& csr, Vertex from, Vertex to, Monitor& monitor) {
            return pathways::cuts(csr, from, to, options, monitor);
        });
    return py::dict("size"_a = found.size, "sets"_a = found.sets, "partial"_a = found.partial);
}

// --- who is needed --------------------------------------------------------------------------

using GateRow = std::tuple<std::uint32_t, std::optional<std::uint32_t>, std::uint32_t>;

std::vector<GateRow> rows(const std::vector<pathways::Gate>& gates) {
    std::vector<GateRow> rows;
    rows.reserve(gates.size());
    for (const auto& gate : gates) rows.emplace_back(gate.id, gate.before, gate.opens);
    return rows;
}

// Each as vertex or edge, the one before, and how many it opens; nothing if the target is not reached.
std::optional<std::vector<GateRow>> dominators(const FrozenView& frozen, const std::string& source,
                                               const std::optional<std::string>& target, const py::object& progress,
                                               const std::string& of) {
    const pathways::DominatorsOptions options{.of = of_from(of)};
    if (!target) {
        const Vertex from = frozen.vertex(source);
        return rows(interruptible(endless, progress, [&](Monitor& monitor) {
            return frozen.visit([&](const auto& csr) { return pathways::dominators(csr, from, options, monitor); });
        }));
    }
    const auto found =
        between(frozen, source, *target, progress, [&](const auto& csr, Vertex from, Vertex to, Monitor& monitor) {
            return pathways::dominators(csr, from, to, options, monitor);
        });
    if (!found) return std::nullopt;
    return rows(*found);
}

// Pairs in all, then by vertex or edge those it alone connects, and those it is an end of.
std::tuple<std::uint64_t, std::vector<std::uint64_t>, std::vector<std::uint64_t>> indispensable(
    const FrozenView& frozen, const std::vector<Vertex>& one, const std::vector<bool>& other,
    const py::object& progress, const std::string& of) {
    const pathways::IndispensableOptions options{.of = of_from(of)};
    auto found = interruptible(endless, progress, [&](Monitor& monitor) {
        return frozen.visit(
            [&](const auto& csr) { return pathways::indispensable(csr, one, other, options, monitor); });
    });
    return {found.pairs, std::move(found.alone), std::move(found.ending)};
}

}  // namespace

void bind_robustness(py::module_& m) {
    auto pathways = m.attr("pathways").cast<py::module_>();
    pathways.def("reliability", &reliability, "view"_a, "source"_a, "target"_a, "progress"_a, py::kw_only(), "method"_a,
                 "samples"_a, "seed"_a, "confidence"_a, "time_limit"_a);
    pathways.def("importance", &importance, "view"_a, "source"_a, "target"_a, "progress"_a, py::kw_only(), "method"_a,
                 "samples"_a, "seed"_a, "confidence"_a, "time_limit"_a);
    pathways.def("disjoint", &disjoint, "view"_a, "source"_a, "target"_a, "progress"_a, py::kw_only(), "of"_a, "k"_a);
    pathways.def("cuts", &cuts, "view"_a, "source"_a, "target"_a, "progress"_a, py::kw_only(), "of"_a, "max_results"_a,
                 "time_limit"_a);
    pathways.def("dominators", &dominators, "view"_a, "source"_a, "target"_a, "progress"_a, py::kw_only(), "of"_a);
    pathways.def("indispensable", &indispensable, "view"_a, "one"_a, "other"_a, "progress"_a, py::kw_only(), "of"_a);
}

}  // namespace coopnet::bindings
