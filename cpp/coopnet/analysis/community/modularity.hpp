#pragma once

#include <coopnet/tables/value.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <span>

namespace coopnet::community {

struct ModularityOptions {
    /// Above 1 smaller groups are better, below 1 larger ones.
    double resolution = 1;
};

/// How much more strongly groups are tied within than random ties of the same strengths at
/// each actor would make them.
///
/// With directions the random ties keep what each actor sends and what it receives (Leicht and
/// Newman, 2008, doi:10.1103/PhysRevLett.100.118703); an undirected tie of a mixed view is two. A
/// loop is a tie within: it counts once, at both its ends, as in NetworkX. Parallel edges
/// count each. Undefined without ties. `groups` by actor, any numbers below the number of
/// actors; `strengths` by edge id, empty: each counts one. Cost: O(V + E).
/// Reference: Newman and Girvan (2004), doi:10.1103/PhysRevE.69.026113; the resolution:
/// Reichardt and Bornholdt (2006), doi:10.1103/PhysRevE.74.016110.
/// Throws InvalidOption for a resolution that is negative or not finite and unless each actor
/// has a group, InvalidWeight if a strength is not positive and finite.
template <Direction D>
Value modularity(const Csr<D>& view, std::span<const std::uint32_t> groups, std::span<const double> strengths,
                 ModularityOptions options = {});

}  // namespace coopnet::community
