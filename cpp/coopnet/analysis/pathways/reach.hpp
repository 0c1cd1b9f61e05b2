#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/pathways.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::pathways {

struct ReachOptions {
    std::optional<std::uint32_t> within = std::nullopt;  ///< steps; nothing: as far as one gets
    detail::Mode mode = detail::Mode::out;
};

/// Whom a vertex reaches, itself at 0 steps included, and in how many steps.
/// Cost: O(V + E). Throws Cancelled.
template <Direction D>
Reach reach(const Csr<D>& view, Vertex source, ReachOptions options, Monitor& monitor);

/// The edges that lead from the given vertices to others, by edge id. Cost: O(V + E).
template <Direction D>
std::vector<EdgeId> leaving(const Csr<D>& view, std::span<const Vertex> reached);

}  // namespace coopnet::pathways
