#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace coopnet::render {

/// How a text is set: DejaVu Sans, the widest family of the stack that the pages name.
struct Letters {
    double size = 13.5;
    bool bold = false;
};

/// The names of areas: clusters, hulls, countries.
inline constexpr Letters area_letters{12, true};

/// How wide a text runs, in pixels. Letters that DejaVu Sans lacks (Khmer, Chinese …) are estimated, never too small.
[[nodiscard]] double width_of(std::string_view text, Letters letters);

/// Breaks a text at blanks into at most `most` lines, so that the longest is as short as it can be; a text that fits
/// into `room` stays one line. Line ends in the text are blanks, too; a word of a script without blanks breaks in two.
[[nodiscard]] std::vector<std::string> break_lines(std::string_view text, Letters letters, double room,
                                                   std::size_t most);

/// Breaks a text into lines as full as `room` allows, as in running text.
[[nodiscard]] std::vector<std::string> fill_lines(std::string_view text, Letters letters, double room);

/// A text of at most `room` pixels: cut after a letter, with an ellipsis, if it is longer.
[[nodiscard]] std::string shortened(std::string_view text, Letters letters, double room);

}  // namespace coopnet::render
