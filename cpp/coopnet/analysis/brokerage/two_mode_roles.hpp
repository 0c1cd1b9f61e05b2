#pragma once

#include <coopnet/analysis/brokerage/roles.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/roles.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::brokerage {

struct TwoModeRolesOptions {
    /// Count each chain of two actors, a broker and two forums. Off: each pair of actors once,
    /// through whichever forums it is brokered.
    bool chains = true;
    /// As of RolesOptions.
    std::uint32_t permutations = 0;
    std::uint64_t seed = 0;
    Alternative alternative = Alternative::greater;
};

struct TwoModeRoles {
    std::vector<Vertex> actors;  ///< those that are no forums, in their order
    RoleTable table;             ///< of them; without expected values and z
};

/// Who brokers through forums: an actor b between a and c if a and b are both in a forum, b
/// and c in another, and a and c in none together; the role follows from the groups of a, b
/// and c, as in `roles`.
///
/// 1 means one chain a, forum, b, forum, c. As in `roles` each is read both ways, once as
/// gatekeeper and once as representative. Ties between two actors or two forums do not count,
/// nor does the direction of the others; parallel ones are one. Random ties of actors and
/// forums have no expected values of their own here, but groups are handed out anew.
///
/// `forums` are vertices; `groups` by vertex, those of forums are not read. Cost: O(Σ d²)
/// over forums, of d actors each, and that of `roles`.
/// Reference: Jasny and Lubell (2015), doi:10.1016/j.socnet.2014.11.005.
/// Throws InvalidOption unless each vertex has a group, Cancelled.
template <Direction D>
TwoModeRoles two_mode_roles(const Csr<D>& view, std::span<const Vertex> forums, std::span<const std::uint32_t> groups,
                            const TwoModeRolesOptions& options, Monitor& monitor);

}  // namespace coopnet::brokerage
