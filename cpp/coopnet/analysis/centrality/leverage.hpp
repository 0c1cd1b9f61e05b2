#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

namespace coopnet::centrality {

using detail::Mode;

struct LeverageOptions {
    /// Which neighbors: those an actor's ties lead to, those whose ties lead to it, or all.
    Mode mode = Mode::all;
};

/// Whether an actor has more neighbors than its neighbors have: the mean, over them, of the
/// difference of the two numbers as a share of their sum.
///
/// From −1 to 1; above 0 it is rather its neighbors that depend on it. Parallel edges make
/// one neighbor, loops none. An isolate is undefined. Weights do not count. Cost: O(V + E).
/// Reference: Joyce et al. (2010), doi:10.1371/journal.pone.0012200.
template <Direction D>
Scores leverage(const Csr<D>& view, LeverageOptions options = {});

}  // namespace coopnet::centrality
