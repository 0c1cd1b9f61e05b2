#include "ink.hpp"

#include "values.hpp"

#include <cctype>
#include <charconv>
#include <optional>

namespace coopnet::worker {
namespace {

class Reader {
public:
    explicit Reader(std::string_view text) : left_{text} { skip_blanks(); }

    [[nodiscard]] bool at_end() const { return left_.empty(); }

    char letter() {
        const char c = left_.front();
        left_.remove_prefix(1);
        return c;
    }

    std::optional<double> number() {
        skip_blanks();
        double value = 0;
        const auto [end, error] = std::from_chars(left_.data(), left_.data() + left_.size(), value);
        if (error != std::errc{}) return std::nullopt;
        left_.remove_prefix(static_cast<std::size_t>(end - left_.data()));
        skip_blanks();
        return value;
    }

    bool numbers(int count) {
        while (count-- > 0) {
            if (!number()) return false;
        }
        return true;
    }

    // A count, then two numbers a point.
    bool points() {
        const auto count = number();
        return count && *count >= 1 && *count < 1e6 && numbers(2 * static_cast<int>(*count));
    }

    // A length in bytes, a dash, so many bytes.
    std::optional<std::string_view> text() {
        const auto length = number();
        if (!length || *length < 0 || *length >= static_cast<double>(left_.size()) || left_.front() != '-')
            return std::nullopt;
        const auto bytes = static_cast<std::size_t>(*length);
        const std::string_view text = left_.substr(1, bytes);
        left_.remove_prefix(bytes + 1);
        skip_blanks();
        return text;
    }

    // A color, font or pen.
    bool plain_text() {
        const auto found = text();
        return found && is_plain(*found);
    }

private:
    void skip_blanks() {
        while (!left_.empty() && std::isspace(static_cast<unsigned char>(left_.front())) != 0) left_.remove_prefix(1);
    }

    std::string_view left_;
};

bool skip_operation(Reader& reader) {
    switch (reader.letter()) {
        case 'E':
        case 'e':
            return reader.numbers(4);
        case 'P':
        case 'p':
        case 'L':
        case 'B':
        case 'b':
            return reader.points();
        case 'T':
            return reader.numbers(4) && reader.text();
        case 'F':
            return reader.numbers(1) && reader.plain_text();
        case 'C':
        case 'c':
        case 'S':
            return reader.plain_text();
        case 't':
            return reader.numbers(1);
        default:
            return false;
    }
}

}  // namespace

bool is_only_ink(std::string_view operations) {
    Reader reader{operations};
    while (!reader.at_end()) {
        if (!skip_operation(reader)) return false;
    }
    return true;
}

}  // namespace coopnet::worker
