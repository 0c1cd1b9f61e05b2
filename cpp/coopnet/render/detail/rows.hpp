#pragma once

#include <cstddef>
#include <vector>

namespace coopnet::render::detail {

struct RowTie {
    std::size_t a = 0;
    std::size_t b = 0;
    double weight = 1;
};

/// Items in rows, any two of which may be tied: orders each row and says where on it every item stands, so that ties
/// run short and steep. Barycenter sweeps, the best of all sweeps kept; then each item as near to the mean of its
/// neighbors as the widths allow. The middle of every row is 0. Cost: O(sweeps · ties).
[[nodiscard]] std::vector<double> stand_in_rows(std::vector<std::vector<std::size_t>>& rows,
                                                const std::vector<RowTie>& ties, const std::vector<double>& widths,
                                                double gap);

}  // namespace coopnet::render::detail
