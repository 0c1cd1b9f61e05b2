#pragma once

#include <coopnet/view/csr.hpp>

#include <cstdint>

namespace coopnet::cohesion {

/// How many pairs of actors are tied both ways, one way, and not at all.
struct DyadCensus {
    std::uint64_t mutual = 0;
    std::uint64_t asymmetric = 0;
    std::uint64_t null = 0;
};

/// Undirected ties are mutual. Loops and parallel edges make no difference.
/// Cost: O(V + E log d). Reference: Holland and Leinhardt (1970), doi:10.1086/224954.
template <Direction D>
DyadCensus dyad_census(const Csr<D>& view);

}  // namespace coopnet::cohesion
