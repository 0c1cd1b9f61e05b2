#include <coopnet/analysis/centrality/betweenness.hpp>
#include <coopnet/analysis/centrality/centralization.hpp>
#include <coopnet/analysis/centrality/closeness.hpp>
#include <coopnet/analysis/centrality/degree.hpp>
#include <coopnet/analysis/centrality/eccentricity.hpp>
#include <coopnet/analysis/centrality/edge_betweenness.hpp>
#include <coopnet/analysis/centrality/group_betweenness.hpp>
#include <coopnet/analysis/centrality/group_closeness.hpp>
#include <coopnet/analysis/centrality/group_degree.hpp>
#include <coopnet/analysis/centrality/harmonic.hpp>
#include <coopnet/analysis/centrality/laplacian.hpp>
#include <coopnet/analysis/centrality/leverage.hpp>
#include <coopnet/analysis/centrality/load.hpp>
#include <coopnet/analysis/centrality/pagerank.hpp>
#include <coopnet/analysis/centrality/percolation.hpp>
#include <coopnet/analysis/centrality/reach.hpp>
#include <coopnet/analysis/centrality/stress.hpp>
#include <coopnet/analysis/centrality/voterank.hpp>

#include "answers.hpp"
#include "bindings.hpp"
#include "mode.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

/// The vertices of actors that were chosen; none if nobody was in particular.
using Actors = std::optional<std::vector<Vertex>>;

Answer degree(const FrozenView& frozen, const std::string& mode, bool normalized) {
    const centrality::DegreeOptions options{.mode = mode_from(mode), .normalized = normalized};
    return scores(frozen, one_round(frozen), py::none(),
                  [&](const auto& csr, Monitor&) { return centrality::degree(csr, options); });
}

Answer strength(const FrozenView& frozen, const std::string& mode) {
    const auto along = mode_from(mode);
    const auto weights = strengths(frozen.view);
    return scores(frozen, one_round(frozen), py::none(),
                  [&](const auto& csr, Monitor&) { return centrality::strength(csr, weights, along); });
}

Answer closeness(const FrozenView& frozen, const py::object& progress, const std::string& mode, bool wf_improved,
                 bool normalized, const std::string& unreached) {
    const centrality::ClosenessOptions options{.mode = mode_from(mode),
                                               .wf_improved = wf_improved,
                                               .normalized = normalized,
                                               .unreached = unreached_from(unreached)};
    return scores(frozen, from_everybody(frozen), progress,
                  [&](const auto&, Monitor& monitor) { return centrality::closeness(frozen.view, options, monitor); });
}

Answer harmonic(const FrozenView& frozen, const py::object& progress, const std::string& mode, bool normalized,
                bool reached_only) {
    const centrality::HarmonicOptions options{
        .mode = mode_from(mode), .normalized = normalized, .reached_only = reached_only};
    return scores(frozen, from_everybody(frozen), progress,
                  [&](const auto&, Monitor& monitor) { return centrality::harmonic(frozen.view, options, monitor); });
}

Answer eccentricity(const FrozenView& frozen, const py::object& progress, const std::string& mode,
                    const std::string& unreached) {
    const centrality::EccentricityOptions options{.mode = mode_from(mode), .unreached = unreached_from(unreached)};
    const auto lengths = costs(frozen.view);
    return scores(frozen, from_everybody(frozen), progress, [&](const auto& csr, Monitor& monitor) {
        return centrality::eccentricity(csr, lengths, options, monitor);
    });
}

Answer reach(const FrozenView& frozen, const py::object& progress, double k, const std::string& mode, bool normalized) {
    const centrality::ReachOptions options{.k = k, .mode = mode_from(mode), .normalized = normalized};
    const auto lengths = costs(frozen.view);
    return scores(frozen, from_everybody(frozen), progress,
                  [&](const auto& csr, Monitor& monitor) { return centrality::reach(csr, lengths, options, monitor); });
}

Answer leverage(const FrozenView& frozen, const std::string& mode) {
    const centrality::LeverageOptions options{.mode = mode_from(mode)};
    return scores(frozen, one_round(frozen), py::none(),
                  [&](const auto& csr, Monitor&) { return centrality::leverage(csr, options); });
}

Answer laplacian(const FrozenView& frozen, bool normalized) {
    const auto weights = strengths(frozen.view);
    return scores(frozen, one_round(frozen), py::none(), [&](const auto& csr, Monitor&) {
        return centrality::laplacian(csr, weights, {.normalized = normalized});
    });
}

Answer voterank(const FrozenView& frozen, std::optional<std::int64_t> k) {
    constexpr std::uint64_t rounds = 100;
    return scores(frozen, rounds * one_round(frozen), py::none(),
                  [&](const auto& csr, Monitor& monitor) { return centrality::voterank(csr, {.k = k}, monitor); });
}

Answer betweenness(const FrozenView& frozen, const py::object& progress, bool normalized, bool endpoints,
                   std::optional<double> cutoff, const Actors& sources, const Actors& targets, bool parallel_pathways) {
    const centrality::BetweennessOptions options{.normalized = normalized,
                                                 .endpoints = endpoints,
                                                 .cutoff = cutoff,
                                                 .sources = sources,
                                                 .targets = targets,
                                                 .parallel_pathways = parallel_pathways};
    const auto lengths = costs(frozen.view);
    return scores(frozen, from_everybody(frozen), progress, [&](const auto& csr, Monitor& monitor) {
        return centrality::betweenness(csr, lengths, options, monitor);
    });
}

Answer edge_betweenness(const FrozenView& frozen, const py::object& progress, bool normalized,
                        std::optional<double> cutoff, const Actors& sources, const Actors& targets,
                        bool parallel_pathways) {
    const centrality::EdgeBetweennessOptions options{.normalized = normalized,
                                                     .cutoff = cutoff,
                                                     .sources = sources,
                                                     .targets = targets,
                                                     .parallel_pathways = parallel_pathways};
    const auto lengths = costs(frozen.view);
    return scores(frozen, from_everybody(frozen), progress, [&](const auto& csr, Monitor& monitor) {
        return centrality::edge_betweenness(csr, lengths, options, monitor);
    });
}

Answer stress(const FrozenView& frozen, const py::object& progress) {
    const auto lengths = costs(frozen.view);
    return scores(frozen, from_everybody(frozen), progress,
                  [&](const auto& csr, Monitor& monitor) { return centrality::stress(csr, lengths, monitor); });
}

Answer load(const FrozenView& frozen, const py::object& progress, bool normalized) {
    const auto lengths = costs(frozen.view);
    return scores(frozen, from_everybody(frozen), progress, [&](const auto& csr, Monitor& monitor) {
        return centrality::load(csr, lengths, {.normalized = normalized}, monitor);
    });
}

Answer percolation(const FrozenView& frozen, const py::object& progress, const std::vector<double>& states) {
    const auto lengths = costs(frozen.view);
    return scores(frozen, from_everybody(frozen), progress, [&](const auto& csr, Monitor& monitor) {
        return centrality::percolation(csr, lengths, states, monitor);
    });
}

// --- of a group, and of the whole -----------------------------------------------------------

Single group_degree(const FrozenView& frozen, const std::vector<Vertex>& group, const std::string& mode,
                    bool normalized) {
    const centrality::GroupDegreeOptions options{.mode = mode_from(mode), .normalized = normalized};
    return single(frozen, one_round(frozen), py::none(),
                  [&](const auto& csr, Monitor&) { return centrality::group_degree(csr, group, options); });
}

Single group_closeness(const FrozenView& frozen, const std::vector<Vertex>& group, const py::object& progress,
                       const std::string& mode, bool wf_improved, bool normalized, const std::string& unreached) {
    centrality::refuse_probabilities(frozen.view);
    const centrality::GroupClosenessOptions options{.mode = mode_from(mode),
                                                    .wf_improved = wf_improved,
                                                    .normalized = normalized,
                                                    .unreached = unreached_from(unreached)};
    const auto lengths = costs(frozen.view);
    return single(frozen, from_everybody(frozen), progress, [&](const auto& csr, Monitor& monitor) {
        return centrality::group_closeness(csr, lengths, group, options, monitor);
    });
}

Single group_betweenness(const FrozenView& frozen, const std::vector<Vertex>& group, const py::object& progress,
                         bool normalized) {
    const auto lengths = costs(frozen.view);
    return single(frozen, from_everybody(frozen), progress, [&](const auto& csr, Monitor& monitor) {
        return centrality::group_betweenness(csr, lengths, group, {.normalized = normalized}, monitor);
    });
}

Single centralization(const std::vector<double>& values, const std::string& why, double most) {
    const Value value = centrality::centralization({values, why}, most);
    return {value.value, value.why};
}

// A star has ties of one step each; a network with other lengths is not compared with it.
void refuse_lengths(const FrozenView& frozen) {
    if (costs(frozen.view).empty()) return;
    throw InvalidOption{
        "Centralization compares with a star whose ties are one step each, not with lengths. Ask without a weight."};
}

std::uint32_t actors(const FrozenView& frozen) {
    return static_cast<std::uint32_t>(frozen.vertex_count());
}

bool directed(const FrozenView& frozen) {
    return frozen.visit([](const auto& csr) { return std::decay_t<decltype(csr)>::is_directed; });
}

double most_degree(const FrozenView& frozen, const std::string& mode, bool normalized) {
    return centrality::most_degree(actors(frozen), directed(frozen),
                                   {.mode = mode_from(mode), .normalized = normalized});
}

double most_closeness(const FrozenView& frozen, const std::string& mode, bool wf_improved, bool normalized,
                      const std::string& unreached) {
    refuse_lengths(frozen);
    const centrality::ClosenessOptions options{.mode = mode_from(mode),
                                               .wf_improved = wf_improved,
                                               .normalized = normalized,
                                               .unreached = unreached_from(unreached)};
    return centrality::most_closeness(actors(frozen), directed(frozen), options);
}

double most_harmonic(const FrozenView& frozen, const std::string& mode, bool normalized) {
    refuse_lengths(frozen);
    return centrality::most_harmonic(actors(frozen), directed(frozen), mode_from(mode), normalized);
}

double most_betweenness(const FrozenView& frozen, bool normalized) {
    return centrality::most_betweenness(actors(frozen), directed(frozen), normalized);
}

double most_eigenvector(const FrozenView& frozen) {
    return centrality::most_eigenvector(actors(frozen), directed(frozen));
}

Answer pagerank(const FrozenView& frozen, double alpha, const Numbers& personalization) {
    const std::uint64_t rounds = alpha < 0.99 ? 5000 : 1'000'000;  // they grow with 1/(1 − alpha)
    const auto weights = strengths(frozen.view);
    const centrality::PagerankOptions options{
        .alpha = alpha, .personalization = {personalization.data(), static_cast<std::size_t>(personalization.size())}};
    return scores(frozen, rounds * one_round(frozen), py::none(), [&](const auto& csr, Monitor& monitor) {
        return centrality::pagerank(csr, weights, options, monitor);
    });
}

}  // namespace

void bind_centrality(py::module_& m) {
    auto centrality = m.def_submodule("centrality");
    centrality.def("degree", &degree, "view"_a, py::kw_only(), "mode"_a, "normalized"_a);
    centrality.def("strength", &strength, "view"_a, py::kw_only(), "mode"_a);
    centrality.def("closeness", &closeness, "view"_a, "progress"_a, py::kw_only(), "mode"_a, "wf_improved"_a,
                   "normalized"_a, "unreached"_a);
    centrality.def("harmonic", &harmonic, "view"_a, "progress"_a, py::kw_only(), "mode"_a, "normalized"_a,
                   "reached_only"_a);
    centrality.def("eccentricity", &eccentricity, "view"_a, "progress"_a, py::kw_only(), "mode"_a, "unreached"_a);
    centrality.def("reach", &reach, "view"_a, "progress"_a, py::kw_only(), "k"_a, "mode"_a, "normalized"_a);
    centrality.def("leverage", &leverage, "view"_a, py::kw_only(), "mode"_a);
    centrality.def("laplacian", &laplacian, "view"_a, py::kw_only(), "normalized"_a);
    centrality.def("voterank", &voterank, "view"_a, py::kw_only(), "k"_a);
    centrality.def("betweenness", &betweenness, "view"_a, "progress"_a, py::kw_only(), "normalized"_a, "endpoints"_a,
                   "cutoff"_a, "sources"_a, "targets"_a, "parallel_pathways"_a);
    centrality.def("edge_betweenness", &edge_betweenness, "view"_a, "progress"_a, py::kw_only(), "normalized"_a,
                   "cutoff"_a, "sources"_a, "targets"_a, "parallel_pathways"_a);
    centrality.def("group_degree", &group_degree, "view"_a, "group"_a, py::kw_only(), "mode"_a, "normalized"_a);
    centrality.def("group_closeness", &group_closeness, "view"_a, "group"_a, "progress"_a, py::kw_only(), "mode"_a,
                   "wf_improved"_a, "normalized"_a, "unreached"_a);
    centrality.def("group_betweenness", &group_betweenness, "view"_a, "group"_a, "progress"_a, py::kw_only(),
                   "normalized"_a);
    centrality.def("centralization", &centralization, "values"_a, "why"_a, "most"_a);
    centrality.def("most_degree", &most_degree, "view"_a, py::kw_only(), "mode"_a, "normalized"_a);
    centrality.def("most_closeness", &most_closeness, "view"_a, py::kw_only(), "mode"_a, "wf_improved"_a,
                   "normalized"_a, "unreached"_a);
    centrality.def("most_harmonic", &most_harmonic, "view"_a, py::kw_only(), "mode"_a, "normalized"_a);
    centrality.def("most_betweenness", &most_betweenness, "view"_a, py::kw_only(), "normalized"_a);
    centrality.def("most_eigenvector", &most_eigenvector, "view"_a);
    centrality.def("stress", &stress, "view"_a, "progress"_a);
    centrality.def("load", &load, "view"_a, "progress"_a, py::kw_only(), "normalized"_a);
    centrality.def("percolation", &percolation, "view"_a, "progress"_a, py::kw_only(), "states"_a);
    centrality.def("pagerank", &pagerank, "view"_a, py::kw_only(), "alpha"_a, "personalization"_a);
}

}  // namespace coopnet::bindings
