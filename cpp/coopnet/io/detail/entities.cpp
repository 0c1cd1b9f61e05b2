#include <coopnet/io/detail/entities.hpp>

#include <boost/locale/utf.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace coopnet::io::detail {
namespace {

// Of the characters from U+00A0 on.
constexpr std::array<std::string_view, 96> latin{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",   "ordf",
    "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",  "micro",
    "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave",
    "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",
    "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",
    "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute",
    "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave",
    "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide",
    "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

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
    const bool character = code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    if (digits.empty() || stop != end || error != std::errc{} || !character) return std::nullopt;
    return utf8(code);
}

std::optional<std::string> entity(std::string_view name) {
    if (name.starts_with('#')) return numbered(name.substr(1));
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> named{
        {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}}};
    for (const auto& [known, character] : named) {
        if (name == known) return std::string{character};
    }
    const auto found = std::ranges::find(latin, name);
    if (found == latin.end()) return std::nullopt;
    return utf8(0xA0U + static_cast<std::uint32_t>(found - latin.begin()));
}

}  // namespace

std::string with_characters(std::string_view text) {
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

void append_with_entities(std::string& ascii, std::string_view text) {
    using Utf8 = boost::locale::utf::utf_traits<char>;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const boost::locale::utf::code_point c = Utf8::decode(at, end);
        if (c == '"') {
            ascii += "&quot;";
        } else if (c == '&') {
            ascii += "&amp;";
        } else if (c < 0x80) {
            ascii += static_cast<char>(c);
        } else {
            ascii += "&#" + std::to_string(c) + ";";
        }
    }
}

}  // namespace coopnet::io::detail
