#pragma once

#include <coopnet/analysis/cohesion/core_pattern.hpp>
#include <coopnet/core/monitor.hpp>

#include <cstdint>
#include <vector>

namespace coopnet::cohesion {

/// Who is in a core, and how well its pattern fits.
struct FittingCore {
    std::vector<bool> members;
    double fit = undefined;
};

/// A core that fits well: the best of the most tied, then by moves of one actor after the
/// other, and again from `restarts` other cores. Cost: O(V² + E) for some passes of each.
FittingCore find_core(const Cells& cells, const Pattern& pattern, std::uint32_t restarts, std::uint64_t seed,
                      Monitor& monitor);

struct BestCore {
    FittingCore core;
    double bound = undefined;  ///< no core fits better than this
    bool exact = false;        ///< nor than the one found
};

/// The best core, as far as `effort` steps rule out that others fit better than the one known.
BestCore rule_out(const Cells& cells, const Pattern& pattern, FittingCore known, std::uint64_t effort,
                  Monitor& monitor);

}  // namespace coopnet::cohesion
