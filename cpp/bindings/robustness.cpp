#include <coopnet/analysis/pathways/reliability.hpp>

#include "bindings.hpp"
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

constexpr std::uint64_t nobody_knows = 1'000'000'000;  // how long: always interruptible

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
    const Vertex from = frozen.vertex(source);
    const Vertex to = frozen.vertex(target);
    const auto options = options_of(method, samples, seed, confidence, time_limit);
    const auto probabilities = frozen.view.weights();
    const auto found = interruptible(nobody_knows, progress, [&](Monitor& monitor) {
        return frozen.visit(
            [&](const auto& csr) { return pathways::reliability(csr, probabilities, from, to, options, monitor); });
    });
    return {estimate(found.works), found.samples, found.partial};
}

// By edge.
std::tuple<std::vector<Estimate>, std::uint64_t, bool> importance(const FrozenView& frozen, const std::string& source,
                                                                  const std::string& target, const py::object& progress,
                                                                  const std::string& method, std::uint64_t samples,
                                                                  std::uint64_t seed, double confidence,
                                                                  std::optional<double> time_limit) {
    const Vertex from = frozen.vertex(source);
    const Vertex to = frozen.vertex(target);
    const auto options = options_of(method, samples, seed, confidence, time_limit);
    const auto probabilities = frozen.view.weights();
    const auto found = interruptible(nobody_knows, progress, [&](Monitor& monitor) {
        return frozen.visit(
            [&](const auto& csr) { return pathways::importance(csr, probabilities, from, to, options, monitor); });
    });
    std::vector<Estimate> edges;
    edges.reserve(found.edges.size());
    for (const auto& edge : found.edges) edges.push_back(estimate(edge));
    return {std::move(edges), found.samples, found.partial};
}

}  // namespace

void bind_robustness(py::module_& m) {
    auto pathways = m.attr("pathways").cast<py::module_>();
    pathways.def("reliability", &reliability, "view"_a, "source"_a, "target"_a, "progress"_a, py::kw_only(), "method"_a,
                 "samples"_a, "seed"_a, "confidence"_a, "time_limit"_a);
    pathways.def("importance", &importance, "view"_a, "source"_a, "target"_a, "progress"_a, py::kw_only(), "method"_a,
                 "samples"_a, "seed"_a, "confidence"_a, "time_limit"_a);
}

}  // namespace coopnet::bindings
