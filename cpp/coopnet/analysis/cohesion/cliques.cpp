#include <coopnet/analysis/cohesion/cliques.hpp>

#include <coopnet/analysis/cohesion/cores.hpp>
#include <coopnet/analysis/detail/dyads.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace coopnet::cohesion {
namespace {

// The dyads that count as ties, as a graph of their own.
Ugraph tied(const detail::Dyads& dyads, bool mutual) {
    std::vector<EdgeSpec> edges;
    for (Vertex v = 0; v < dyads.vertex_count(); ++v) {
        const auto actors = dyads.of(v);
        const auto ways = dyads.ways_of(v);
        for (std::size_t i = 0; i < actors.size(); ++i) {
            if (v < actors[i] && (!mutual || ways[i] == detail::Way::both)) edges.push_back({v, actors[i]});
        }
    }
    return {dyads.vertex_count(), std::move(edges)};
}

// From the outside in: whoever is peeled off first has the fewest candidates after it.
std::vector<Vertex> outside_in(const Ugraph& graph) {
    const auto numbers = cores(graph).values;
    std::vector<Vertex> order(graph.vertex_count());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](Vertex u, Vertex v) { return numbers[u] < numbers[v]; });
    return order;
}

}  // namespace

template <Direction D>
Cliques cliques(const Csr<D>& view, const CliquesOptions& options, Monitor& monitor) {
    detail::Patience patience{monitor, options.time_limit};
    const Ugraph graph = tied(detail::dyads(view), options.mutual);
    const detail::CliqueLimits limits{.min_size = options.min_size, .max_results = options.max_results};
    return detail::maximal_cliques(graph, outside_in(graph), limits, patience);
}

template Cliques cliques(const Digraph&, const CliquesOptions&, Monitor&);
template Cliques cliques(const Ugraph&, const CliquesOptions&, Monitor&);

}  // namespace coopnet::cohesion
