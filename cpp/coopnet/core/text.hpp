#pragma once

#include <string_view>

namespace coopnet {

/// Whether the bytes are text: valid UTF-8 without a NUL, which no format carries.
[[nodiscard]] bool is_text(std::string_view bytes) noexcept;

/// The text without the blanks at its ends; blank is what Unicode calls white space.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

}  // namespace coopnet
