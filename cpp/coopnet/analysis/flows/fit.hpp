#pragma once

#include <coopnet/analysis/detail/sparse_rows.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::flows {

/// A sum of variables that was observed, its weight the inverse of the observation's variance.
struct Observation {
    detail::SparseRow sum;
    double value = 0;
    double weight = 0;
};

struct FitQuestion {
    std::uint32_t variables = 0;
    const detail::SparseRows& rows;       ///< all of them hold exactly, at their low end
    std::span<const std::uint8_t> fixed;  ///< by variable: it is zero
    std::span<const Observation> observations;
    std::span<const detail::SparseRow> wanted;  ///< sums of variables
};

struct Fit {
    std::vector<double> values;     ///< by variable; what the observations do not settle is one of many
    std::vector<double> variances;  ///< of each sum wanted; NaN if the observations do not settle it
    std::uint32_t settled = 0;      ///< how many independent things the observations settle
};

/// Weighted least squares under rows that hold exactly, and how sure what it finds is.
///
/// With Z a basis of what the rows leave free, H the weights: a variance is z'(Z'HZ)⁻z.
/// Rows that contradict each other do not hold in the values: look whether they do.
/// Cost: O(rows²·variables + free³), far less where rows and sums have few variables.
Fit fit(const FitQuestion& question);

}  // namespace coopnet::flows
