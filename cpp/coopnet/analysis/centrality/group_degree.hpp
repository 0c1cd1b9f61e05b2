#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/tables/value.hpp>
#include <coopnet/view/csr.hpp>

#include <span>

namespace coopnet::centrality {

using detail::Mode;

struct GroupDegreeOptions {
    /// Which ties: those that members start, those they receive, or all.
    Mode mode = Mode::all;
    /// Divide by the number of actors outside the group.
    bool normalized = true;
};

/// How many actors outside the group have a tie with a member, each counted once.
///
/// Ties within the group, loops, parallel edges and weights make no difference. Normalized,
/// a group of everybody is undefined. Cost: O(V + E).
/// Reference: Everett and Borgatti (1999), doi:10.1080/0022250X.1999.9990219.
/// Throws InvalidOption if the group is empty or names no vertices of the view.
template <Direction D>
Value group_degree(const Csr<D>& view, std::span<const Vertex> group, GroupDegreeOptions options = {});

}  // namespace coopnet::centrality
