#pragma once

#include <coopnet/analysis/flows/pipes.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/flow.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::flows {

/// The most that flows from the sources to the targets together.
///
/// No edge carries more than its capacity, or less than its least; parallel edges each by itself; one that
/// runs both ways carries its amount one way. Loops carry nothing. Nothing runs in circles but what `least` asks for.
/// If the flow has no limit, `endless` says along which vertices; if no flow carries all that
/// is asked for, `shortage` says where (Hoffman's condition).
///
/// Cost: a `detail::max_flow`, with `least` two. Reference: Ford and Fulkerson (1962), "Flows in
/// Networks"; Hoffman (1960), doi:10.1090/psapm/010/0114759.
/// Throws InvalidWeight, InvalidOption as `Pipes`, and Cancelled.
template <Direction D>
Flow maximum(const Csr<D>& view, std::span<const Vertex> sources, std::span<const Vertex> targets, const Bounds& bounds,
             const Monitor& monitor);

}  // namespace coopnet::flows
