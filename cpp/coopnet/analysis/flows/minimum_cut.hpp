#pragma once

#include <coopnet/analysis/flows/pipes.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/flow.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace coopnet::flows {

struct MinimumCutOptions {
    std::uint64_t max_results = 1000;
    std::optional<double> time_limit = std::nullopt;  ///< seconds
};

/// All sets of edges, and of vertices with room, of least capacity together without which nothing flows
/// from the sources to the targets; each with the vertices that stay with the sources.
///
/// Edges that run both ways are cut as one. Bounds have no least. The capacity is the maximum flow (Ford and
/// Fulkerson); cuts equal to it by the rule of `CostScale` are minimum cuts. If the flow has no limit there is none,
/// and `endless` says along which vertices.
///
/// Cost: a `detail::max_flow`, then O(V + E) a cut, of which there may be exponentially many; past
/// a limit those found by then, the one nearest to the sources among them.
/// Reference: Picard and Queyranne (1980), doi:10.1007/BFb0120902.
/// Throws InvalidWeight, InvalidOption as `Pipes` or for a limit that is none, and Cancelled.
template <Direction D>
FlowCuts minimum_cut(const Csr<D>& view, std::span<const Vertex> sources, std::span<const Vertex> targets,
                     const Bounds& bounds, const MinimumCutOptions& options, Monitor& monitor);

}  // namespace coopnet::flows
