#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What Pajek's files say beside numbers.
namespace coopnet::io::detail {

/// Goes before what only we write: `3 "id"`, with `unnamed` after it where the label is no name.
constexpr std::string_view pajek_comment = "% coopnet ";
constexpr std::string_view no_class = "9999998";     ///< in a partition
constexpr std::string_view no_number = "999999998";  ///< in a vector
constexpr std::string_view time_column = "time";     ///< intervals that are no years
constexpr std::array<std::string_view, 3> axes{"x", "y", "z"};

bool is_shape(std::string_view word) noexcept;
bool is_parameter_of_vertex(std::string_view name) noexcept;
bool is_parameter_of_line(std::string_view name) noexcept;

struct Years {
    std::string since;
    std::string until;  ///< ".." where it is still open
};

/// What an interval says without its brackets, `1996-2001,2003-*`, if it is made of years; else nothing.
std::vector<Years> years_of(std::string_view interval);

/// The interval of a period of whole years, without brackets; nothing for any other.
std::optional<std::string> interval_of(std::string_view since, std::string_view until);

}  // namespace coopnet::io::detail
