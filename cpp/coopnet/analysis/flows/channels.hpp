#pragma once

#include <coopnet/analysis/flows/pipes.hpp>
#include <coopnet/core/monitor.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::flows {

/// From whom to whom. Several sources, or targets, are as one.
struct Ends {
    std::vector<Vertex> sources;
    std::vector<Vertex> targets;
};

/// Throws InvalidOption if there is no source, no target, or one that is both.
void require_ends(const Ends& ends);

/// Rooms, of as many vertices without limit if none are given.
std::vector<double> or_unlimited(std::span<const double> rooms, std::uint32_t count);

/// Pipes that are made wider, narrower and closed, to ask what flows then. All amounts are on the
/// scale of the pipes.
class Channels {
public:
    /// Without rooms, vertices are no pipes and cannot be set. Throws as Pipes, and as `require_ends`.
    template <Direction D>
    Channels(const Csr<D>& view, const Ends& ends, std::span<const double> capacities, std::span<const double> rooms);

    [[nodiscard]] const Pipes& pipes() const noexcept { return pipes_; }
    [[nodiscard]] const std::vector<detail::FlowArc>& arcs() const noexcept { return arcs_; }
    /// One unit of what was given.
    [[nodiscard]] double one() const noexcept { return pipes_.further(0); }

    /// The arcs of an edge, or of a vertex: none of a loop or without rooms, two of what runs both ways.
    [[nodiscard]] std::span<const detail::FlowArc> arcs_of(bool is_vertex, std::uint32_t id) const noexcept {
        const Place place = place_of(is_vertex, id);
        return {arcs_.data() + place.first, place.count};
    }
    /// The edge, or the vertex, that an arc is of, if it is one.
    [[nodiscard]] std::optional<std::uint32_t> carrier(std::size_t arc, bool is_vertex) const noexcept;

    /// What it was made to hold, whatever is set; what is no pipe holds nothing.
    [[nodiscard]] double capacity(bool is_vertex, std::uint32_t id) const noexcept;
    void set(bool is_vertex, std::uint32_t id, double capacity) noexcept;

    [[nodiscard]] detail::MaxFlow flow(const Monitor& monitor) const;
    /// What of a flow runs along an edge, negative if against it, or through a vertex.
    [[nodiscard]] double amount(const detail::MaxFlow& flow, bool is_vertex, std::uint32_t id) const noexcept;
    /// Is there a way that nothing limits, as things are set?
    [[nodiscard]] bool is_endless() const;

private:
    struct Place {
        std::size_t first = 0;
        std::size_t count = 0;
    };
    [[nodiscard]] const Place& place_of(bool is_vertex, std::uint32_t id) const noexcept {
        return (is_vertex ? of_vertices_ : of_edges_)[id];
    }

    Pipes pipes_;
    std::vector<detail::FlowArc> arcs_;
    std::vector<Place> of_edges_, of_vertices_;
};

}  // namespace coopnet::flows
