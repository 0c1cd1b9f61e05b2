#pragma once

#include <coopnet/analysis/flows/pipes.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/flow.hpp>
#include <coopnet/view/csr.hpp>

#include <optional>
#include <span>

namespace coopnet::flows {

struct MinimumCostOptions {
    /// How much flows; none: the most that can.
    std::optional<double> amount = std::nullopt;
};

/// An amount from the sources to the targets together, at the least cost. `costs` are by edge, for each
/// unit, none negative, the same either way.
///
/// Bounds as in `maximum`. If so much cannot flow, `shortage` says where.
/// Cost: a `detail::min_cost_flow`, with no amount a `maximum` before.
/// Throws InvalidWeight, InvalidOption as `Pipes`, InvalidWeight for a cost that is negative or not finite,
/// InvalidOption for an amount that is, and Cancelled.
template <Direction D>
Flow minimum_cost(const Csr<D>& view, std::span<const double> costs, std::span<const Vertex> sources,
                  std::span<const Vertex> targets, const Bounds& bounds, const MinimumCostOptions& options,
                  const Monitor& monitor);

/// The same from where something is to where it is wanted: `supply` is by vertex, what starts there, or ends
/// there if negative, nothing in all. Throws InvalidOption if it is not nothing in all.
template <Direction D>
Flow minimum_cost(const Csr<D>& view, std::span<const double> costs, std::span<const double> supply,
                  const Bounds& bounds, const Monitor& monitor);

}  // namespace coopnet::flows
