#pragma once

#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

struct LaplacianOptions {
    /// As a share of the energy of the whole network.
    bool normalized = true;
};

/// How much Laplacian energy the network loses with an actor and its ties: what the actor
/// is to its neighborhood, two steps deep.
///
/// The energy is the sum of the squares of all entries of the Laplacian, in which the
/// diagonal holds the strength of an actor's ties and the rest, negative, that of each tie.
/// Without directions that is the sum of its squared eigenvalues (Qi et al.); in a directed
/// view the diagonal holds the ties an actor starts. `strengths` by edge id, empty: each 1;
/// parallel edges add up, loops do not count. Without ties the share is undefined.
/// Cost: O(V + E).
/// Reference: Qi et al. (2012), doi:10.1016/j.ins.2011.12.027.
/// Throws InvalidWeight if a strength is not positive and finite.
template <Direction D>
Scores laplacian(const Csr<D>& view, std::span<const double> strengths, LaplacianOptions options = {});

}  // namespace coopnet::centrality
