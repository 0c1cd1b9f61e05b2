#include <coopnet/io/detail/entities.hpp>
#include <coopnet/io/detail/lines.hpp>

#include <algorithm>

namespace coopnet::io::detail {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(char c) noexcept {
    return c == ' ' || c == '\t';
}

}  // namespace

std::string Word::plain() const {
    return with_numbered_characters(text);
}

Lines::Lines(std::string_view text, const std::string& path) : rest_{text}, path_{path} {
    if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
}

bool Lines::next() {
    if (rest_.empty()) return false;
    const auto end = std::min(rest_.find_first_of("\r\n"), rest_.size());
    line_ = rest_.substr(0, end);
    ++number_;
    rest_.remove_prefix(end);
    if (rest_.starts_with("\r\n")) rest_.remove_prefix(1);
    if (!rest_.empty()) rest_.remove_prefix(1);
    return true;
}

const std::vector<Word>& Lines::words(const Cut& cut) {
    words_.clear();
    const auto cuts = [&](char c) { return is_blank(c) || cut.marks.find(c) != std::string_view::npos; };
    for (std::size_t at = 0; at < line_.size();) {
        if (cuts(line_[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        if (line_[at] == '"') {
            at = end_of_quote(begin) + 1;
            words_.push_back({line_.substr(begin + 1, at - begin - 2), begin, true});
            if (at < line_.size() && !cuts(line_[at]) && line_[at] != '[')
                fail(begin, "a text goes on after its quote. Write a quote within it as &#34;.");
            continue;
        }
        if (cut.brackets && line_[at] == '[') {
            at = line_.find(']', at);
            if (at == std::string_view::npos) fail(begin, "a [ that is never closed. Close it with ].");
            ++at;
        } else {
            while (at < line_.size() && !cuts(line_[at])) ++at;
        }
        words_.push_back({line_.substr(begin, at - begin), begin, false});
    }
    return words_;
}

// A backslash before a quote is part of the text where another quote follows, as old files of igraph have it.
std::size_t Lines::end_of_quote(std::size_t begin) const {
    std::size_t end = line_.find('"', begin + 1);
    while (end != std::string_view::npos && end > begin + 1 && line_[end - 1] == '\\') {
        const std::size_t later = line_.find('"', end + 1);
        if (later == std::string_view::npos) break;
        end = later;
    }
    if (end == std::string_view::npos)
        fail(begin, "a text begins here and is never closed. Write a quote within it as &#34;.");
    return end;
}

Place Lines::place(std::size_t byte) const {
    return {number_, place_of(line_, byte).column};
}

void Lines::fail(std::size_t byte, const std::string& message) const {
    throw located(path_, place(byte), message);
}

bool is_word(std::string_view text, std::string_view low) noexcept {
    return std::ranges::equal(
        text, low, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; });
}

void append_on_one_line(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool last = i + 1 == text.size();
        const bool would_read_as_number = c == '&' && !last && text[i + 1] == '#';
        const bool would_escape = c == '\\' && (last || text[i + 1] == '"');
        if (c == '"' || static_cast<unsigned char>(c) < 0x20 || would_read_as_number || would_escape) {
            out += "&#" + std::to_string(static_cast<unsigned>(c)) + ";";
        } else {
            out += c;
        }
    }
}

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    append_on_one_line(out, text);
    out += '"';
}

std::string with_numbered_characters(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const auto begin = std::min(text.find_first_of("&\\"), text.size());
        plain += text.substr(0, begin);
        text.remove_prefix(begin);
        const auto end = text.starts_with("&#") ? text.find_first_of("&;", 1) : std::string_view::npos;
        if (end != std::string_view::npos && text[end] == ';') {
            plain += with_characters(text.substr(0, end + 1));
            text.remove_prefix(end + 1);
        } else if (!text.empty()) {
            if (!text.starts_with("\\\"")) plain += text.front();
            text.remove_prefix(1);
        }
    }
    return plain;
}

}  // namespace coopnet::io::detail
