#pragma once

#include <coopnet/tables/partition.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <vector>

namespace coopnet::detail {

/// The actors that hang together if direction is ignored. Groups are numbered by size, the
/// largest first; of equally large ones, that of the first actor. Cost: O(V + E).
template <Direction D>
Partition weak_pieces(const Csr<D>& view);

/// The actors that reach each other along the ties, numbered likewise. Cost: O(V + E).
template <Direction D>
Partition strong_pieces(const Csr<D>& view);

/// Groups as found, each below `count`, numbered by size, the largest first; of equally large
/// ones, that of the first actor. Numbers that no actor has go.
Partition numbered_by_size(std::vector<std::uint32_t> found, std::uint32_t count);

/// Who is in each group, in the order of actors.
std::vector<std::vector<Vertex>> members(const Partition& partition);

}  // namespace coopnet::detail
