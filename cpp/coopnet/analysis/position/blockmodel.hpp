#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/blocks.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace coopnet::position {

/// What stands in a block: the share of pairs that are tied, the mean strength over all
/// pairs, or the strengths added up.
enum class BlockValue { density, mean, sum };

struct BlockmodelOptions {
    BlockValue value = BlockValue::density;
    /// Blocks at least as dense, or as strong a pair, are 1 in the image; none: as the whole network.
    std::optional<double> cut = std::nullopt;
};

/// A network as its groups see it: how densely each group is tied to each, and within itself.
///
/// Pairs are ordered: an undirected tie runs both ways and counts in both. In the image a
/// block is 1 if its density (for mean and sum its mean strength) reaches the cut and it has
/// a tie at all, else 0. The ideal network of that image has all ties in the blocks of 1 and
/// none elsewhere; `fit` is its correlation with the network over all ordered pairs, of ties
/// there or not, or of strengths unless densities are asked for; `errors` the pairs on which
/// the two disagree. Within a group of one there is no pair and the value is undefined. Loops
/// do not count, parallel edges are one tie, their strengths add up.
/// Cost: O(V + E log d + groups²).
/// Reference: White, Boorman and Breiger (1976), doi:10.1086/226141.
/// Throws InvalidOption if `groups` are not one for each actor, InvalidWeight, Cancelled.
template <Direction D>
Blocks blockmodel(const Csr<D>& view, std::span<const std::uint32_t> groups, std::span<const double> strengths,
                  const BlockmodelOptions& options, Monitor& monitor);

}  // namespace coopnet::position
