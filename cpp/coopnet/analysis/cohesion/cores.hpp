#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

namespace coopnet::cohesion {

using detail::Mode;

struct CoresOptions {
    /// Ties of each actor that count within the core: sent, received, or both together.
    Mode mode = Mode::all;
};

/// The largest k for which an actor is in the k-core: the actors of whom each has k ties to others of them.
///
/// A directed tie in return is a tie more, an undirected one is one. Parallel edges count each;
/// loops do not. An isolate has 0. Cost: O(V + E).
/// Reference: Seidman (1983), doi:10.1016/0378-8733(83)90028-X; Batagelj and Zaveršnik (2011),
/// doi:10.1007/s11634-010-0079-y.
template <Direction D>
Scores cores(const Csr<D>& view, CoresOptions options = {});

}  // namespace coopnet::cohesion
