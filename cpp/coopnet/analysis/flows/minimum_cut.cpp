#include <coopnet/analysis/detail/closed_sets.hpp>
#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/analysis/flows/circles.hpp>
#include <coopnet/analysis/flows/minimum_cut.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace coopnet::flows {
namespace {

// What could still be sent, along and back.
Digraph residual(const Pipes& pipes, const detail::MaxFlow& flow) {
    std::vector<EdgeSpec> steps;
    for (std::size_t i = 0; i < flow.amounts.size(); ++i) {
        const Pipe& pipe = pipes.pipes()[i];
        if (pipe.capacity - flow.amounts[i] > flow.slack) steps.push_back({pipe.from, pipe.to});
        if (flow.amounts[i] > flow.slack) steps.push_back({pipe.to, pipe.from});
    }
    return {pipes.node_count(), std::move(steps)};
}

// Two cuts differ in nodes that something flows through, and only these are chosen.
std::vector<Vertex> passed(const Pipes& pipes, const detail::MaxFlow& flow) {
    std::vector<bool> is_passed(pipes.node_count(), false);
    for (std::size_t i = 0; i < flow.amounts.size(); ++i) {
        if (flow.amounts[i] > flow.slack) is_passed[pipes.pipes()[i].to] = true;
    }
    std::vector<Vertex> nodes;
    for (Vertex node = 0; node < pipes.source(); ++node) {
        if (is_passed[node]) nodes.push_back(node);
    }
    return nodes;
}

void forget_circles(const Pipes& pipes, detail::MaxFlow& flow) {
    std::vector<EdgeSpec> edges;
    for (const Pipe& pipe : pipes.pipes()) edges.push_back({pipe.from, pipe.to});
    take_out_circles({pipes.node_count(), std::move(edges)}, flow.amounts);
}

// The cut around a set of nodes, and its capacity.
std::pair<FlowCut, double> cut_around(const Pipes& pipes, const detail::ClosedSets& side) {
    FlowCut cut;
    double capacity = 0;
    for (Vertex v = 0; v < pipes.vertex_count(); ++v) {
        if (side.holds(pipes.entry(v))) cut.source_side.push_back(v);
    }
    for (const Pipe& pipe : pipes.pipes()) {
        if (pipe.capacity == 0 || !side.holds(pipe.from) || side.holds(pipe.to)) continue;
        capacity += pipe.capacity;
        if (pipe.edge != Pipe::none) cut.edges.push_back(pipe.edge);
        if (pipe.room != Pipe::none) cut.rooms.push_back(pipe.room);
    }
    return {std::move(cut), capacity};
}

bool nearer(const FlowCut& one, const FlowCut& other) {
    if (one.source_side.size() != other.source_side.size()) return one.source_side.size() < other.source_side.size();
    return one.source_side < other.source_side;
}

}  // namespace

template <Direction D>
FlowCuts minimum_cut(const Csr<D>& view, std::span<const Vertex> sources, std::span<const Vertex> targets,
                     const Bounds& bounds, const MinimumCutOptions& options, Monitor& monitor) {
    if (options.max_results == 0) throw InvalidOption{"max_results=0 lists no cut. Ask for at least 1."};
    detail::Patience patience{monitor, options.time_limit};
    const Pipes pipes{view, bounds, sources, targets};
    if (auto endless = pipes.endless(); !endless.empty()) return {.endless = std::move(endless)};
    detail::MaxFlow flow = detail::max_flow(pipes.node_count(), pipes.arcs(), pipes.source(), pipes.target(), monitor);
    forget_circles(pipes, flow);

    FlowCuts found{.value = pipes.told(flow.value)};
    detail::ClosedSets sides{residual(pipes, flow), pipes.source(), pipes.target(), passed(pipes, flow)};
    std::uint64_t worked = 0;
    while (sides.next()) {
        found.partial = found.cuts.size() == options.max_results ||
                        (!found.cuts.empty() &&
                         !patience.lasts(sides.work() - std::exchange(worked, sides.work()) + pipes.pipes().size()));
        if (found.partial) break;
        auto [cut, capacity] = cut_around(pipes, sides);
        // Where amounts are not exact, leftovers that count as nothing each may add up.
        if (pipes.equal(capacity, flow.value)) found.cuts.push_back(std::move(cut));
    }
    std::ranges::sort(found.cuts, nearer);
    return found;
}

template FlowCuts minimum_cut(const Digraph&, std::span<const Vertex>, std::span<const Vertex>, const Bounds&,
                              const MinimumCutOptions&, Monitor&);
template FlowCuts minimum_cut(const Ugraph&, std::span<const Vertex>, std::span<const Vertex>, const Bounds&,
                              const MinimumCutOptions&, Monitor&);

}  // namespace coopnet::flows
