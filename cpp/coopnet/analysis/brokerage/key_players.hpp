#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/key_players.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <limits>
#include <optional>

namespace coopnet::brokerage {

using detail::Mode;

/// What key players are wanted for: that without them the network falls apart, or that they
/// reach the others; each by counting or by distance (see `fragmentation`, `group_reach`).
enum class Goal { fragment, distance_fragment, reach, distance_reach };

/// Exact: every set is looked at, or ruled out by a bound. Greedy: one actor after the
/// other, then swaps of one for another as long as they help.
enum class Method { exact, greedy };

struct KeyPlayersOptions {
    Goal goal = Goal::fragment;
    Method method = Method::exact;
    /// For reach: within how many steps. None: one, or, by distance, any number.
    std::optional<std::uint32_t> within = std::nullopt;
    /// Which way ties are followed; for fragmentation `in` and `out` are the same.
    Mode mode = Mode::out;
    std::uint64_t max_results = 1'000;                ///< more sets that are equally good are not listed
    std::optional<double> time_limit = std::nullopt;  ///< seconds
};

/// The k actors that fragment the network most if they are removed, or that together reach
/// most of it (Borgatti's key player problems).
///
/// Exact: branch and bound over sets, in the order of degree; `sets` are all that are
/// equally good. The bound: of actors decided to stay, what hangs together through them
/// alone stays so. Greedy: `bound` holds all the same. For reach, a submodular sum, no set
/// adds more than its actors would add each by itself, and the greedy value is at least
/// 1 − 1/e of the best; for fragmentation, of k + 1 disjoint groups of actors one is
/// untouched, and what hangs together through it stays so.
///
/// Cost: exact, at worst, a look at all actors beside each of C(V, k−1) sets; greedy one for
/// each of k actors and swaps. A look takes O(V + E) to fragment without directions; else, or
/// by distance, O(V·E) and more (Absences); to reach, all pairs within reach.
/// Reference: Borgatti (2006), doi:10.1007/s10588-006-7084-x.
/// Throws InvalidOption if k is 0 or leaves too few actors to fragment, for a limit that is
/// none or a reach that fragments, Cancelled.
template <Direction D>
KeyPlayers key_players(const Csr<D>& view, std::uint32_t k, const KeyPlayersOptions& options, Monitor& monitor);

}  // namespace coopnet::brokerage
