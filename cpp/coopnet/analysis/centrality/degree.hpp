#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

using detail::Mode;

struct DegreeOptions {
    Mode mode = Mode::all;
    /// Divide by the number of other actors.
    bool normalized = false;
};

/// How many ties each actor has: those it starts, those it receives, or all.
///
/// An undirected tie counts once at each end, in a directed view too. A loop counts as it
/// does in NetworkX: once out, once in, twice in all. Parallel edges count each; merged,
/// as measures merge them unless told otherwise, they are one. Normalized, the one actor
/// of a network alone is undefined. Cost: O(V + E).
template <Direction D>
Scores degree(const Csr<D>& view, DegreeOptions options = {});

/// The sum of the strengths of each actor's ties; counted as `degree` counts.
/// Throws InvalidWeight if a strength is not positive and finite. Cost: O(V + E).
template <Direction D>
Scores strength(const Csr<D>& view, std::span<const double> strengths, Mode mode = Mode::all);

}  // namespace coopnet::centrality
