#include <coopnet/analysis/position/blockmodel.hpp>
#include <coopnet/analysis/position/catrege.hpp>
#include <coopnet/analysis/position/clusters.hpp>
#include <coopnet/analysis/position/concor.hpp>
#include <coopnet/analysis/position/regular_equivalence.hpp>
#include <coopnet/analysis/position/structural_equivalence.hpp>

#include "answers.hpp"
#include "bindings.hpp"
#include "mode.hpp"
#include "words.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

using Codes = std::vector<std::uint32_t>;

position::Diagonal diagonal_from(const std::string& word) {
    using position::Diagonal;
    constexpr Words<Diagonal, 3> diagonals{
        {{"ignored", Diagonal::ignored}, {"swapped", Diagonal::swapped}, {"kept", Diagonal::kept}}};
    return meaning_of(word, "diagonal", diagonals);
}

position::Relations relations_of(const Codes& relations, bool strongest) {
    std::uint32_t count = 1;
    for (const std::uint32_t relation : relations) count = std::max(count, relation + 1);
    return {.of = relations, .count = count, .strongest = strongest};
}

std::uint64_t each_pair(const FrozenView& frozen) {
    return frozen.vertex_count() * one_round(frozen);
}

template <class Kernel>
Answer matrix(const FrozenView& frozen, std::uint64_t effort, const py::object& progress, const Kernel& kernel) {
    ActorMatrix found = interruptible(effort, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return kernel(csr, monitor); });
    });
    return {to_array(std::move(found.values)), std::move(found.why)};
}

Answer structural_equivalence(const FrozenView& frozen, const Codes& relations, bool strongest,
                              const py::object& progress, const std::string& distance, const std::string& mode,
                              const std::string& diagonal, std::optional<double> undefined) {
    using position::Distance;
    constexpr Words<Distance, 4> distances{{{"euclidean", Distance::euclidean},
                                            {"hamming", Distance::hamming},
                                            {"correlation", Distance::correlation},
                                            {"jaccard", Distance::jaccard}}};
    const position::StructuralEquivalenceOptions options{.distance = meaning_of(distance, "distance", distances),
                                                         .mode = mode_from(mode),
                                                         .diagonal = diagonal_from(diagonal),
                                                         .undefined = undefined};
    const auto weights = strengths(frozen.view);
    return matrix(frozen, 4 * each_pair(frozen), progress, [&](const auto& csr, Monitor& monitor) {
        return position::structural_equivalence(csr, weights, relations_of(relations, strongest), options, monitor);
    });
}

Answer regular_equivalence(const FrozenView& frozen, const py::object& progress, std::uint32_t iterations,
                           const std::string& attainable) {
    using position::Attainable;
    constexpr Words<Attainable, 2> words{{{"degrees", Attainable::degrees}, {"matches", Attainable::matches}}};
    const position::RegularEquivalenceOptions options{.iterations = iterations,
                                                      .attainable = meaning_of(attainable, "attainable", words)};
    const auto weights = strengths(frozen.view);
    const std::uint64_t edges = frozen.edge_count();
    const std::uint64_t effort = iterations * (2 * edges * edges + each_pair(frozen));
    return matrix(frozen, effort, progress, [&](const auto& csr, Monitor& monitor) {
        return position::regular_equivalence(csr, weights, options, monitor);
    });
}

py::array_t<std::uint32_t> concor(const FrozenView& frozen, const Codes& relations, bool strongest,
                                  std::uint32_t splits, const std::string& mode, const std::string& diagonal,
                                  std::uint32_t max_iterations, double tolerance) {
    const position::ConcorOptions options{.splits = splits,
                                          .mode = mode_from(mode),
                                          .diagonal = diagonal_from(diagonal),
                                          .max_iterations = max_iterations,
                                          .tolerance = tolerance};
    const auto weights = strengths(frozen.view);
    const std::uint64_t cube = frozen.vertex_count() * frozen.vertex_count() * frozen.vertex_count();
    Partition found = interruptible(4 * each_pair(frozen) + cube, py::none(), [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) {
            return position::concor(csr, weights, relations_of(relations, strongest), options, monitor);
        });
    });
    return to_array(std::move(found.groups));
}

py::array_t<std::uint32_t> catrege(const FrozenView& frozen, const Codes& relations) {
    Partition found = interruptible(100 * one_round(frozen), py::none(), [&](Monitor& monitor) {
        return frozen.visit(
            [&](const auto& csr) { return position::catrege(csr, relations_of(relations, false), monitor); });
    });
    return to_array(std::move(found.groups));
}

py::array_t<std::uint32_t> clusters(const Numbers& values, std::uint32_t k, const std::string& linkage,
                                    bool similarities) {
    using position::Linkage;
    constexpr Words<Linkage, 3> linkages{
        {{"average", Linkage::average}, {"complete", Linkage::complete}, {"single", Linkage::single}}};
    const position::ClustersOptions options{.linkage = meaning_of(linkage, "linkage", linkages),
                                            .similarities = similarities};
    ActorMatrix matrix{static_cast<std::uint32_t>(values.shape(0)), {}, {}};
    matrix.values.assign(values.data(), values.data() + values.size());
    Partition found = interruptible(10 * matrix.values.size(), py::none(),
                                    [&](Monitor& monitor) { return position::clusters(matrix, k, options, monitor); });
    return to_array(std::move(found.groups));
}

py::dict blockmodel(const FrozenView& frozen, const Codes& groups, const std::string& value,
                    std::optional<double> cut) {
    using position::BlockValue;
    constexpr Words<BlockValue, 3> values{
        {{"density", BlockValue::density}, {"mean", BlockValue::mean}, {"sum", BlockValue::sum}}};
    const position::BlockmodelOptions options{.value = meaning_of(value, "value", values), .cut = cut};
    const auto weights = strengths(frozen.view);
    const Blocks model = interruptible(10 * one_round(frozen), py::none(), [&](Monitor& monitor) {
        return frozen.visit(
            [&](const auto& csr) { return position::blockmodel(csr, groups, weights, options, monitor); });
    });
    std::vector<double> pairs, ties, found;
    std::vector<bool> image;
    for (const Block& block : model.blocks) {
        pairs.push_back(block.pairs);
        ties.push_back(block.ties);
        found.push_back(block.value);
        image.push_back(block.tied);
    }
    return py::dict("sizes"_a = model.sizes, "pairs"_a = pairs, "ties"_a = ties, "value"_a = found, "image"_a = image,
                    "cut"_a = model.cut, "fit"_a = model.fit, "errors"_a = model.errors, "why"_a = model.why);
}

}  // namespace

void bind_position(py::module_& m) {
    auto position = m.def_submodule("position");
    position.def("structural_equivalence", &structural_equivalence, "view"_a, "relations"_a, "strongest"_a,
                 "progress"_a, py::kw_only(), "distance"_a, "mode"_a, "diagonal"_a, "undefined"_a);
    position.def("regular_equivalence", &regular_equivalence, "view"_a, "progress"_a, py::kw_only(), "iterations"_a,
                 "attainable"_a);
    position.def("concor", &concor, "view"_a, "relations"_a, "strongest"_a, py::kw_only(), "splits"_a, "mode"_a,
                 "diagonal"_a, "max_iterations"_a, "tolerance"_a);
    position.def("catrege", &catrege, "view"_a, "relations"_a);
    position.def("clusters", &clusters, "values"_a, "k"_a, py::kw_only(), "linkage"_a, "similarities"_a);
    position.def("blockmodel", &blockmodel, "view"_a, "groups"_a, py::kw_only(), "value"_a, "cut"_a);
}

}  // namespace coopnet::bindings
