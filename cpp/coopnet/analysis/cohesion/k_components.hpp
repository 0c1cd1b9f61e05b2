#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <vector>

namespace coopnet::cohesion {

struct KComponents {
    /// The k-components from k = 1 on, each ascending; the largest first, then in the order of actors.
    std::vector<std::vector<std::vector<Vertex>>> levels;
    std::vector<std::uint32_t> embeddedness;  ///< by actor: the largest k of a k-component it is in; 0: none
};

/// The largest sets of more than k actors that no fewer than k of them hold together:
/// without any k − 1 of them the others still reach each other by ties within the set
/// (structural cohesion).
///
/// Those of k + 1 lie within those of k, and two of one k share fewer than k actors. An
/// isolate is in none. Direction is ignored, and so are loops; parallel edges are one.
///
/// Cost: for each level and each cut that splits a set, O(k·(V + E)) and searches on one side
/// of small cuts; exact, no approximation.
/// Reference: Moody and White (2003), doi:10.2307/3088904; White and Harary (2001),
/// doi:10.1111/0081-1750.00098. Throws Cancelled.
template <Direction D>
KComponents k_components(const Csr<D>& view, Monitor& monitor);

}  // namespace coopnet::cohesion
