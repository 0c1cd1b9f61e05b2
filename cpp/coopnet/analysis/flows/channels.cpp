#include <coopnet/analysis/flows/channels.hpp>

#include <algorithm>
#include <limits>

namespace coopnet::flows {
namespace {

constexpr double no_limit = std::numeric_limits<double>::infinity();

}  // namespace

void require_ends(const Ends& ends) {
    if (ends.sources.empty() || ends.targets.empty()) {
        throw InvalidOption{"A flow runs from somebody to somebody. Name a source and a target."};
    }
    for (const Vertex source : ends.sources) {
        if (std::ranges::find(ends.targets, source) != ends.targets.end()) {
            throw InvalidOption{"An actor is both source and target. Name different actors."};
        }
    }
}

template <Direction D>
Channels::Channels(const Csr<D>& view, const Ends& ends, std::span<const double> edges,
                   std::span<const double> vertices)
    : nodes_((2 * view.vertex_count()) + 2) {
    arcs_.reserve(view.vertex_count() + (2 * view.edge_count()) + ends.sources.size() + ends.targets.size());
    for (Vertex v = 0; v < view.vertex_count(); ++v) arcs_.push_back({entry(v), exit(v), vertices[v]});
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        first_.push_back(static_cast<std::uint32_t>(arcs_.size()));
        both_ways_.push_back(!Csr<D>::is_directed || edge.both_ways);
        edge_of_.resize(edge_of_.size() + (both_ways_[id] ? 2 : 1), id);
        arcs_.push_back({exit(edge.source), entry(edge.target), edges[id]});
        if (both_ways_[id]) arcs_.push_back({exit(edge.target), entry(edge.source), edges[id]});
    }
    for (const Vertex v : ends.sources) arcs_.push_back({source(), entry(v), no_limit});
    for (const Vertex v : ends.targets) arcs_.push_back({exit(v), target(), no_limit});
}

void Channels::set_edge(EdgeId edge, double capacity) noexcept {
    arcs_[first_[edge]].capacity = capacity;
    if (both_ways_[edge]) arcs_[first_[edge] + 1].capacity = capacity;
}

detail::MaxFlow Channels::flow(const Monitor& monitor) const {
    return detail::max_flow(nodes_, arcs_, source(), target(), monitor);
}

double Channels::along(const detail::MaxFlow& flow, EdgeId edge) const noexcept {
    const std::uint32_t on = first_[edge];
    return both_ways_[edge] ? flow.amounts[on] - flow.amounts[on + 1] : flow.amounts[on];
}

std::optional<std::uint32_t> Channels::carrier(std::size_t arc, bool of_vertices) const noexcept {
    const std::size_t vertices = (nodes_ - 2) / 2;
    if (of_vertices) return arc < vertices ? std::optional{static_cast<std::uint32_t>(arc)} : std::nullopt;
    return arc >= vertices && arc - vertices < edge_of_.size() ? std::optional{edge_of_[arc - vertices]} : std::nullopt;
}

std::vector<Vertex> Channels::endless_way() const {
    std::vector<Vertex> vertices;
    for (const std::uint32_t node : detail::endless_way(nodes_, arcs_, source(), target())) {
        if (node >= source()) continue;
        const Vertex v = node / 2;
        if (vertices.empty() || vertices.back() != v) vertices.push_back(v);
    }
    return vertices;
}

template Channels::Channels(const Digraph&, const Ends&, std::span<const double>, std::span<const double>);
template Channels::Channels(const Ugraph&, const Ends&, std::span<const double>, std::span<const double>);

}  // namespace coopnet::flows
