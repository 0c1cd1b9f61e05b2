#include "values.hpp"

#include "messages.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace coopnet::worker {
namespace {

using namespace std::string_view_literals;

bool is_lower_equal(char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

// How many bytes the UTF-8 character at the start takes; 0 if it is none, or one that XML may not hold.
std::size_t character(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80) return first >= 0x20 || first == '\t' || first == '\n' || first == '\r' ? 1 : 0;
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < size) return 0;
    unsigned code = first & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) return 0;
        code = code << 6U | (byte(i) & 0x3FU);
    }
    constexpr std::array<unsigned, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code >= smallest.at(size) && code <= 0x10FFFF && !surrogate && code != 0xFFFE && code != 0xFFFF ? size : 0;
}

}  // namespace

bool begins_with(std::string_view text, std::string_view start) {
    return text.size() >= start.size() && std::ranges::equal(text.substr(0, start.size()), start, is_lower_equal);
}

bool is_plain(std::string_view value) {
    return value.find_first_of("\"'<>&") == std::string_view::npos;
}

bool is_safe_link(std::string_view url) {
    constexpr std::array starts{"https:"sv, "http:"sv, "mailto:"sv, "#"sv};
    const bool starts_well =
        std::ranges::any_of(starts, [&](std::string_view start) { return begins_with(url, start); });
    return starts_well && url.find_first_of("\"'<>") == std::string_view::npos;
}

void require_text(std::string_view text, std::string_view where) {
    while (!text.empty()) {
        const std::size_t size = character(text);
        if (size == 0) refuse("A " + std::string{where} + " is not UTF-8 text, or holds control characters.");
        text.remove_prefix(size);
    }
}

}  // namespace coopnet::worker
