#pragma once

#include <coopnet/view/csr.hpp>

#include <span>
#include <vector>

namespace coopnet::cohesion {

struct BackboneOptions {
    /// How often chance may make a tie as strong for it to be kept.
    double alpha = 0.05;
};

/// The edges that are kept, in the order of the view, each with how often chance makes one as strong.
struct Backbone {
    std::vector<EdgeId> edges;
    std::vector<double> p;
};

/// The edges that are stronger than chance would make them at one end at least: the disparity filter.
///
/// Chance shares an actor's strength out at random among its k edges: one has at least the share s in (1 − s)^(k − 1)
/// of all ways to do so. Directed edges share what leaves their source and what arrives at their target, undirected
/// ones all that their ends have; one that runs both ways among directed ones does so each way. p is the least of
/// these; an only edge has 1, and is kept if it is so at both its ends. Loops are left out, parallel edges count each.
/// `strengths` by edge id, empty: each has one. Cost: O(V + E).
/// Reference: Serrano, Boguñá and Vespignani (2009), doi:10.1073/pnas.0808904106.
/// Throws InvalidWeight if a strength is not positive and finite, InvalidOption unless 0 < alpha < 1.
template <Direction D>
Backbone backbone(const Csr<D>& view, std::span<const double> strengths, BackboneOptions options = {});

}  // namespace coopnet::cohesion
