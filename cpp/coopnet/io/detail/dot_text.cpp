#include <coopnet/io/detail/dot_text.hpp>

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace coopnet::io::detail {
namespace {

std::string utf8(std::uint32_t code) {
    const auto tail = [code](unsigned shift) { return static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xC0U | code >> 6U), tail(0)};
    if (code < 0x10000) return {static_cast<char>(0xE0U | code >> 12U), tail(6), tail(0)};
    return {static_cast<char>(0xF0U | code >> 18U), tail(12), tail(6), tail(0)};
}

std::optional<std::string> numbered(std::string_view digits) {
    const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
    if (hexadecimal) digits.remove_prefix(1);
    std::uint32_t code = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, code, hexadecimal ? 16 : 10);
    const bool character = code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    if (digits.empty() || stop != end || error != std::errc{} || !character) return std::nullopt;
    return utf8(code);
}

std::optional<std::string> entity(std::string_view name) {
    if (name.starts_with('#')) return numbered(name.substr(1));
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> named{
        {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"nbsp", "\u00A0"}}};
    for (const auto& [known, character] : named) {
        if (name == known) return std::string{character};
    }
    return std::nullopt;
}

std::string with_characters_for_entities(std::string_view text) {
    constexpr std::size_t longest = 10;
    std::string plain;
    while (!text.empty()) {
        const auto end = text.front() == '&' ? text.substr(0, longest).find(';') : std::string_view::npos;
        const auto character = end == std::string_view::npos ? std::nullopt : entity(text.substr(1, end - 1));
        plain += character ? *character : std::string{text.front()};
        text.remove_prefix(character ? end + 1 : 1);
    }
    return plain;
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string dot = text.starts_with('%') ? "\\" : "";
    for (const char c : text) {
        if (c == '\\') {
            dot += "\\\\";
        } else if (c == '\n') {
            dot += "\\n";
        } else {
            dot += c;
        }
    }
    return dot;
}

std::string unescaped(std::string_view text) {
    std::string plain;
    if (text.starts_with("\\%")) text.remove_prefix(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
        if (next == '\\' || next == 'n') {
            plain += next == 'n' ? '\n' : '\\';
            ++i;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

std::string shown(std::string_view label, std::string_view node, std::string_view graph) {
    std::string text;
    bool line_ended = false;
    const std::string plain = with_characters_for_entities(label);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        line_ended = false;
        if (plain[i] != '\\' || i + 1 == plain.size()) {
            text += plain[i];
            continue;
        }
        switch (plain[++i]) {
            case 'N':
                text += node;
                break;
            case 'G':
                text += graph;
                break;
            case 'n':
            case 'l':
            case 'r':
                text += '\n';
                line_ended = plain[i] != 'n';
                break;
            default:
                text += plain[i];
        }
    }
    if (line_ended) text.pop_back();  // "left\l" is one line, not one and an empty one
    return text;
}

}  // namespace coopnet::io::detail
