#include <boost/graph/push_relabel_max_flow.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <coopnet/analysis/detail/max_flow.hpp>
#include <coopnet/core/compare.hpp>
#include <coopnet/view/csr_bgl.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

namespace coopnet::detail {
namespace {

__extension__ using Wide = __int128;

template <class Amount>
struct Whole {
    std::vector<Amount> capacities;  // by arc
    Amount all = 0;                  // of arcs that have a limit: no flow is larger
};

// `limit(i)`: the whole number that the i-th arc holds.
template <class Amount, class Limit>
Whole<Amount> whole(std::span<const FlowArc> arcs, const Limit& limit) {
    Whole<Amount> numbers{std::vector<Amount>(arcs.size()), 0};
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        if (!std::isinf(arcs[i].capacity)) numbers.all += numbers.capacities[i] = limit(i);
    }
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        if (std::isinf(arcs[i].capacity)) numbers.capacities[i] = numbers.all + 1;  // so that no flow fills it
    }
    return numbers;
}

// Each arc and its way back are edges 2i and 2i + 1. A further node feeds the source no more than `all`,
// so that nowhere more comes together than an Amount holds.
Digraph both_ways(std::uint32_t nodes, std::span<const FlowArc> arcs, std::uint32_t source) {
    std::vector<EdgeSpec> edges;
    edges.reserve(2 * (arcs.size() + 1));
    const auto add = [&](Vertex from, Vertex to) {
        edges.push_back({from, to});
        edges.push_back({to, from});
    };
    for (const FlowArc& arc : arcs) add(arc.from, arc.to);
    add(nodes, source);
    return {nodes + 1, std::move(edges)};
}

std::vector<bool> reached(const Digraph& graph, Vertex from, const auto& is_open) {
    std::vector<bool> seen(graph.vertex_count(), false);
    std::vector<Vertex> found{from};
    seen[from] = true;
    for (std::size_t next = 0; next < found.size(); ++next) {
        const auto far = graph.out(found[next]);
        const auto edges = graph.out_edges(found[next]);
        for (std::size_t i = 0; i < far.size(); ++i) {
            if (seen[far[i]] || !is_open(edges[i])) continue;
            seen[far[i]] = true;
            found.push_back(far[i]);
        }
    }
    return seen;
}

// `told(units)`: a whole number in the unit that capacities were given in.
template <class Amount, class Told>
MaxFlow solve(std::uint32_t nodes, std::span<const FlowArc> arcs, std::uint32_t source, std::uint32_t target,
              const Whole<Amount>& numbers, const Told& told, const Monitor& monitor) {
    const Digraph graph = both_ways(nodes, arcs, source);
    std::vector<Amount> capacity(graph.edge_count(), 0);
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        if (arcs[i].from != arcs[i].to) capacity[2 * i] = numbers.capacities[i];
    }
    capacity[2 * arcs.size()] = numbers.all;
    std::vector<Amount> left(graph.edge_count());

    const auto capacity_of = boost::make_function_property_map<Arc, const Amount&>(
        [&](const Arc& arc) -> const Amount& { return capacity[arc.id]; });
    const auto left_of =
        boost::make_function_property_map<Arc, Amount&>([&](const Arc& arc) -> Amount& { return left[arc.id]; });
    // Boost asks nobody whether to go on; but it asks for the way back at each push.
    std::uint64_t pushes = 0;
    const auto back_of = boost::make_function_property_map<Arc>([&](const Arc& arc) {
        if ((++pushes & 0xFFFFU) == 0) monitor.check();
        return Arc{arc.target, arc.source, arc.id ^ 1U};
    });
    const Amount value = boost::push_relabel_max_flow(graph, nodes, target, capacity_of, left_of, back_of,
                                                      get(boost::vertex_index, graph));

    MaxFlow flow;
    flow.value = told(value);
    flow.amounts.resize(arcs.size());
    for (std::size_t i = 0; i < arcs.size(); ++i) flow.amounts[i] = told(capacity[2 * i] - left[2 * i]);
    flow.source_side = reached(graph, source, [&](EdgeId edge) { return left[edge] > 0; });
    flow.source_side.resize(nodes);
    return flow;
}

}  // namespace

MaxFlow max_flow(std::uint32_t nodes, std::span<const FlowArc> arcs, std::uint32_t source, std::uint32_t target,
                 const Monitor& monitor) {
    std::vector<double> limits;
    limits.reserve(arcs.size());
    double largest = 0;
    for (const FlowArc& arc : arcs) {
        if (!(arc.capacity >= 0)) throw InvalidWeight{"A capacity is negative or no number. Correct it."};
        limits.push_back(std::isinf(arc.capacity) ? 0 : arc.capacity);
        largest = std::max(largest, limits.back());
    }
    if (!endless_way(nodes, arcs, source, target).empty()) {
        throw InvalidWeight{"There is no limit to what flows from source to target. Give capacities."};
    }
    const CostScale scale{limits, arcs.size()};
    if (scale.exact()) {
        const auto limit = [&](std::size_t i) { return static_cast<std::int64_t>(scale.costs()[i]); };
        const auto told = [&](std::int64_t units) { return scale.length(static_cast<double>(units)); };
        return solve(nodes, arcs, source, target, whole<std::int64_t>(arcs, limit), told, monitor);
    }
    const int shift = 125 - std::ilogb(largest) - static_cast<int>(std::bit_width(arcs.size()));
    const auto limit = [&](std::size_t i) { return static_cast<Wide>(std::ldexp(limits[i], shift)); };
    const auto told = [&](Wide units) { return std::ldexp(static_cast<double>(units), -shift); };
    MaxFlow flow = solve(nodes, arcs, source, target, whole<Wide>(arcs, limit), told, monitor);
    flow.slack = 1e-10 * flow.value;
    return flow;
}

std::vector<std::uint32_t> endless_way(std::uint32_t nodes, std::span<const FlowArc> arcs, std::uint32_t source,
                                       std::uint32_t target) {
    std::vector<EdgeSpec> endless;
    for (const FlowArc& arc : arcs) {
        if (std::isinf(arc.capacity)) endless.push_back({arc.from, arc.to});
    }
    if (endless.empty()) return {};
    const Digraph graph{nodes, std::move(endless)};
    std::vector<Vertex> next(nodes, nodes);  // towards the target
    std::vector<Vertex> found{target};
    next[target] = target;
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (const Vertex v : graph.in(found[i])) {
            if (next[v] != nodes) continue;
            next[v] = found[i];
            found.push_back(v);
        }
    }
    if (next[source] == nodes) return {};
    std::vector<std::uint32_t> way{source};
    while (way.back() != target) way.push_back(next[way.back()]);
    return way;
}

}  // namespace coopnet::detail
