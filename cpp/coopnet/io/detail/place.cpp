#include <coopnet/io/detail/place.hpp>

#include <algorithm>

namespace coopnet::io::detail {

Place place_of(std::string_view text, std::size_t byte) {
    const auto before = text.substr(0, std::min(byte, text.size()));
    const auto line_start = before.rfind('\n');
    const auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; };
    const auto in_line = before.substr(line_start == std::string_view::npos ? 0 : line_start + 1);
    return {static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1),
            static_cast<std::uint32_t>(std::ranges::count_if(in_line, begins_character) + 1)};
}

ParseError located(const std::string& path, Place place, const std::string& message) {
    return {path, place.line, place.column, message};
}

}  // namespace coopnet::io::detail
