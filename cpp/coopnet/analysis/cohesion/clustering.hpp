#pragma once

#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::cohesion {

enum class Clustering {
    onnela,  ///< a triangle weighs the geometric mean of its strengths, over the greatest strength there is
    barrat,  ///< a triangle weighs the mean strength of the actor's two ties in it; without directions only
};

struct ClusteringOptions {
    Clustering weighted = Clustering::onnela;
    /// An actor of fewer than two contacts has 0, as in NetworkX. Off: it is undefined.
    bool zero = false;
};

/// How tied among themselves those are that an actor is tied to: 1 if each with each.
///
/// With directions, of the triangles that could run through the actor in any direction the
/// share that does (Fagiolo, 2007, doi:10.1103/PhysRevE.76.026107). Loops make no
/// difference, the strengths of parallel edges are added. An actor of fewer than two
/// contacts is undefined. `strengths` by edge id; empty: ties are alike. Cost: O(E·√E).
/// Reference: Watts and Strogatz (1998), doi:10.1038/30918; Onnela et al. (2005),
/// doi:10.1103/PhysRevE.71.065103; Barrat et al. (2004), doi:10.1073/pnas.0400087101.
/// Throws InvalidWeight if a strength is not positive and finite, InvalidOption for Barrat's
/// form on directed ties.
template <Direction D>
Scores clustering(const Csr<D>& view, std::span<const double> strengths, ClusteringOptions options = {});

}  // namespace coopnet::cohesion
