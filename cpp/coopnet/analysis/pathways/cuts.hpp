#pragma once

#include <coopnet/analysis/detail/minimum_cuts.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>

namespace coopnet::pathways {

using detail::MinimumCuts;
using detail::Of;

struct CutsOptions {
    Of of = Of::actors;
    std::uint64_t max_results = 1000;
    std::optional<double> time_limit = std::nullopt;  ///< seconds
};

/// All smallest sets of vertices, or of edges, without which no pathway leads from source to
/// target, as `detail::minimum_cuts` finds them. Throws InvalidOption if the two are the same
/// or for a limit that is none, Cancelled.
template <Direction D>
MinimumCuts cuts(const Csr<D>& view, Vertex source, Vertex target, const CutsOptions& options, Monitor& monitor);

}  // namespace coopnet::pathways
