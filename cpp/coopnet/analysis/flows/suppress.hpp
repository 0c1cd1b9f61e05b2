#pragma once

#include <coopnet/analysis/detail/sparse_rows.hpp>
#include <coopnet/analysis/flows/sums.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::flows {

/// A linear program, laid out for whoever solves it: the least of costs·x within the bounds.
struct LinearProgram {
    std::vector<double> costs;
    std::vector<double> low;
    std::vector<double> high;
    detail::SparseRows rows;
};

/// Counts that are published together, and the sums among them.
struct CountTable {
    std::vector<double> low;   ///< what is shown of each count: both ends equal, or an interval
    std::vector<double> high;  ///< infinity: no upper end is shown
    std::vector<Sum> sums;
    double least = 1;  ///< what a hidden count is known to be at least
};

/// Counts to be hidden by themselves: an end that is shown lies above zero and below k, or, if
/// zeros are hidden too, at zero.
std::vector<bool> small_counts(const CountTable& table, double k, bool zeros);

/// What anybody knows of the counts: a column each, bounded by what is shown of it, and by
/// `least` alone where it is hidden; a row each sum. Its costs are zero: the least and the most
/// of a column are what its count can be narrowed down to.
LinearProgram attacked(const CountTable& table, const std::vector<bool>& hidden);

/// Two readings of a table that differ by `width` in one count, as close to what is shown as
/// `costs` ask: counts that differ must be hidden to protect that one.
///
/// Columns: the first reading, the second, then how far both are from what is shown of a count.
/// What may not be hidden has a cost of infinity. Always feasible where all that is shown is
/// true, no sum is contradicted, and nothing has an infinite cost but zeros: all counts can grow
/// by the same factor.
LinearProgram covered(const CountTable& table, const std::vector<bool>& hidden, std::span<const double> costs,
                      std::uint32_t count, double width);

}  // namespace coopnet::flows
