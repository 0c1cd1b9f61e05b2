#pragma once

#include <coopnet/analysis/detail/sparse_rows.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::flows {

/// A sum of variables that was observed, its weight the inverse of the observation's variance.
struct Observation {
    detail::SparseRow sum;
    double weight = 0;
};

struct SpreadQuestion {
    std::uint32_t variables = 0;
    const detail::SparseRows& rows;       ///< all of them hold exactly
    std::span<const std::uint8_t> fixed;  ///< by variable
    std::span<const Observation> observations;
    std::span<const detail::SparseRow> wanted;  ///< sums of variables
};

struct Spread {
    std::vector<double> variances;  ///< of each sum wanted; NaN if the observations do not settle it
    std::uint32_t settled = 0;      ///< how many independent things the observations settle
};

/// How sure variables are that are fitted to observations by weighted least squares under rows
/// that hold exactly.
///
/// With Z an orthonormal basis of what the rows leave free, H the weights: z'(Z'HZ)⁺z.
/// Cost: O(rows²·variables + free³).
Spread spread(const SpreadQuestion& question);

}  // namespace coopnet::flows
