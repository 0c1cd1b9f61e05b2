#pragma once

#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::detail {

/// `visit(from, to, strength)` for each edge that is no loop, as it runs: one that runs both ways is met
/// each way. `strengths` by edge id, empty: each has one.
template <Direction D, class Visit>
void each_tie(const Csr<D>& view, std::span<const double> strengths, const Visit& visit) {
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        if (edge.source == edge.target) continue;
        const double strength = strengths.empty() ? 1 : strengths[id];
        visit(edge.source, edge.target, strength);
        if (!Csr<D>::is_directed || edge.both_ways) visit(edge.target, edge.source, strength);
    }
}

}  // namespace coopnet::detail
