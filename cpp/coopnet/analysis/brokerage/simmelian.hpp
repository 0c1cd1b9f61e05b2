#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <vector>

namespace coopnet::brokerage {

/// Two actors tied in both directions, and how many thirds each of them is tied to so too.
struct MutualTie {
    Vertex first;  ///< the earlier actor
    Vertex second;
    std::uint32_t thirds;
};

/// All mutual ties, by their actors. A tie is Simmelian if it has a third: it then lies in a
/// clique of three or more, each tied to each both ways. Undirected ties are mutual. Loops
/// are no ties, parallel edges one; strengths do not matter.
///
/// Cost: O(E·√E·log d). Reference: Krackhardt (1998), "Simmelian ties: Super strong and
/// sticky", in Power and Influence in Organizations. Throws Cancelled.
template <Direction D>
std::vector<MutualTie> mutual_ties(const Csr<D>& view, Monitor& monitor);

/// How many Simmelian ties each actor has. 0 for an isolate. Otherwise as `mutual_ties`.
template <Direction D>
Scores simmelian(const Csr<D>& view, Monitor& monitor);

}  // namespace coopnet::brokerage
