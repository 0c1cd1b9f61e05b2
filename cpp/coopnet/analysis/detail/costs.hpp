#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace coopnet::detail {

/// The costs of so many edges; none means that every edge costs one step. Throws
/// InvalidOption if costs and edges are not as many, InvalidWeight if a cost is negative or
/// not finite.
std::vector<double> costs_of_edges(std::span<const double> costs, std::size_t edge_count);

}  // namespace coopnet::detail
