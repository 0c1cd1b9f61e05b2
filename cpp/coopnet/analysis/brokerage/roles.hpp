#pragma once

#include <coopnet/analysis/brokerage/open_triads.hpp>
#include <coopnet/analysis/detail/arrangements.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/roles.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace coopnet::brokerage {

using detail::Alternative;

struct RolesOptions {
    /// Weigh open triads by the strengths of their ties. None: each counts as one.
    std::optional<TriadWeight> weighted = std::nullopt;
    /// Share what a pair counts, each alike, among all who broker it.
    bool shared = false;
    /// For expected values, draw each direction of an undirected tie by itself, as R's sna does.
    bool one_way = false;
    /// How often the groups are handed out anew among the actors. 0: never.
    std::uint32_t permutations = 0;
    std::uint64_t seed = 0;
    Alternative alternative = Alternative::greater;
};

/// How often each actor brokers, and between whom: the five roles of Gould and Fernandez.
///
/// An actor b brokers from a to c if a is tied to b and b to c, but not a to c. Coordinator:
/// all three are of one group; itinerant: a and c of one, b of another; gatekeeper: b and c
/// of one, a of another; representative: a and b of one, c of another; liaison: of three.
/// 1 means one ordered pair (a, c). An undirected tie runs both ways, so that a pair without
/// directions counts both ways, once as gatekeeper and once as representative. Loops are no
/// ties, parallel edges are one (weighted: their strengths add up).
///
/// `expected` and `z` compare with random ties (Chances), the density being that of the
/// network; z is undefined where nothing varies, and both are where triads are weighted or
/// shared. `p`
/// compares with random groups: their labels handed out anew among all actors, all ties
/// staying; (1 + as extreme)/(1 + permutations), or, if at most as many arrangements as
/// asked for, or 10,000, differ, the share of these. The total does not depend on groups.
///
/// `groups` by actor, numbered from 0. Cost: O(V + E·√E), and as much a permutation.
/// References: Gould and Fernandez (1989), doi:10.2307/270949; Opsahl and Panzarasa (2009).
/// Throws InvalidOption unless each actor has a group, InvalidWeight if a strength is not
/// positive and finite, Cancelled.
template <Direction D>
RoleTable roles(const Csr<D>& view, std::span<const std::uint32_t> groups, std::span<const double> strengths,
                const RolesOptions& options, Monitor& monitor);

}  // namespace coopnet::brokerage
