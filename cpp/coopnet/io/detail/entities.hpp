#pragma once

#include <string>
#include <string_view>

namespace coopnet::io::detail {

/// The text with characters for its entities: `&amp;`, `&eacute;`, `&#233;`, `&#xe9;`. What is none stays as it is.
[[nodiscard]] std::string with_characters(std::string_view text);

/// The text in 7 bits, with entities for quotes, ampersands and all characters beyond.
void append_with_entities(std::string& ascii, std::string_view text);

}  // namespace coopnet::io::detail
