#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/flow.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace coopnet::flows {

struct DecomposeOptions {
    std::uint64_t max_results = 10'000;               ///< routes
    std::optional<double> time_limit = std::nullopt;  ///< seconds
};

/// The routes that a flow is made of, each with its amount, and what runs in circles apart. Together they are
/// the flow; there are no more than edges that carry something, sources and targets together.
///
/// A route leads from a vertex that more leaves than comes to, to one that more comes to than leaves. The widest
/// comes first, of equally wide ones that of fewest edges, then in the view's order; as much goes along it as
/// can, and so on with the rest. `amounts` are by edge, negative against its way, which only one that
/// runs both ways may be. Amounts are exact on a shared decimal scale; else a rest of a relative 1e-10 is dropped.
///
/// Cost: O(E·log V) a route. Reference: Ford and Fulkerson (1962), "Flows in Networks".
/// Throws InvalidWeight for an amount that is not finite, or negative where an edge runs one way, InvalidOption for
/// a limit that is none, and Cancelled.
template <Direction D>
FlowRoutes decompose(const Csr<D>& view, std::span<const double> amounts, const DecomposeOptions& options,
                     Monitor& monitor);

}  // namespace coopnet::flows
