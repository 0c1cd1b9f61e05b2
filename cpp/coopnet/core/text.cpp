#include <coopnet/core/text.hpp>

#include <boost/locale/utf.hpp>

#include <algorithm>
#include <string>

namespace coopnet {
namespace {

namespace utf = boost::locale::utf;
using Utf8 = utf::utf_traits<char>;

bool is_blank(utf::code_point c) noexcept {
    constexpr std::u32string_view others = U"\u0020\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000";
    return (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x1f) || (c >= 0x2000 && c <= 0x200a) ||
           others.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

// Bytes of the blank at the front, or at the back; 0 if there is none.
std::size_t leading_blank(std::string_view text) noexcept {
    const char* at = text.data();
    return is_blank(Utf8::decode(at, text.data() + text.size())) ? static_cast<std::size_t>(at - text.data()) : 0;
}

std::size_t trailing_blank(std::string_view text) noexcept {
    std::size_t start = text.size() - 1;
    while (start > 0 && Utf8::is_trail(text[start])) --start;
    const std::size_t length = text.size() - start;
    return leading_blank(text.substr(start)) == length ? length : 0;
}

// Neither a blank nor part of a longer character.
bool is_plain(char c) noexcept {
    return c > ' ' && c < '\x7f';
}

}  // namespace

bool is_text(std::string_view bytes) noexcept {
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    for (;;) {
        while (at != end && is_plain(*at)) ++at;  // most characters are, and decoding is dear
        if (at == end) return true;
        const utf::code_point c = Utf8::decode(at, end);
        if (c == 0 || c == utf::illegal || c == utf::incomplete) return false;
    }
}

std::string_view trimmed(std::string_view text) noexcept {
    while (!text.empty() && !is_plain(text.front())) {
        const std::size_t blank = leading_blank(text);
        if (blank == 0) break;
        text.remove_prefix(blank);
    }
    while (!text.empty() && !is_plain(text.back())) {
        const std::size_t blank = trailing_blank(text);
        if (blank == 0) break;
        text.remove_suffix(blank);
    }
    return text;
}

}  // namespace coopnet
