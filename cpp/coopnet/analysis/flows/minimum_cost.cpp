#include <coopnet/analysis/detail/costs.hpp>
#include <coopnet/analysis/detail/min_cost_flow.hpp>
#include <coopnet/analysis/flows/maximum.hpp>
#include <coopnet/analysis/flows/minimum_cost.hpp>

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace coopnet::flows {
namespace {

// What starts at each node and ends there, on the scale, carried at the least cost by edge.
Flow carried(const Pipes& pipes, std::span<const double> costs, std::vector<double> supply, const Monitor& monitor) {
    if (auto shortage = pipes.overfull()) return {.shortage = std::move(shortage)};
    std::vector<detail::FlowArc> arcs = pipes.arcs();
    std::vector<double> prices;
    for (const Pipe& pipe : pipes.pipes()) prices.push_back(pipe.edge == Pipe::none ? 0 : costs[pipe.edge]);

    const std::vector<double> needs = pipes.needs();
    const std::uint32_t giver = pipes.node_count();
    const std::uint32_t taker = giver + 1;
    double all = 0;
    for (std::uint32_t node = 0; node < supply.size(); ++node) {
        const double need = needs[node] + supply[node];
        if (need > 0) arcs.push_back({giver, node, need});
        if (need < 0) arcs.push_back({node, taker, -need});
        if (need > 0) all += need;
    }
    prices.resize(arcs.size(), 0);
    detail::CheapestFlow cheapest =
        detail::min_cost_flow(taker + 1, arcs, prices, giver, taker, all, pipes.exact() ? 0 : 1e-13, monitor);
    if (!pipes.equal(cheapest.value, all)) return {.shortage = pipes.shortage(cheapest.source_side, supply)};

    cheapest.amounts.resize(pipes.pipes().size());
    for (std::size_t i = 0; i < cheapest.amounts.size(); ++i) cheapest.amounts[i] += pipes.pipes()[i].least;
    Flow flow = pipes.flow(std::move(cheapest.amounts));
    flow.value = 0;
    for (const double amount : supply) flow.value += amount > 0 ? amount : 0;
    flow.value = pipes.told(flow.value);
    for (std::size_t edge = 0; edge < flow.amounts.size(); ++edge) {
        flow.cost += std::abs(flow.amounts[edge]) * costs[edge];
    }
    return flow;
}

}  // namespace

template <Direction D>
Flow minimum_cost(const Csr<D>& view, std::span<const double> costs, std::span<const Vertex> sources,
                  std::span<const Vertex> targets, const Bounds& bounds, const MinimumCostOptions& options,
                  const Monitor& monitor) {
    const std::vector<double> prices = detail::costs_of_edges(costs, view.edge_count());
    double amount = options.amount.value_or(0);
    if (!std::isfinite(amount) || amount < 0) {
        throw InvalidOption{"amount= is negative or not finite. Say how much flows, or leave it out."};
    }
    if (!options.amount) {
        Flow most = maximum(view, sources, targets, bounds, monitor);
        if (most.shortage || !most.endless.empty()) return most;
        amount = most.value;
    }
    const Pipes pipes{view, bounds, sources, targets, {{amount}}};
    std::vector<double> supply(pipes.node_count(), 0);
    supply[pipes.source()] = pipes.further(0);
    supply[pipes.target()] = -pipes.further(0);
    return carried(pipes, prices, std::move(supply), monitor);
}

template <Direction D>
Flow minimum_cost(const Csr<D>& view, std::span<const double> costs, std::span<const double> supply,
                  const Bounds& bounds, const Monitor& monitor) {
    const std::vector<double> prices = detail::costs_of_edges(costs, view.edge_count());
    if (supply.size() != view.vertex_count()) throw InvalidOption{"Give each actor what it has or wants."};
    const Pipes pipes{view, bounds, {}, {}, supply};
    std::vector<double> at(pipes.node_count(), 0);
    double given = 0;
    double wanted = 0;
    for (Vertex v = 0; v < supply.size(); ++v) {
        const double amount = pipes.further(v);
        if (!std::isfinite(amount)) throw InvalidOption{"A demand is no number. Say how much each actor has or wants."};
        at[amount > 0 ? pipes.entry(v) : pipes.exit(v)] = amount;
        (amount > 0 ? given : wanted) += std::abs(amount);
    }
    if (!pipes.equal(given, wanted)) {
        throw InvalidOption{"What actors have and what they want are not as much. Let demand= add up to nothing."};
    }
    return carried(pipes, prices, std::move(at), monitor);
}

template Flow minimum_cost(const Digraph&, std::span<const double>, std::span<const Vertex>, std::span<const Vertex>,
                           const Bounds&, const MinimumCostOptions&, const Monitor&);
template Flow minimum_cost(const Ugraph&, std::span<const double>, std::span<const Vertex>, std::span<const Vertex>,
                           const Bounds&, const MinimumCostOptions&, const Monitor&);
template Flow minimum_cost(const Digraph&, std::span<const double>, std::span<const double>, const Bounds&,
                           const Monitor&);
template Flow minimum_cost(const Ugraph&, std::span<const double>, std::span<const double>, const Bounds&,
                           const Monitor&);

}  // namespace coopnet::flows
