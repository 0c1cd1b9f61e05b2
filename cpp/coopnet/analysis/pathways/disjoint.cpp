#include <coopnet/analysis/detail/costs.hpp>
#include <coopnet/analysis/detail/objective.hpp>
#include <coopnet/analysis/detail/unit_flow.hpp>
#include <coopnet/analysis/pathways/disjoint.hpp>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace coopnet::pathways {
namespace {

using Measured = std::pair<detail::Length, Pathway>;

}  // namespace

template <Direction D>
Pathways disjoint(const Csr<D>& view, std::span<const double> costs, Vertex source, Vertex target,
                  const DisjointOptions& options, Monitor& monitor) {
    if (source == target) throw InvalidOption{"Pathways that share nothing join two different actors. Name two."};
    const auto all_costs = detail::costs_of_edges(costs, view.edge_count());
    detail::UnitFlow flow{view, all_costs, source, target, options.of};
    for (std::uint64_t found = 0; !options.k || found < *options.k; ++found) {
        monitor.check();
        if (!flow.add()) break;
        monitor.advance();
    }

    const detail::TotalCost objective{all_costs, view.vertex_count()};
    std::vector<Measured> ways;
    for (Pathway& way : flow.pathways()) {
        auto length = detail::TotalCost::nothing();
        for (const EdgeId edge : way.edges) length = objective.with(length, edge);
        way.length = objective.value(length);
        ways.emplace_back(length, std::move(way));
    }
    std::ranges::sort(ways, [&](const Measured& a, const Measured& b) {
        const auto order = objective.compare(a.first, b.first);
        if (order != 0) return order < 0;
        return std::tie(a.second.vertices, a.second.edges) < std::tie(b.second.vertices, b.second.edges);
    });
    Pathways best;
    for (auto& [length, way] : ways) best.items.push_back(std::move(way));
    return best;
}

template Pathways disjoint(const Digraph&, std::span<const double>, Vertex, Vertex, const DisjointOptions&, Monitor&);
template Pathways disjoint(const Ugraph&, std::span<const double>, Vertex, Vertex, const DisjointOptions&, Monitor&);

}  // namespace coopnet::pathways
