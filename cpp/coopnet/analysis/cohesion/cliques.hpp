#pragma once

#include <coopnet/analysis/detail/maximal_cliques.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>

namespace coopnet::cohesion {

struct CliquesOptions {
    /// Leave out cliques of fewer actors.
    std::uint32_t min_size = 3;
    /// Two are tied only if both send a tie. Off: one is enough.
    bool mutual = false;
    std::uint64_t max_results = 100'000;
    /// Seconds; then what was found by then.
    std::optional<double> time_limit = std::nullopt;
};

using Cliques = detail::MaximalCliques;

/// The sets of actors of whom each is tied to each, and which no other actor could join.
///
/// Loops and parallel edges make no difference. An isolate is a clique of one. There may be
/// 3^(V/3) of them. Cost: exponential in the size of the largest core, by Bron and Kerbosch with
/// pivots, from the outer cores inward.
/// Reference: Luce and Perry (1949), doi:10.1007/BF02289146; Eppstein, Löffler and Strash (2013),
/// doi:10.1145/2543629. Throws Cancelled.
template <Direction D>
Cliques cliques(const Csr<D>& view, const CliquesOptions& options, Monitor& monitor);

}  // namespace coopnet::cohesion
