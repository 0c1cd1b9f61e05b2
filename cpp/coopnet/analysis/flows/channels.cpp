#include <coopnet/analysis/flows/channels.hpp>

#include <algorithm>
#include <array>

namespace coopnet::flows {
namespace {

template <Direction D>
Pipes pipes_of(const Csr<D>& view, const Ends& ends, std::span<const double> capacities,
               std::span<const double> rooms) {
    require_ends(ends);
    const std::array<double, 1> one{1};
    return {view, {.capacities = capacities, .rooms = rooms}, ends.sources, ends.targets, one};
}

}  // namespace

std::vector<double> or_unlimited(std::span<const double> rooms, std::uint32_t count) {
    if (rooms.empty()) return std::vector<double>(count, unlimited);
    return {rooms.begin(), rooms.end()};
}

void require_ends(const Ends& ends) {
    if (ends.sources.empty() || ends.targets.empty()) {
        throw InvalidOption{"A flow runs from somebody to somebody. Name a source and a target."};
    }
    for (const Vertex source : ends.sources) {
        if (std::ranges::find(ends.targets, source) != ends.targets.end()) {
            throw InvalidOption{"Nothing flows from an actor to itself. Name two different actors."};
        }
    }
}

template <Direction D>
Channels::Channels(const Csr<D>& view, const Ends& ends, std::span<const double> capacities,
                   std::span<const double> rooms)
    : pipes_(pipes_of(view, ends, capacities, rooms)),
      arcs_(pipes_.arcs()),
      of_edges_(view.edge_count()),
      of_vertices_(view.vertex_count()) {
    for (std::size_t i = 0; i < arcs_.size(); ++i) {
        const Pipe& pipe = pipes_.pipes()[i];
        if (pipe.room != Pipe::none) of_vertices_[pipe.room] = {i, 1};
        if (pipe.edge == Pipe::none) continue;
        Place& place = of_edges_[pipe.edge];
        place = pipe.back ? Place{place.first, 2} : Place{i, 1};  // the way back is next
    }
}

std::optional<std::uint32_t> Channels::carrier(std::size_t arc, bool is_vertex) const noexcept {
    const Pipe& pipe = pipes_.pipes()[arc];
    const std::uint32_t id = is_vertex ? pipe.room : pipe.edge;
    return id == Pipe::none ? std::nullopt : std::optional{id};
}

double Channels::capacity(bool is_vertex, std::uint32_t id) const noexcept {
    const Place& place = place_of(is_vertex, id);
    return place.count == 0 ? 0 : pipes_.pipes()[place.first].capacity;
}

void Channels::set(bool is_vertex, std::uint32_t id, double capacity) noexcept {
    const Place& place = place_of(is_vertex, id);
    for (std::size_t i = 0; i < place.count; ++i) arcs_[place.first + i].capacity = capacity;
}

detail::MaxFlow Channels::flow(const Monitor& monitor) const {
    return detail::max_flow(pipes_.node_count(), arcs_, pipes_.source(), pipes_.target(), monitor);
}

double Channels::amount(const detail::MaxFlow& flow, bool is_vertex, std::uint32_t id) const noexcept {
    const Place& place = place_of(is_vertex, id);
    double amount = place.count == 0 ? 0 : flow.amounts[place.first];
    if (place.count == 2) amount -= flow.amounts[place.first + 1];
    return amount;
}

bool Channels::is_endless() const {
    return !detail::endless_way(pipes_.node_count(), arcs_, pipes_.source(), pipes_.target()).empty();
}

template Channels::Channels(const Digraph&, const Ends&, std::span<const double>, std::span<const double>);
template Channels::Channels(const Ugraph&, const Ends&, std::span<const double>, std::span<const double>);

}  // namespace coopnet::flows
