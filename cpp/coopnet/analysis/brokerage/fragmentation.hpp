#pragma once

#include <coopnet/analysis/detail/contacts.hpp>
#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <span>
#include <string>

namespace coopnet::brokerage {

using detail::Mode;

struct FragmentationOptions {
    /// Count a connected pair as one over its distance. Off: as one.
    bool by_distance = false;
    /// Which way ties are followed: `all` ignores direction. `in` and `out` are the same here.
    Mode mode = Mode::out;
};

/// Which share of ordered pairs of actors can no longer reach each other (Borgatti's F) once
/// some actors are gone; by distance (his D_F), how far they are apart: one less the mean,
/// over pairs, of one over the distance, 0 where there is no pathway.
///
/// 0: everybody reaches everybody (by distance: in one step); 1: nobody reaches anybody. Of
/// the actors that remain n are counted, in n(n − 1) ordered pairs. Undefined, NaN, for
/// fewer than two. A tie is one step; loops are none, parallel edges one.
///
/// Cost: O(V·(V + E)). Reference: Borgatti (2006), doi:10.1007/s10588-006-7084-x.
/// Throws Cancelled.
template <Direction D>
double fragmentation(const Csr<D>& view, std::span<const Vertex> without, FragmentationOptions options,
                     Monitor& monitor);

struct GroupReachOptions {
    /// Count actors by one over their distance. Off: each within reach as one.
    bool by_distance = false;
    /// How many steps the set reaches; by distance, farther ones count nothing.
    std::uint32_t within = 1;
    /// `out`: whom the set reaches; `in`: who reaches it; `all` ignores direction.
    Mode mode = Mode::out;
};

/// Which share of all actors a set reaches, itself included; by distance, the sum of one
/// over the distance of each from the nearest of the set, over the number of actors, where
/// those in the set count as one.
///
/// From 0, for nobody, to 1. Undefined, NaN, in a network without actors. A tie is one step;
/// loops are none, parallel edges one.
///
/// Cost: O(V + E). Reference: Borgatti (2006), doi:10.1007/s10588-006-7084-x.
template <Direction D>
double group_reach(const Csr<D>& view, std::span<const Vertex> actors, GroupReachOptions options);

}  // namespace coopnet::brokerage
