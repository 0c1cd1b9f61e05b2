#pragma once

#include <coopnet/core/number.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet {

/// A table as a spreadsheet holds it: text cells under a header, nothing interpreted yet.
///
/// Every reader produces sheets and the builder alone gives them meaning; a network keeps
/// them, so that what was read can be written again as it was.
struct Sheet {
    std::string file;  ///< named in messages: "ties.csv"
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> columns;  ///< one a header, all of one length
    /// Where the header and then each row stood in the file; empty where that is 1, 2, 3 … Only while it is built.
    std::vector<std::uint32_t> lines;

    /// The row as a spreadsheet counts; the header's is 1 unless it stood lower.
    [[nodiscard]] std::uint32_t shown_row(std::size_t row) const noexcept;
    [[nodiscard]] std::uint32_t shown_header() const noexcept { return lines.empty() ? 1 : lines.front(); }

    [[nodiscard]] std::size_t rows() const noexcept { return columns.empty() ? 0 : columns.front().size(); }
    /// The column under this header, or nullptr.
    [[nodiscard]] const std::vector<std::string>* column(std::string_view name) const noexcept;
    /// The cell in a row, empty if there is no such column.
    [[nodiscard]] std::string_view cell(std::size_t row, std::string_view name) const noexcept;
    /// The column under this header, added with empty cells if it is not there yet.
    std::vector<std::string>& ensure(std::string_view name);

    friend bool operator==(const Sheet&, const Sheet&) = default;
};

/// Splits a cell at `;`, blanks trimmed, empty parts dropped.
std::vector<std::string> split_cell(std::string_view cell);

}  // namespace coopnet
