#pragma once

#include <coopnet/analysis/flows/channels.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/interdiction.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::flows {

struct InterdictOptions {
    /// What taking each edge, or each vertex, costs; infinite: it is not to be had. Positive.
    std::span<const double> prices;
    double budget{};
    bool of_vertices = false;
    std::uint64_t max_results = 100;
    std::optional<double> time_limit = std::nullopt;  ///< seconds
};

/// Which edges, or vertices, to take within a budget so that the least flows from the sources to
/// the targets. `rooms` are by vertex, empty: no limit. The ends are not to be had.
///
/// Branch and bound: any set that lowers a flow takes something it runs through. Two bounds: what is taken
/// lowers the flow by no more than runs through it; and, as a Lagrangian, a minimum cut in which each edge
/// counts at most λ times its price, less λ times the budget, for the best λ (the bound of the linear program).
/// Cost: exponential in the size of a set at worst; a maximum flow for each set looked at, and up to eight for its
/// bound. Reference: Wood (1993), doi:10.1016/0895-7177(93)90236-R. Throws InvalidOption for ends, a budget or prices
/// that are none, InvalidWeight, Cancelled.
template <Direction D>
Interdiction interdict_flow(const Csr<D>& view, const Ends& ends, std::span<const double> capacities,
                            std::span<const double> rooms, const InterdictOptions& options, Monitor& monitor);

/// Which to take so that the shortest way that is left gets as long as can be. `lengths` are by edge, empty: one each;
/// an edge that is taken is longer by what `delays` says of it, or, where that is infinite or for
/// vertices, gone.
///
/// Branch and bound: any set that lengthens the shortest way takes something of it. The bound: of ways that
/// share nothing that is to be had, so many that the budget cannot touch all, one is left as it is.
/// Cost: exponential in the size of a set at worst; a search for each set looked at, and a few for its bound.
/// Reference: Israeli and Wood (2002), doi:10.1002/net.10039.
/// Throws as `interdict_flow`.
template <Direction D>
Interdiction interdict_path(const Csr<D>& view, const Ends& ends, std::span<const double> lengths,
                            std::span<const double> delays, const InterdictOptions& options, Monitor& monitor);

}  // namespace coopnet::flows
