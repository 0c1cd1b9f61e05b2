#include <coopnet/analysis/flows/maximum.hpp>

#include <cstddef>
#include <optional>
#include <utility>

namespace coopnet::flows {
namespace {

using detail::FlowArc;

// Some flow that carries what every pipe must, as amounts by pipe. What comes to the targets may go round to the
// sources.
std::optional<std::vector<double>> some_flow(const Pipes& pipes, Shortage& shortage, const Monitor& monitor) {
    const std::vector<double> needs = pipes.needs();
    std::vector<FlowArc> arcs = pipes.arcs();
    const std::uint32_t giver = pipes.node_count();
    const std::uint32_t taker = giver + 1;
    arcs.push_back({pipes.target(), pipes.source(), unlimited});
    double all = 0;
    for (std::uint32_t node = 0; node < needs.size(); ++node) {
        if (needs[node] > 0) arcs.push_back({giver, node, needs[node]});
        if (needs[node] < 0) arcs.push_back({node, taker, -needs[node]});
        if (needs[node] > 0) all += needs[node];
    }
    detail::MaxFlow flow = detail::max_flow(taker + 1, arcs, giver, taker, monitor);
    if (!pipes.equal(flow.value, all)) {
        shortage = pipes.shortage(flow.source_side, {});
        return std::nullopt;
    }
    flow.amounts.resize(pipes.pipes().size());
    for (std::size_t i = 0; i < flow.amounts.size(); ++i) flow.amounts[i] += pipes.pipes()[i].least;
    return std::move(flow.amounts);
}

// What still goes on top of a flow, or takes its place.
void add_most(const Pipes& pipes, std::vector<double>& amounts, const Monitor& monitor) {
    std::vector<FlowArc> arcs;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const Pipe& pipe = pipes.pipes()[i];
        arcs.push_back({pipe.from, pipe.to, pipe.capacity - amounts[i]});
        arcs.push_back({pipe.to, pipe.from, amounts[i] - pipe.least});
    }
    const detail::MaxFlow more = detail::max_flow(pipes.node_count(), arcs, pipes.source(), pipes.target(), monitor);
    for (std::size_t i = 0; i < amounts.size(); ++i) amounts[i] += more.amounts[2 * i] - more.amounts[(2 * i) + 1];
}

}  // namespace

template <Direction D>
Flow maximum(const Csr<D>& view, std::span<const Vertex> sources, std::span<const Vertex> targets, const Bounds& bounds,
             const Monitor& monitor) {
    const Pipes pipes{view, bounds, sources, targets};
    if (auto shortage = pipes.overfull()) return {.shortage = std::move(shortage)};
    if (auto endless = pipes.endless(); !endless.empty()) return {.endless = std::move(endless)};
    if (!pipes.has_least()) {
        return pipes.flow(
            detail::max_flow(pipes.node_count(), pipes.arcs(), pipes.source(), pipes.target(), monitor).amounts);
    }
    Shortage shortage;
    auto amounts = some_flow(pipes, shortage, monitor);
    if (!amounts) return {.shortage = std::move(shortage)};
    add_most(pipes, *amounts, monitor);
    return pipes.flow(std::move(*amounts));
}

template Flow maximum(const Digraph&, std::span<const Vertex>, std::span<const Vertex>, const Bounds&, const Monitor&);
template Flow maximum(const Ugraph&, std::span<const Vertex>, std::span<const Vertex>, const Bounds&, const Monitor&);

}  // namespace coopnet::flows
