#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace coopnet::detail {

/// A row of a linear program: variables and what each is taken times.
using SparseRow = std::vector<std::pair<std::uint32_t, double>>;

/// The rows of a linear program, one after the other: row i has the columns and values from
/// `starts[i]` on, and lies between `low[i]` and `high[i]`. The solver takes it as it is.
struct SparseRows {
    std::vector<std::int32_t> starts{0};
    std::vector<std::int32_t> columns;
    std::vector<double> values;
    std::vector<double> low;
    std::vector<double> high;

    void add(const SparseRow& cells, double least, double most) {
        for (const auto& [column, value] : cells) put(column, value);
        end_row(least, most);
    }
    /// A cell of the row that the next `end_row` ends.
    void put(std::size_t column, double value) {
        columns.push_back(static_cast<std::int32_t>(column));
        values.push_back(value);
    }
    void end_row(double least, double most) {
        starts.push_back(static_cast<std::int32_t>(columns.size()));
        low.push_back(least);
        high.push_back(most);
    }
    [[nodiscard]] SparseRow row(std::size_t i) const {
        SparseRow cells;
        for (auto at = static_cast<std::size_t>(starts[i]); at < static_cast<std::size_t>(starts[i + 1]); ++at) {
            cells.emplace_back(static_cast<std::uint32_t>(columns[at]), values[at]);
        }
        return cells;
    }
    [[nodiscard]] std::size_t size() const noexcept { return low.size(); }
};

}  // namespace coopnet::detail
