#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/actor_matrix.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <span>

namespace coopnet::position {

/// What the ties that find a counterpart are divided by.
enum class Attainable {
    degrees,  ///< all ties of the two, as White's program does
    matches,  ///< the larger of each tie and its counterpart, as Borgatti and Everett write it
};

struct RegularEquivalenceOptions {
    /// Rounds: how far around the two actors it is looked. Three are customary.
    std::uint32_t iterations = 3;
    Attainable attainable = Attainable::degrees;
};

/// How alike each two actors are tied to actors who are alike themselves: 1 if each tie of
/// the one finds its counterpart with the other, 0 if none does (REGE).
///
/// At first all are alike. In each round every tie of one actor seeks among those of the
/// other the tie, sent and received together, that shares most with it, times how alike its
/// far end was in the round before. Without directions all but isolates come out alike. Two
/// isolates are alike, an isolate and another are not. Loops are ties to oneself, parallel
/// edges add up. Cost: O(V·E) a round if all ties are equally strong, O(E²) at worst; V² numbers.
/// Reference: White and Reitz (1983), doi:10.1016/0378-8733(83)90025-4;
/// Borgatti and Everett (1993), doi:10.1016/0378-8733(93)90012-A.
/// Throws InvalidOption if there is no round or there are more than 20,000 actors,
/// InvalidWeight, Cancelled.
template <Direction D>
ActorMatrix regular_equivalence(const Csr<D>& view, std::span<const double> strengths,
                                const RegularEquivalenceOptions& options, Monitor& monitor);

}  // namespace coopnet::position
