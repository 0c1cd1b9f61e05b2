#pragma once

#include <cstdint>
#include <span>

namespace coopnet::community {

/// How far two divisions of the same actors into groups are one.
struct Comparison {
    double nmi = 0;                       ///< what one tells of the other over the mean of what each tells: 1 the same
    double ami = 0;                       ///< the same beyond chance: 0 as two divisions at random
    double rand = 0;                      ///< the share of pairs that both put together, or both apart
    double adjusted_rand = 0;             ///< the same beyond chance
    double variation_of_information = 0;  ///< what each does not tell of the other, in nats: 0 the same
};

/// Two divisions that are the same are 1 (and 0 apart) in every sense, even if chance could make
/// nothing else. Groups by actor, numbered from 0. Cost: O(V log V), O(groups² · V) for chance.
/// Reference: Danon et al. (2005), doi:10.1088/1742-5468/2005/09/P09008; Vinh, Epps and Bailey
/// (2010), jmlr.org/papers/v11/vinh10a.html; Hubert and Arabie (1985), doi:10.1007/BF01908075;
/// Meilă (2007), doi:10.1016/j.jmva.2006.11.013.
/// Throws InvalidOption unless both have the same actors.
Comparison compare(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other);

}  // namespace coopnet::community
