#pragma once

#include <coopnet/core/error.hpp>
#include <coopnet/model/sheet.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet::detail {

/// A row of a sheet: its cells, and the place that a message names.
struct Place {
    const Sheet* sheet;
    std::size_t row;

    [[nodiscard]] std::string_view cell(std::string_view column) const { return sheet->cell(row, column); }
};

std::string quoted(std::string_view text);

/// What is wrong with a draft, collected while it is read.
class Problems {
public:
    void at(const Place& place, std::string_view column, std::string message);
    void in_header(const Sheet& sheet, std::string_view column, std::string message);
    void in_sheet(const Sheet& sheet, std::string_view column, std::string message);

    /// The keys nearest to a wrong one, to end a message with; nothing once more problems
    /// are found than anybody is shown, since a search is dear where every row is wrong.
    [[nodiscard]] std::string hint(std::string_view wanted, const std::vector<std::string>& keys) const;

    /// Throws InvalidNetwork with all that was found, if anything was.
    void throw_if_any();

private:
    std::vector<Problem> found_;
};

}  // namespace coopnet::detail
