#include <coopnet/analysis/layers/overlap.hpp>
#include <coopnet/analysis/layers/participation.hpp>
#include <coopnet/analysis/layers/relevance.hpp>

#include "answers.hpp"
#include "bindings.hpp"
#include "mode.hpp"

#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

// The layers, each frozen by itself, on the actors of one view.
layers::Multiplex multiplex(const FrozenView& actors, const std::vector<const FrozenView*>& frozen) {
    layers::Multiplex multiplex{static_cast<std::uint32_t>(actors.vertex_count()), {}};
    for (const FrozenView* layer : frozen) {
        auto& edges = multiplex.layers.emplace_back();
        std::vector<Vertex> number;
        for (const auto& key : layer->view.names->keys()) number.push_back(actors.vertex(key));
        layer->visit([&]<Direction D>(const Csr<D>& csr) {
            for (const EdgeSpec& edge : csr.edges()) {
                const bool both_ways = D == Direction::undirected || edge.both_ways;
                edges.push_back({number[edge.source], number[edge.target], edge.weight, both_ways});
            }
        });
    }
    return multiplex;
}

py::dict participation(const Numbers& degrees, std::uint32_t layer_count) {
    auto found = layers::participation({degrees.data(), static_cast<std::size_t>(degrees.size())}, layer_count);
    return py::dict("overlapping"_a = to_array(std::move(found.overlapping)), "z"_a = to_array(std::move(found.z)),
                    "participation"_a = to_array(std::move(found.participation)), "why"_a = found.why);
}

using OverlapNumbers = std::tuple<std::uint32_t, std::uint32_t, double, double, double, double>;

std::pair<std::vector<OverlapNumbers>, std::string> overlap(const FrozenView& actors,
                                                            const std::vector<const FrozenView*>& frozen) {
    const auto found = layers::overlap(multiplex(actors, frozen));
    std::vector<OverlapNumbers> rows;
    for (const auto& row : found.rows) {
        rows.emplace_back(row.layer, row.other, row.ties, row.shared, row.jaccard, row.conditional);
    }
    return {std::move(rows), found.why};
}

py::dict relevance(const FrozenView& actors, const std::vector<const FrozenView*>& frozen, const std::string& mode) {
    auto found = layers::relevance(multiplex(actors, frozen), {.mode = mode_from(mode)});
    return py::dict("relevance"_a = to_array(std::move(found.relevance)),
                    "exclusive"_a = to_array(std::move(found.exclusive)),
                    "weighted"_a = to_array(std::move(found.weighted)), "why"_a = found.why);
}

}  // namespace

void bind_layers(py::module_& m) {
    auto layers = m.def_submodule("layers");
    layers.def("participation", &participation, "degrees"_a, "layer_count"_a);
    layers.def("overlap", &overlap, "actors"_a, "layers"_a);
    layers.def("relevance", &relevance, "actors"_a, "layers"_a, py::kw_only(), "mode"_a);
}

}  // namespace coopnet::bindings
