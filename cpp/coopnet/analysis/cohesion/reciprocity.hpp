#pragma once

#include <coopnet/tables/value.hpp>
#include <coopnet/view/csr.hpp>

namespace coopnet::cohesion {

enum class Reciprocity {
    ties,         ///< of the ties, the share that is answered by one in return
    dyads,        ///< of the pairs that are tied, the share that is tied both ways
    symmetric,    ///< of all pairs, the share tied both ways or not at all
    correlation,  ///< of the ties with those in return: 0 as chance would have it, 1 all, negative less
};

struct ReciprocityOptions {
    Reciprocity form = Reciprocity::ties;
};

/// How far ties are answered by ties in return.
///
/// Undirected ties are. Loops and parallel edges make no difference. Undefined without ties;
/// the correlation also if all pairs are tied alike; `symmetric` without two actors.
/// Cost: O(V + E log d). Reference: Wasserman and Faust (1994), doi:10.1017/CBO9780511815478,
/// section 13.3; the correlation: Garlaschelli and Loffredo (2004),
/// doi:10.1103/PhysRevLett.93.268701.
template <Direction D>
Value reciprocity(const Csr<D>& view, ReciprocityOptions options = {});

}  // namespace coopnet::cohesion
