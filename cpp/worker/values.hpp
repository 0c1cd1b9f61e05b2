#pragma once

#include <string_view>

/// What may stand in a picture.
namespace coopnet::worker {

/// Whatever the case of the letters.
[[nodiscard]] bool begins_with(std::string_view text, std::string_view start);

/// Graphviz writes fonts and colors into an SVG as they are: this one ends no attribute there.
[[nodiscard]] bool is_plain(std::string_view value);

/// Leads to http, https, mailto or a place in the picture, literally: an entity or an escape at the start could become
/// any other scheme.
[[nodiscard]] bool is_safe_link(std::string_view url);

/// Throws Refusal unless the text is UTF-8 without control characters; `where` names it.
void require_text(std::string_view text, std::string_view where);

}  // namespace coopnet::worker
