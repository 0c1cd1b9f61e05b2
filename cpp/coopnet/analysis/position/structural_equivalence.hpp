#pragma once

#include <coopnet/analysis/position/profiles.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/actor_matrix.hpp>

#include <optional>

namespace coopnet::position {

enum class Distance {
    euclidean,    ///< the root of the squared differences, added up
    hamming,      ///< the differences, added up: of ties that are there or not, how many differ
    correlation,  ///< Pearson's: how alike, whatever the level
    jaccard,      ///< of all that either has, the share that both have: how alike
};

struct StructuralEquivalenceOptions {
    Distance distance = Distance::euclidean;
    /// Which ties are compared: those sent, those received, or both.
    Mode mode = Mode::all;
    Diagonal diagonal = Diagonal::ignored;
    /// Stands where there is no correlation; none: that stays undefined.
    std::optional<double> undefined = std::nullopt;
};

/// How alike each two actors are tied to the same others: 0 apart, or similar by 1, are
/// structurally equivalent.
///
/// Ties sent and received are compared, each relation by itself; an undirected tie is both.
/// Without third actors to compare there is no difference, and no correlation. A correlation
/// is undefined where an actor's ties do not vary, Jaccard's coefficient where neither has any.
/// Loops count as `diagonal` says. Cost: O(V·(V + E)) and V² numbers.
/// Reference: Burt (1976), doi:10.2307/2577097.
/// Throws InvalidWeight, InvalidOption if there are more than 20,000 actors, Cancelled.
template <Direction D>
ActorMatrix structural_equivalence(const Csr<D>& view, std::span<const double> strengths, const Relations& relations,
                                   const StructuralEquivalenceOptions& options, Monitor& monitor);

}  // namespace coopnet::position
