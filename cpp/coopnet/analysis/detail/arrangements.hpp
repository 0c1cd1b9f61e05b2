#pragma once

#include <coopnet/core/monitor.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace coopnet::detail {

/// Which counts of permuted groups speak against chance: those at least as large as the
/// real one, at most as large, or the rarer of the two sides, twice.
enum class Alternative { greater, less, two_sided };

struct Permuting {
    /// How often the groups are handed out anew among the actors. 0: never.
    std::uint32_t permutations = 0;
    std::uint64_t seed = 0;
    Alternative alternative = Alternative::greater;
};

/// Groups by actor, numbered from 0.
using Labels = std::vector<std::uint32_t>;
/// Measures groups: as many numbers as the real ones, the same order each time.
using MeasureGroups = std::function<void(const Labels& groups, std::vector<double>& numbers)>;

struct PValues {
    std::vector<double> p;           ///< one for each number
    std::uint64_t arrangements = 0;  ///< that were compared
    bool exact = false;              ///< these were all that differ
};

/// How often groups handed out anew among the actors, all ties staying, give numbers as extreme as `real`:
/// (1 + as extreme) / (1 + permutations), or, if at most as many arrangements as asked for,
/// or 10,000, differ, the share of these. Numbers that are equal within 1e-10 are.
///
/// `effort` is the steps of one measuring. The same for any number of threads: each draw has
/// a random stream of its own. Throws Cancelled.
PValues p_values(const Labels& groups, std::span<const double> real, const MeasureGroups& measure,
                 const Permuting& options, std::uint64_t effort, Monitor& monitor);

}  // namespace coopnet::detail
