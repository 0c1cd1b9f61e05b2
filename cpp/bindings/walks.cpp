#include <coopnet/analysis/centrality/alpha.hpp>
#include <coopnet/analysis/centrality/bonacich_power.hpp>
#include <coopnet/analysis/centrality/current_flow_betweenness.hpp>
#include <coopnet/analysis/centrality/current_flow_closeness.hpp>
#include <coopnet/analysis/centrality/eigenvector.hpp>
#include <coopnet/analysis/centrality/hits.hpp>
#include <coopnet/analysis/centrality/katz.hpp>
#include <coopnet/analysis/centrality/subgraph.hpp>

#include "answers.hpp"
#include "bindings.hpp"
#include "scale.hpp"

#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

constexpr std::uint64_t many_rounds = 5000;

centrality::Nearness nearness_from(const std::string& word) {
    if (word == "others") return centrality::Nearness::others;
    if (word == "information") return centrality::Nearness::information;
    if (word == "raw") return centrality::Nearness::raw;
    throw InvalidOption{"scale=\"" + word + "\" is not known. Choose one of: others, information, raw."};
}

const Ugraph& without_directions(const Digraph& /*csr*/) {
    throw InvalidOption{
        "Current flows both ways, and some ties here run one way. Ask over=Projection(direction=\"undirected\"), or "
        "of undirected ties alone."};
}
const Ugraph& without_directions(const Ugraph& csr) {
    return csr;
}

Answer eigenvector(const FrozenView& frozen, const std::string& scale) {
    const auto weights = strengths(frozen.view);
    const centrality::EigenvectorOptions options{.scale = scale_from(scale)};
    return scores(frozen, many_rounds * one_round(frozen), py::none(), [&](const auto& csr, Monitor& monitor) {
        return centrality::eigenvector(csr, weights, options, monitor);
    });
}

// The values, why some are undefined, what a step is worth, and the limit of that.
using WalkAnswer = std::tuple<py::array_t<double>, std::string, double, double>;

template <class Kernel>
WalkAnswer walk_scores(const FrozenView& frozen, const Kernel& kernel) {
    auto found = interruptible(many_rounds * one_round(frozen), py::none(), [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return kernel(csr, monitor); });
    });
    return {to_array(std::move(found.scores.values)), std::move(found.scores.why), found.by.factor, found.by.limit};
}

WalkAnswer katz(const FrozenView& frozen, std::optional<double> alpha, double beta, bool normalized) {
    const auto weights = strengths(frozen.view);
    const centrality::KatzOptions options{.alpha = alpha, .beta = beta, .normalized = normalized};
    return walk_scores(
        frozen, [&](const auto& csr, Monitor& monitor) { return centrality::katz(csr, weights, options, monitor); });
}

WalkAnswer alpha(const FrozenView& frozen, std::optional<double> alpha, const Numbers& exogenous) {
    const auto weights = strengths(frozen.view);
    const centrality::AlphaOptions options{.alpha = alpha,
                                           .exogenous = {exogenous.data(), static_cast<std::size_t>(exogenous.size())}};
    return walk_scores(
        frozen, [&](const auto& csr, Monitor& monitor) { return centrality::alpha(csr, weights, options, monitor); });
}

WalkAnswer bonacich_power(const FrozenView& frozen, std::optional<double> exponent, const std::string& scale) {
    const auto weights = strengths(frozen.view);
    const centrality::BonacichPowerOptions options{.exponent = exponent, .scale = scale_from(scale)};
    return walk_scores(frozen, [&](const auto& csr, Monitor& monitor) {
        return centrality::bonacich_power(csr, weights, options, monitor);
    });
}

using HubsAnswer = std::tuple<py::array_t<double>, py::array_t<double>, std::string>;

HubsAnswer hits(const FrozenView& frozen, const std::string& scale) {
    const auto weights = strengths(frozen.view);
    const centrality::HitsOptions options{.scale = scale_from(scale)};
    auto found = interruptible(many_rounds * one_round(frozen), py::none(), [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return centrality::hits(csr, weights, options, monitor); });
    });
    return {to_array(std::move(found.hubs)), to_array(std::move(found.authorities)), std::move(found.why)};
}

Answer subgraph(const FrozenView& frozen, const py::object& progress, double beta) {
    const auto weights = strengths(frozen.view);
    constexpr std::uint64_t usual_terms = 50;
    return scores(
        frozen, usual_terms * frozen.vertex_count() * one_round(frozen), progress,
        [&](const auto& csr, Monitor& monitor) { return centrality::subgraph(csr, weights, {.beta = beta}, monitor); });
}

std::uint64_t elimination(const FrozenView& frozen) {
    return frozen.vertex_count() * frozen.vertex_count() * frozen.vertex_count();
}

Answer current_flow_closeness(const FrozenView& frozen, const py::object& progress, const std::string& scale) {
    const auto weights = strengths(frozen.view);
    const centrality::CurrentFlowClosenessOptions options{.scale = nearness_from(scale)};
    return scores(frozen, elimination(frozen), progress, [&](const auto& csr, Monitor& monitor) {
        return centrality::current_flow_closeness(without_directions(csr), weights, options, monitor);
    });
}

Answer current_flow_betweenness(const FrozenView& frozen, const py::object& progress, bool normalized, bool endpoints) {
    const auto weights = strengths(frozen.view);
    const centrality::CurrentFlowBetweennessOptions options{.normalized = normalized, .endpoints = endpoints};
    return scores(frozen, elimination(frozen), progress, [&](const auto& csr, Monitor& monitor) {
        return centrality::current_flow_betweenness(without_directions(csr), weights, options, monitor);
    });
}

}  // namespace

void bind_walks(py::module_& m) {
    auto centrality = m.def_submodule("centrality");
    centrality.def("eigenvector", &eigenvector, "view"_a, py::kw_only(), "scale"_a);
    centrality.def("katz", &katz, "view"_a, py::kw_only(), "alpha"_a, "beta"_a, "normalized"_a);
    centrality.def("alpha", &alpha, "view"_a, py::kw_only(), "alpha"_a, "exogenous"_a);
    centrality.def("bonacich_power", &bonacich_power, "view"_a, py::kw_only(), "exponent"_a, "scale"_a);
    centrality.def("hits", &hits, "view"_a, py::kw_only(), "scale"_a);
    centrality.def("subgraph", &subgraph, "view"_a, "progress"_a, py::kw_only(), "beta"_a);
    centrality.def("current_flow_closeness", &current_flow_closeness, "view"_a, "progress"_a, py::kw_only(), "scale"_a);
    centrality.def("current_flow_betweenness", &current_flow_betweenness, "view"_a, "progress"_a, py::kw_only(),
                   "normalized"_a, "endpoints"_a);
}

}  // namespace coopnet::bindings
