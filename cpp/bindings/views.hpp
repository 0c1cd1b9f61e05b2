#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/view/fold.hpp>

#include <coopnet/view/projection.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

#include <cstdint>
#include <memory>
#include <string_view>
#include <variant>
#include <vector>

namespace coopnet::bindings {

/// What Python holds: a view, and the network whose names and sources it stands on.
struct FrozenView {
    std::shared_ptr<const Network> network;
    View view;

    /// The vertex of an actor. Throws UnknownActor: no such actor (nearest ids named), or
    /// left out by the projection.
    [[nodiscard]] Vertex vertex(std::string_view key) const {
        static_cast<void>(network->actor(key));
        return view.names->vertex(key);
    }

    /// `question(csr)` on the graph inside, whichever direction it has.
    template <class Question>
    decltype(auto) visit(Question&& question) const {
        return std::visit(std::forward<Question>(question), view.csr);
    }

    [[nodiscard]] std::uint64_t vertex_count() const {
        return visit([](const auto& graph) -> std::uint64_t { return graph.vertex_count(); });
    }
    [[nodiscard]] std::uint64_t edge_count() const {
        return visit([](const auto& graph) -> std::uint64_t { return graph.edge_count(); });
    }
};

/// Ties by the numbers of their rows.
inline std::vector<TieRow> tie_rows(const std::vector<std::uint32_t>& numbers) {
    std::vector<TieRow> ties;
    ties.reserve(numbers.size());
    for (const std::uint32_t number : numbers) ties.push_back(row<TieRow>(number));
    return ties;
}

/// What coopnet.Projection hands over: every field, lists already lists.
using AskedProjection = pybind11::typing::Dict<pybind11::str, pybind11::object>;

Projection projection_from(const AskedProjection& asked);

}  // namespace coopnet::bindings
