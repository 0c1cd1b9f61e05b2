#pragma once

#include <coopnet/analysis/cohesion/mixing.hpp>
#include <coopnet/tables/value.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::cohesion {

/// How far ties stay within groups: 1 all, 0 as many as chance would have it, below 0 fewer.
///
/// Undefined without ties, and if all ties are within one group.
/// Reference: Newman (2003), doi:10.1103/PhysRevE.67.026126, equation 2.
Value group_assortativity(const Mixing& mixing);

/// Pearson's correlation, over all ties, of a number of the one who sends with that of the one who receives.
///
/// An undirected tie counts both ways. Loops are no ties; parallel edges count each. Undefined
/// without ties, and where a number is the same at all ties. Cost: O(V + E).
/// Reference: Newman (2003), doi:10.1103/PhysRevE.67.026126, equation 21.
/// Throws InvalidOption for a number that is not finite, InvalidWeight if a strength is not
/// positive and finite.
template <Direction D>
Value number_assortativity(const Csr<D>& view, std::span<const double> sending, std::span<const double> receiving,
                           std::span<const double> strengths);

/// The same of degrees: ties sent by the one who sends, received by the one who receives;
/// without directions all. With strengths their sums. Reference: Newman (2002),
/// doi:10.1103/PhysRevLett.89.208701.
template <Direction D>
Value degree_assortativity(const Csr<D>& view, std::span<const double> strengths);

}  // namespace coopnet::cohesion
