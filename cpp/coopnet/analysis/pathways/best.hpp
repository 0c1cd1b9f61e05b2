#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/pathways.hpp>
#include <coopnet/view/fold.hpp>

#include <cstdint>
#include <optional>

namespace coopnet::pathways {

struct BestOptions {
    std::uint64_t most = 1;
    bool only_equal = false;                          ///< of them only those as good as the first
    std::optional<double> time_limit = std::nullopt;  ///< seconds
};

/// The best pathways by what the weight of a view means: `most_reliable` for a probability, whose
/// products are never added as logarithms; else `k_shortest`, or `all_shortest` for equal ones.
/// Throws as they do, and InvalidWeight for a capacity.
Pathways best(const View& view, Vertex source, Vertex target, const BestOptions& options, Monitor& monitor);

}  // namespace coopnet::pathways
