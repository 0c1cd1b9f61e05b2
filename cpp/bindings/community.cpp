#include <coopnet/analysis/community/comparison.hpp>
#include <coopnet/analysis/community/girvan_newman.hpp>
#include <coopnet/analysis/community/label_propagation.hpp>
#include <coopnet/analysis/community/leiden.hpp>
#include <coopnet/analysis/community/louvain.hpp>
#include <coopnet/analysis/community/modularity.hpp>

#include "answers.hpp"
#include "bindings.hpp"
#include "words.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

using Codes = std::vector<std::uint32_t>;
using Division = std::tuple<py::array_t<std::uint32_t>, double, std::string>;  // groups, quality, why undefined

constexpr std::uint64_t rounds = 50;  // a usual number, each over all ties

template <class Kernel>
Division searched(const FrozenView& frozen, std::optional<std::uint32_t> starts, const py::object& progress,
                  const Kernel& kernel) {
    auto found = interruptible(rounds * starts.value_or(4) * one_round(frozen), progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return kernel(csr, monitor); });
    });
    return {to_array(std::move(found.partition.groups)), found.quality.value, std::move(found.quality.why)};
}

Single modularity(const FrozenView& frozen, const Codes& groups, double resolution) {
    const auto weights = strengths(frozen.view);
    return single(frozen, one_round(frozen), py::none(), [&](const auto& csr, Monitor&) {
        return community::modularity(csr, groups, weights, {.resolution = resolution});
    });
}

Division louvain(const FrozenView& frozen, const py::object& progress, double resolution, std::uint64_t seed,
                 std::optional<std::uint32_t> starts) {
    const auto weights = strengths(frozen.view);
    const community::LouvainOptions options{.resolution = resolution, .seed = seed, .starts = starts};
    return searched(frozen, starts, progress, [&](const auto& csr, Monitor& monitor) {
        return community::louvain(csr, weights, options, monitor);
    });
}

Division leiden(const FrozenView& frozen, const py::object& progress, const std::string& objective, double resolution,
                std::uint64_t seed, std::optional<std::uint32_t> starts) {
    using community::Objective;
    constexpr Words<Objective, 2> objectives{{{"modularity", Objective::modularity}, {"cpm", Objective::cpm}}};
    const auto weights = strengths(frozen.view);
    const community::LeidenOptions options{.objective = meaning_of(objective, "objective", objectives),
                                           .resolution = resolution,
                                           .seed = seed,
                                           .starts = starts};
    return searched(frozen, starts, progress, [&](const auto& csr, Monitor& monitor) {
        return community::leiden(csr, weights, options, monitor);
    });
}

py::array_t<std::uint32_t> label_propagation(const FrozenView& frozen, const py::object& progress, std::uint64_t seed) {
    const auto weights = strengths(frozen.view);
    Partition found = interruptible(rounds * one_round(frozen), progress, [&](Monitor& monitor) {
        return frozen.visit(
            [&](const auto& csr) { return community::label_propagation(csr, weights, {.seed = seed}, monitor); });
    });
    return to_array(std::move(found.groups));
}

std::pair<std::vector<Division>, std::size_t> girvan_newman(const FrozenView& frozen, const py::object& progress,
                                                            std::optional<std::uint32_t> k) {
    const auto weights = strengths(frozen.view);
    const std::uint64_t effort = frozen.edge_count() * frozen.vertex_count() * one_round(frozen);
    auto found = interruptible(effort, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return community::girvan_newman(csr, weights, {.k = k}, monitor); });
    });
    std::vector<Division> levels;
    for (auto& level : found.levels) {
        levels.emplace_back(to_array(std::move(level.partition.groups)), level.quality.value,
                            std::move(level.quality.why));
    }
    return {std::move(levels), found.chosen};
}

py::dict compare(const Codes& one, const Codes& other) {
    const auto found = community::compare(one, other);
    return py::dict("nmi"_a = found.nmi, "ami"_a = found.ami, "rand"_a = found.rand,
                    "adjusted_rand"_a = found.adjusted_rand,
                    "variation_of_information"_a = found.variation_of_information);
}

}  // namespace

void bind_community(py::module_& m) {
    auto community = m.def_submodule("community");
    community.def("modularity", &modularity, "view"_a, "groups"_a, py::kw_only(), "resolution"_a);
    community.def("louvain", &louvain, "view"_a, "progress"_a, py::kw_only(), "resolution"_a, "seed"_a, "starts"_a);
    community.def("leiden", &leiden, "view"_a, "progress"_a, py::kw_only(), "objective"_a, "resolution"_a, "seed"_a,
                  "starts"_a);
    community.def("label_propagation", &label_propagation, "view"_a, "progress"_a, py::kw_only(), "seed"_a);
    community.def("girvan_newman", &girvan_newman, "view"_a, "progress"_a, py::kw_only(), "k"_a);
    community.def("compare", &compare, "one"_a, "other"_a);
}

}  // namespace coopnet::bindings
