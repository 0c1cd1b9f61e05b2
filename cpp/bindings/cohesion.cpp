#include <coopnet/analysis/cohesion/articulation.hpp>
#include <coopnet/analysis/cohesion/assortativity.hpp>
#include <coopnet/analysis/cohesion/backbone.hpp>
#include <coopnet/analysis/cohesion/cliques.hpp>
#include <coopnet/analysis/cohesion/clustering.hpp>
#include <coopnet/analysis/cohesion/components.hpp>
#include <coopnet/analysis/cohesion/core_periphery.hpp>
#include <coopnet/analysis/cohesion/cores.hpp>
#include <coopnet/analysis/cohesion/cut_sets.hpp>
#include <coopnet/analysis/cohesion/density.hpp>
#include <coopnet/analysis/cohesion/dyad_census.hpp>
#include <coopnet/analysis/cohesion/ei_index.hpp>
#include <coopnet/analysis/cohesion/homophily.hpp>
#include <coopnet/analysis/cohesion/k_components.hpp>
#include <coopnet/analysis/cohesion/krackhardt.hpp>
#include <coopnet/analysis/cohesion/mixing.hpp>
#include <coopnet/analysis/cohesion/reciprocity.hpp>
#include <coopnet/analysis/cohesion/transitivity.hpp>
#include <coopnet/analysis/cohesion/triad_census.hpp>

#include "alternative.hpp"
#include "answers.hpp"
#include "bindings.hpp"
#include "mode.hpp"
#include "words.hpp"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

using Row = std::pair<std::uint32_t, std::vector<Vertex>>;  // an actor or an edge, and whom it cuts off

std::vector<Row> rows(const Cuts& cuts) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < cuts.cutters.size(); ++i) {
        const auto cut_off = cuts.cut_off(i);
        rows.emplace_back(cuts.cutters[i], std::vector<Vertex>(cut_off.begin(), cut_off.end()));
    }
    return rows;
}

// As many floods as actors at most; the usual network has few that cut.
template <class Kernel>
std::vector<Row> cuts(const FrozenView& frozen, const Kernel& kernel) {
    const std::uint64_t effort = frozen.vertex_count() * (frozen.vertex_count() + frozen.edge_count());
    return rows(interruptible(effort, py::none(), [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return kernel(csr, monitor); });
    }));
}

py::array_t<std::uint32_t> components(const FrozenView& frozen, bool strong) {
    Partition pieces = [&] {
        const py::gil_scoped_release unlocked;
        return frozen.visit([&](const auto& csr) { return cohesion::components(csr, {.strong = strong}); });
    }();
    return to_array(std::move(pieces.groups));
}

std::vector<Row> articulation_actors(const FrozenView& frozen) {
    return cuts(frozen, [](const auto& csr, Monitor& monitor) { return cohesion::articulation_actors(csr, monitor); });
}

std::vector<Row> bridges(const FrozenView& frozen) {
    return cuts(frozen, [](const auto& csr, Monitor& monitor) { return cohesion::bridges(csr, monitor); });
}

// Where nothing weighs, those ties count that an edge stands for.
std::vector<double> strengths_or_counts(const View& view) {
    const auto weights = strengths(view);
    if (!weights.empty()) return {weights.begin(), weights.end()};
    std::vector<double> counts;
    const auto& offsets = view.edge_tie_offsets;
    for (std::size_t edge = 1; edge < offsets.size(); ++edge) counts.push_back(offsets[edge] - offsets[edge - 1]);
    return counts;
}

std::pair<std::vector<EdgeId>, py::array_t<double>> backbone(const FrozenView& frozen, double alpha) {
    auto found = [&] {
        const py::gil_scoped_release unlocked;
        const auto strong = strengths_or_counts(frozen.view);
        return frozen.visit([&](const auto& csr) { return cohesion::backbone(csr, strong, {.alpha = alpha}); });
    }();
    return {std::move(found.edges), to_array(std::move(found.p))};
}

// --- the structure of the whole ---------------------------------------------------------

Single density(const FrozenView& frozen, bool loops) {
    const auto weights = strengths(frozen.view);
    return single(frozen, one_round(frozen), py::none(),
                  [&](const auto& csr, Monitor&) { return cohesion::density(csr, weights, {.loops = loops}); });
}

Single reciprocity(const FrozenView& frozen, const std::string& form) {
    using cohesion::Reciprocity;
    constexpr Words<Reciprocity, 4> forms{{{"ties", Reciprocity::ties},
                                           {"dyads", Reciprocity::dyads},
                                           {"symmetric", Reciprocity::symmetric},
                                           {"correlation", Reciprocity::correlation}}};
    const cohesion::ReciprocityOptions options{.form = meaning_of(form, "form", forms)};
    return single(frozen, one_round(frozen), py::none(),
                  [&](const auto& csr, Monitor&) { return cohesion::reciprocity(csr, options); });
}

Single transitivity(const FrozenView& frozen, const std::string& closure) {
    using cohesion::Closure;
    constexpr Words<Closure, 2> closures{{{"weak", Closure::weak}, {"strong", Closure::strong}}};
    const cohesion::TransitivityOptions options{.closure = meaning_of(closure, "closure", closures)};
    return single(frozen, one_round(frozen), py::none(),
                  [&](const auto& csr, Monitor&) { return cohesion::transitivity(csr, options); });
}

Answer clustering(const FrozenView& frozen, const std::string& weighted, bool zero) {
    using cohesion::Clustering;
    constexpr Words<Clustering, 2> forms{{{"onnela", Clustering::onnela}, {"barrat", Clustering::barrat}}};
    const cohesion::ClusteringOptions options{.weighted = meaning_of(weighted, "weighted", forms), .zero = zero};
    const auto weights = strengths(frozen.view);
    return scores(frozen, one_round(frozen), py::none(),
                  [&](const auto& csr, Monitor&) { return cohesion::clustering(csr, weights, options); });
}

std::array<std::uint64_t, 3> dyad_census(const FrozenView& frozen) {
    const py::gil_scoped_release unlocked;
    const auto census = frozen.visit([](const auto& csr) { return cohesion::dyad_census(csr); });
    return {census.mutual, census.asymmetric, census.null};
}

std::vector<std::pair<std::string, std::uint64_t>> triad_census(const FrozenView& frozen) {
    const auto census = [&] {
        const py::gil_scoped_release unlocked;
        return frozen.visit([](const auto& csr) { return cohesion::triad_census(csr); });
    }();
    std::vector<std::pair<std::string, std::uint64_t>> rows;
    for (std::size_t type = 0; type < census.size(); ++type) {
        rows.emplace_back(cohesion::triad_types[type], census[type]);
    }
    return rows;
}

std::vector<Single> krackhardt(const FrozenView& frozen) {
    const std::uint64_t effort = frozen.vertex_count() * (one_round(frozen) + frozen.vertex_count());
    auto four = interruptible(effort, py::none(), [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return cohesion::krackhardt(csr, monitor); });
    });
    std::vector<Single> values;
    for (Value& value : {std::ref(four.connectedness), std::ref(four.hierarchy), std::ref(four.efficiency),
                         std::ref(four.least_upper_bound)}) {
        values.emplace_back(value.value, std::move(value.why));
    }
    return values;
}

// --- cores and cliques -------------------------------------------------------------------

Answer cores(const FrozenView& frozen, const std::string& mode) {
    const cohesion::CoresOptions options{.mode = mode_from(mode)};
    return scores(frozen, one_round(frozen), py::none(),
                  [&](const auto& csr, Monitor&) { return cohesion::cores(csr, options); });
}

std::pair<std::vector<std::vector<Vertex>>, bool> cliques(const FrozenView& frozen, const py::object& progress,
                                                          std::uint32_t min_size, bool mutual,
                                                          std::uint64_t max_results, std::optional<double> time_limit) {
    const cohesion::CliquesOptions options{
        .min_size = min_size, .mutual = mutual, .max_results = max_results, .time_limit = time_limit};
    constexpr std::uint64_t unknown = 1'000'000'000;
    auto found = interruptible(unknown, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return cohesion::cliques(csr, options, monitor); });
    });
    return {std::move(found.members), found.partial};
}

// --- what parts a network, and what it does not ---------------------------------------------

py::dict cut_sets(const FrozenView& frozen, const std::optional<std::pair<std::string, std::string>>& between,
                  const py::object& progress, std::uint64_t max_results, std::optional<double> time_limit) {
    const cohesion::CutSetsOptions options{.max_results = max_results, .time_limit = time_limit};
    std::optional<std::pair<Vertex, Vertex>> ends;
    if (between) ends = {frozen.vertex(between->first), frozen.vertex(between->second)};
    const auto found = interruptible(endless, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) {
            return ends ? cohesion::cut_sets(csr, ends->first, ends->second, options, monitor)
                        : cohesion::cut_sets(csr, options, monitor);
        });
    });
    return py::dict("size"_a = found.size, "sets"_a = found.sets, "cut_off"_a = found.cut_off,
                    "partial"_a = found.partial, "why"_a = found.why);
}

std::pair<std::vector<std::vector<std::vector<Vertex>>>, std::vector<std::uint32_t>> k_components(
    const FrozenView& frozen, const py::object& progress) {
    auto found = interruptible(endless, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return cohesion::k_components(csr, monitor); });
    });
    return {std::move(found.levels), std::move(found.embeddedness)};
}

py::dict core_periphery(const FrozenView& frozen, const py::object& progress, std::optional<double> between,
                        std::uint32_t restarts, std::uint64_t seed, std::uint64_t effort) {
    const cohesion::CorePeripheryOptions options{
        .between = between, .restarts = restarts, .seed = seed, .effort = effort};
    const auto weights = strengths(frozen.view);
    const auto found = interruptible(endless, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return cohesion::core_periphery(csr, weights, options, monitor); });
    });
    return py::dict("core"_a = found.core, "quality"_a = found.quality, "bound"_a = found.bound,
                    "exact"_a = found.exact, "why"_a = found.why);
}

// --- groups ------------------------------------------------------------------------------

using Codes = std::vector<std::uint32_t>;

cohesion::Mixing mixed(const FrozenView& frozen, const Codes& groups, std::uint32_t group_count) {
    const auto weights = strengths(frozen.view);
    const py::gil_scoped_release unlocked;
    return frozen.visit([&](const auto& csr) { return cohesion::mixing(csr, groups, group_count, weights); });
}

py::array_t<double> mixing(const FrozenView& frozen, const Codes& groups, std::uint32_t group_count) {
    return to_array(mixed(frozen, groups, group_count).ties);
}

Single group_assortativity(const FrozenView& frozen, const Codes& groups, std::uint32_t group_count) {
    Value value = cohesion::group_assortativity(mixed(frozen, groups, group_count));
    return {value.value, std::move(value.why)};
}

Single number_assortativity(const FrozenView& frozen, const std::vector<double>& numbers) {
    const auto weights = strengths(frozen.view);
    return single(frozen, one_round(frozen), py::none(), [&](const auto& csr, Monitor&) {
        return cohesion::number_assortativity(csr, numbers, numbers, weights);
    });
}

Single degree_assortativity(const FrozenView& frozen) {
    const auto weights = strengths(frozen.view);
    return single(frozen, one_round(frozen), py::none(),
                  [&](const auto& csr, Monitor&) { return cohesion::degree_assortativity(csr, weights); });
}

py::dict homophily(const FrozenView& frozen, const Codes& groups, std::uint32_t group_count) {
    const auto found = cohesion::homophily(mixed(frozen, groups, group_count));
    std::vector<std::array<double, 6>> rows;
    for (const auto& row : found.groups) {
        rows.push_back({row.actors, row.share, row.internal, row.external, row.homophily, row.inbreeding});
    }
    return py::dict("rows"_a = rows, "why"_a = found.why);
}

std::array<double, 5> ei_row(const cohesion::EiRow& row) {
    return {row.external, row.internal, row.index, row.expected, row.p};
}

py::dict ei_index(const FrozenView& frozen, const Codes& groups, std::uint32_t group_count, const py::object& progress,
                  std::uint32_t permutations, std::uint64_t seed, const std::string& alternative) {
    const cohesion::EiIndexOptions options{
        .permutations = permutations, .seed = seed, .alternative = alternative_from(alternative)};
    const auto weights = strengths(frozen.view);
    const std::uint64_t effort = one_round(frozen) * (std::uint64_t{permutations} + 1);
    const auto found = interruptible(effort, progress, [&](Monitor& monitor) {
        return frozen.visit(
            [&](const auto& csr) { return cohesion::ei_index(csr, groups, group_count, weights, options, monitor); });
    });
    std::vector<std::array<double, 5>> rows;
    std::vector<double> actors;
    for (const auto& row : found.groups) rows.push_back(ei_row(row));
    for (const auto& row : found.actors) actors.push_back(row.index);
    return py::dict("network"_a = ei_row(found.network), "groups"_a = rows, "actors"_a = to_array(std::move(actors)),
                    "arrangements"_a = found.arrangements, "exact"_a = found.exact, "why"_a = found.why);
}

}  // namespace

void bind_cohesion(py::module_& m) {
    auto cohesion = m.def_submodule("cohesion");
    cohesion.def("components", &components, "view"_a, py::kw_only(), "strong"_a);
    cohesion.def("articulation_actors", &articulation_actors, "view"_a);
    cohesion.def("bridges", &bridges, "view"_a);
    cohesion.def("backbone", &backbone, "view"_a, py::kw_only(), "alpha"_a);
    cohesion.def("density", &density, "view"_a, py::kw_only(), "loops"_a);
    cohesion.def("reciprocity", &reciprocity, "view"_a, py::kw_only(), "form"_a);
    cohesion.def("transitivity", &transitivity, "view"_a, py::kw_only(), "closure"_a);
    cohesion.def("clustering", &clustering, "view"_a, py::kw_only(), "weighted"_a, "zero"_a);
    cohesion.def("dyad_census", &dyad_census, "view"_a);
    cohesion.def("triad_census", &triad_census, "view"_a);
    cohesion.def("krackhardt", &krackhardt, "view"_a);
    cohesion.def("cores", &cores, "view"_a, py::kw_only(), "mode"_a);
    cohesion.def("cliques", &cliques, "view"_a, "progress"_a, py::kw_only(), "min_size"_a, "mutual"_a, "max_results"_a,
                 "time_limit"_a);
    cohesion.def("cut_sets", &cut_sets, "view"_a, "between"_a, "progress"_a, py::kw_only(), "max_results"_a,
                 "time_limit"_a);
    cohesion.def("k_components", &k_components, "view"_a, "progress"_a);
    cohesion.def("core_periphery", &core_periphery, "view"_a, "progress"_a, py::kw_only(), "between"_a, "restarts"_a,
                 "seed"_a, "effort"_a);
    cohesion.def("mixing", &mixing, "view"_a, "groups"_a, "group_count"_a);
    cohesion.def("group_assortativity", &group_assortativity, "view"_a, "groups"_a, "group_count"_a);
    cohesion.def("number_assortativity", &number_assortativity, "view"_a, "numbers"_a);
    cohesion.def("degree_assortativity", &degree_assortativity, "view"_a);
    cohesion.def("homophily", &homophily, "view"_a, "groups"_a, "group_count"_a);
    cohesion.def("ei_index", &ei_index, "view"_a, "groups"_a, "group_count"_a, "progress"_a, py::kw_only(),
                 "permutations"_a, "seed"_a, "alternative"_a);
}

}  // namespace coopnet::bindings
