#pragma once

#include <coopnet/model/sheet.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace coopnet::io::detail {

/// A sheet in the making: cells as a file tells them, row after row. Every name that is met becomes a column.
///
/// Throws ParseError for more than 1,000 columns, and where most cells would stay empty: a name of its own in every
/// row would take memory by rows times names.
class Gather {
public:
    /// `what` the rows are called in the file: "nodes".
    Gather(std::string path, std::string what);

    /// The number of the column under this name, added if it is not there yet.
    std::size_t column(std::string_view name);
    void put(std::size_t row, std::size_t column, std::string cell);
    void put(std::size_t row, std::string_view name, std::string cell) { put(row, column(name), std::move(cell)); }
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const noexcept;
    /// Those of a column so far.
    [[nodiscard]] const std::vector<std::string>& cells(std::size_t column) const { return sheet_.columns[column]; }

    /// What was gathered, with a cell for each of the rows in every column.
    [[nodiscard]] Sheet sheet(std::size_t rows) &&;

private:
    void require_dense() const;

    std::string path_;
    std::string what_;
    Sheet sheet_;
    std::unordered_map<std::string, std::size_t> numbers_;
    std::size_t cells_ = 0;
    std::size_t filled_ = 0;
};

}  // namespace coopnet::io::detail
