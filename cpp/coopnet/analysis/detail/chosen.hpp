#pragma once

#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::detail {

/// The actors that a question is about; none named: all of them.
using Chosen = std::optional<std::span<const Vertex>>;

/// 1 for each of `count` actors that is chosen, 0 for the others; empty if all are.
/// Throws InvalidOption if one is not a vertex of the view.
std::vector<double> shares_of(Chosen chosen, std::uint32_t count);

}  // namespace coopnet::detail
