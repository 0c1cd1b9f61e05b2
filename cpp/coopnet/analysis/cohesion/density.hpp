#pragma once

#include <coopnet/tables/value.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::cohesion {

struct DensityOptions {
    /// Count loops, among the edges and among those that could be. Off: neither.
    bool loops = false;
};

/// The share of possible ties that exist, or with strengths their mean over all possible ties.
///
/// Possible are n(n − 1) directed ties, half of them without directions; with loops n² and
/// n(n + 1)/2. An undirected tie of a mixed view counts in both directions. Each parallel
/// edge counts, so that kept ones may add up to more than 1. Undefined if no tie is possible.
/// `strengths` by edge id, empty: each edge has strength one. Cost: O(E).
/// Reference: Wasserman and Faust (1994), doi:10.1017/CBO9780511815478, section 4.2.3.
/// Throws InvalidWeight if a strength is not positive and finite.
template <Direction D>
Value density(const Csr<D>& view, std::span<const double> strengths, DensityOptions options = {});

}  // namespace coopnet::cohesion
