#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::flows {

/// A count and others that make it up, by place.
struct Sum {
    std::uint32_t whole = 0;
    std::vector<std::uint32_t> parts;
    bool exact = true;  ///< else the parts come to less than the whole

    friend bool operator==(const Sum&, const Sum&) = default;
};

/// All ways in which one of some counts is the sum of `fewest` to `most` others.
///
/// Counts of zero, and those that are not known (NaN), are neither whole nor part. Whoever reads
/// a table sees such sums, meant or not. Wholes in order, then parts by the first that differs.
/// Cost: O(n^(most + 1)), less by what cannot fit.
std::vector<Sum> sums_among(std::span<const double> counts, std::size_t fewest, std::size_t most);

/// The largest sets of parts that together do not exceed a whole, the fullest `limit` of them.
///
/// Which parts of a whole exclude each other is not recorded (men and women, or by day): each set
/// that fits may be meant. Parts are places in `parts`; a set that makes up the whole is exact.
/// Of more than 16 parts, only sets that leave out at most four, and each part alone.
/// Cost: O(2^n · n) for n parts; of more than 16, O(n^4).
std::vector<Sum> fitting_parts(double whole, std::span<const double> parts, std::size_t limit);

}  // namespace coopnet::flows
