#pragma once

#include <coopnet/analysis/centrality/katz.hpp>
#include <coopnet/analysis/detail/scale.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <optional>
#include <span>

namespace coopnet::centrality {

using detail::Scale;

struct BonacichPowerOptions {
    /// What the power of those one has ties to is worth (Bonacich's beta). Below 0, ties to
    /// the powerless make powerful, as in bargaining. None: half the limit of the network.
    std::optional<double> exponent = std::nullopt;
    /// The unit; Bonacich's own: the squares add up to the number of actors.
    Scale scale = Scale::size;
};

/// How powerful each actor is by its ties to others: each is worth one and `exponent` times
/// the power of the other, c = R·(1 + exponent · c). With exponent 0 this is the strength.
///
/// Ties count in their direction, from an actor to others; an undirected one both ways, a
/// loop once, parallel edges each. `strengths` by edge id, empty: all one. Undefined without
/// ties. Cost: O(V + E) a round, some 60 rounds at half the limit.
/// Reference: Bonacich (1987), doi:10.1086/228631.
/// Throws InvalidOption unless the size of the exponent is below one over the leading
/// eigenvalue, InvalidWeight if a strength is not positive and finite, Cancelled.
template <Direction D>
WalkScores bonacich_power(const Csr<D>& view, std::span<const double> strengths, const BonacichPowerOptions& options,
                          Monitor& monitor);

}  // namespace coopnet::centrality
