#pragma once

#include <coopnet/core/error.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace coopnet::io::detail {

/// A character of a file, both counted from 1.
struct Place {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// Where a byte of a text stands.
[[nodiscard]] Place place_of(std::string_view text, std::size_t byte);

/// The error for something at a place of a file.
[[nodiscard]] ParseError located(const std::string& path, Place place, const std::string& message);

}  // namespace coopnet::io::detail
