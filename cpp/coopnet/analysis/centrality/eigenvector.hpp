#pragma once

#include <coopnet/analysis/detail/scale.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

using detail::Scale;

struct EigenvectorOptions {
    /// The unit; only the ratios of scores mean something.
    Scale scale = Scale::length;
};

/// How well each actor is tied to actors that are well tied themselves: the leading
/// eigenvector of the ties received.
///
/// `strengths` by edge id, empty: all one. An undirected tie counts both ways, a loop once,
/// parallel edges each. Undefined without ties; where no ties run in a circle; and where two
/// pieces lead equally, since then any mixture of theirs would do as well. An actor outside
/// the leading piece, and not fed by it, has 0.
///
/// Cost: O(V + E) a round; few rounds unless two eigenvalues nearly coincide.
/// Reference: Bonacich (1972), doi:10.1080/0022250X.1972.9989806.
/// Throws InvalidWeight if a strength is not positive and finite, NotConverged, Cancelled.
template <Direction D>
Scores eigenvector(const Csr<D>& view, std::span<const double> strengths, EigenvectorOptions options, Monitor& monitor);

}  // namespace coopnet::centrality
