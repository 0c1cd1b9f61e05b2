#pragma once

#include <coopnet/view/csr.hpp>

#include <span>
#include <vector>

namespace coopnet::flows {

/// Takes out of a flow what only runs in circles, as far as `least` of each edge allows: what comes to
/// each vertex less what leaves it stays. `amounts` and `least` are by edge of `graph`; empty: nothing must stay.
/// Cost: O(V + E) and O(V) a circle, of which there are fewer than edges.
void take_out_circles(const Digraph& graph, std::vector<double>& amounts, std::span<const double> least = {});

}  // namespace coopnet::flows
