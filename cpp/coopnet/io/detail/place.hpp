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

/// The places of bytes of a UTF-8 text that are asked for one after the other: what lies between two is read once.
class Places {
public:
    explicit Places(std::string_view text) : text_{text} {}
    [[nodiscard]] Place of(std::size_t byte);

private:
    std::string_view text_;
    std::size_t before_ = 0;  // all that stands here has been counted
    Place place_{1, 1};
};

/// The error for something at a place of a file.
[[nodiscard]] ParseError located(const std::string& path, Place place, const std::string& message);

}  // namespace coopnet::io::detail
