#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace coopnet {

/// Reads a decimal number; nothing if the whole cell is not one, or is too large for one.
std::optional<double> read_number(std::string_view cell) noexcept;

/// The shortest text that reads back as this number.
std::string format_number(double value);

}  // namespace coopnet
