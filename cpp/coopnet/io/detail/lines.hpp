#pragma once

#include <coopnet/io/detail/place.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Files that are read line by line, word by word.
namespace coopnet::io::detail {

/// A word of a line, or what stands between quotes, and the byte of the line at which it begins.
struct Word {
    std::string_view text;
    std::size_t at = 0;
    bool quoted = false;

    /// With the characters that stand for numbers: `&#34;`.
    [[nodiscard]] std::string plain() const;
};

/// What cuts words beside blanks and tabs, and whether `[1, 2]` is one word.
struct Cut {
    std::string_view marks{};
    bool brackets = false;
};

class Lines {
public:
    /// Both must live as long as this; a byte order mark is passed over. Lines end as in any system.
    Lines(std::string_view text, const std::string& path);

    /// Goes to the next line; false if there is none.
    bool next();
    [[nodiscard]] std::string_view line() const noexcept { return line_; }
    /// The words of the line. Throws ParseError for a quote that is left open.
    [[nodiscard]] const std::vector<Word>& words(const Cut& cut = {});

    [[nodiscard]] Place place(std::size_t byte = 0) const;
    [[noreturn]] void fail(std::size_t byte, const std::string& message) const;
    [[noreturn]] void fail(const std::string& message) const { fail(0, message); }

private:
    [[nodiscard]] std::size_t end_of_quote(std::size_t begin) const;

    std::string_view rest_;
    std::string_view line_;
    const std::string& path_;
    std::uint32_t number_ = 0;
    std::vector<Word> words_;
};

/// Whether two texts are the same but for capitals; `low` is written without.
[[nodiscard]] bool is_word(std::string_view text, std::string_view low) noexcept;

/// Appends a text on one line, with numbers for quotes, line ends and other control characters: `&#34;`.
void append_on_one_line(std::string& out, std::string_view text);
/// The same between quotes.
void append_quoted(std::string& out, std::string_view text);

/// The text with characters for their numbers: `&#34;`.
[[nodiscard]] std::string with_numbered_characters(std::string_view text);

}  // namespace coopnet::io::detail
