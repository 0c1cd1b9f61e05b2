#include <coopnet/analysis/flows/circles.hpp>
#include <coopnet/analysis/flows/pipes.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace coopnet::flows {
namespace {

bool is_amount(double amount) noexcept {
    return std::isfinite(amount) && amount >= 0;
}
bool is_limit(double amount) noexcept {
    return amount >= 0;  // infinity too
}

// All that is given and has an end, what is beside the bounds first.
std::vector<double> all_amounts(const Bounds& bounds, std::span<const double> further) {
    std::vector<double> amounts(further.begin(), further.end());
    for (const auto& some : {bounds.capacities, bounds.least, bounds.rooms}) {
        for (const double amount : some) amounts.push_back(std::isinf(amount) ? 0 : amount);
    }
    return amounts;
}

}  // namespace

void require(const Bounds& bounds, std::uint32_t edges, std::uint32_t vertices) {
    const auto fit = [](std::span<const double> given, std::size_t count) {
        return given.empty() || given.size() == count;
    };
    if (bounds.capacities.size() != edges || !fit(bounds.least, edges) || !fit(bounds.rooms, vertices)) {
        throw InvalidOption{"Bounds are not as many as ties or actors. Give each its own."};
    }
    if (!std::ranges::all_of(bounds.capacities, is_limit) || !std::ranges::all_of(bounds.least, is_amount) ||
        !std::ranges::all_of(bounds.rooms, is_limit)) {
        throw InvalidWeight{"A capacity, a room or a least amount is negative or no number. Mend it."};
    }
}

template <Direction D>
Pipes::Pipes(const Csr<D>& view, const Bounds& bounds, std::span<const Vertex> sources, std::span<const Vertex> targets,
             std::span<const double> further)
    : vertex_count_(view.vertex_count()),
      edge_count_(view.edge_count()),
      has_rooms_(!bounds.rooms.empty()),
      has_least_(std::ranges::any_of(bounds.least, [](double least) { return least > 0; })),
      scale_(all_amounts(bounds, further), further.size() + (2 * view.edge_count()) + view.vertex_count()) {
    require(bounds, view.edge_count(), view.vertex_count());
    const auto scaled = scale_.costs();
    std::size_t place = further.size();
    const auto whole = [&](std::span<const double> given) {
        std::vector<double> limits(given.begin(), given.end());
        for (double& limit : limits) {
            const double amount = scaled[place++];
            if (!std::isinf(limit)) limit = amount;
        }
        return limits;
    };
    const auto capacities = whole(bounds.capacities);
    const auto least = whole(bounds.least);
    const auto rooms = whole(bounds.rooms);
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        add_edge(edge, id, !Csr<D>::is_directed || edge.both_ways, capacities[id], least.empty() ? 0 : least[id]);
    }
    for (Vertex v = 0; v < rooms.size(); ++v) pipes_.push_back({entry(v), exit(v), rooms[v], 0, Pipe::none, v});
    std::vector<bool> is_source(view.vertex_count(), false);
    for (const Vertex v : sources) {
        is_source[v] = true;
        pipes_.push_back({source(), entry(v)});
    }
    for (const Vertex v : targets) {
        if (is_source[v]) throw InvalidOption{"Nothing flows from an actor to itself. Name two different actors."};
        pipes_.push_back({exit(v), target()});
    }
}

void Pipes::add_edge(const EdgeSpec& edge, EdgeId id, bool both_ways, double capacity, double least) {
    if (edge.source == edge.target) return;
    pipes_.push_back({exit(edge.source), entry(edge.target), capacity, least, id});
    if (both_ways) pipes_.push_back({exit(edge.target), entry(edge.source), capacity, 0, id, Pipe::none, true});
}

std::vector<detail::FlowArc> Pipes::arcs() const {
    std::vector<detail::FlowArc> arcs;
    arcs.reserve(pipes_.size());
    for (const Pipe& pipe : pipes_) arcs.push_back({pipe.from, pipe.to, pipe.capacity - pipe.least});
    return arcs;
}

std::vector<Vertex> Pipes::endless() const {
    std::vector<Vertex> way;
    for (const std::uint32_t node : detail::endless_way(node_count(), arcs(), source(), target())) {
        if (node >= source()) continue;
        const Vertex v = node % vertex_count_;
        if (way.empty() || way.back() != v) way.push_back(v);
    }
    return way;
}

Flow Pipes::flow(std::vector<double> amounts) const {
    std::vector<EdgeSpec> edges;
    std::vector<double> least;
    for (const Pipe& pipe : pipes_) {
        edges.push_back({pipe.from, pipe.to});
        least.push_back(pipe.least);
    }
    take_out_circles({node_count(), std::move(edges)}, amounts, least);
    Flow flow;
    flow.amounts.resize(edge_count_);
    for (std::size_t i = 0; i < pipes_.size(); ++i) {
        const Pipe& pipe = pipes_[i];
        if (pipe.edge != Pipe::none) flow.amounts[pipe.edge] += pipe.back ? -amounts[i] : amounts[i];
        if (pipe.from == source()) flow.value += amounts[i];
    }
    for (double& amount : flow.amounts) amount = told(amount) + 0.0;  // never −0
    flow.value = told(flow.value);
    return flow;
}

std::vector<double> Pipes::needs() const {
    std::vector<double> needs(node_count(), 0);
    for (const Pipe& pipe : pipes_) {
        needs[pipe.to] += pipe.least;
        needs[pipe.from] -= pipe.least;
    }
    return needs;
}

std::optional<Shortage> Pipes::overfull() const {
    const auto full = std::ranges::find_if(pipes_, [](const Pipe& pipe) { return pipe.least > pipe.capacity; });
    if (full == pipes_.end()) return std::nullopt;
    return Shortage{{}, {full->edge}, {full->edge}, {}, told(full->least), told(full->capacity)};
}

Shortage Pipes::shortage(const std::vector<bool>& side, std::span<const double> supply) const {
    Shortage shortage;
    for (Vertex v = 0; v < vertex_count_; ++v) {
        if (side[entry(v)] || side[exit(v)]) shortage.vertices.push_back(v);
    }
    for (std::uint32_t node = 0; node < supply.size(); ++node) {
        if (side[node]) (supply[node] > 0 ? shortage.must : shortage.can) += std::abs(supply[node]);
    }
    for (const Pipe& pipe : pipes_) {
        if (!side[pipe.from] && side[pipe.to] && pipe.least > 0) {
            shortage.into.push_back(pipe.edge);
            shortage.must += pipe.least;
        }
        if (side[pipe.from] && !side[pipe.to]) {
            shortage.can += pipe.capacity;
            if (pipe.edge != Pipe::none) shortage.out.push_back(pipe.edge);
            if (pipe.room != Pipe::none) shortage.rooms.push_back(pipe.room);
        }
    }
    shortage.must = told(shortage.must);
    shortage.can = told(shortage.can);
    return shortage;
}

template Pipes::Pipes(const Digraph&, const Bounds&, std::span<const Vertex>, std::span<const Vertex>,
                      std::span<const double>);
template Pipes::Pipes(const Ugraph&, const Bounds&, std::span<const Vertex>, std::span<const Vertex>,
                      std::span<const double>);

}  // namespace coopnet::flows
