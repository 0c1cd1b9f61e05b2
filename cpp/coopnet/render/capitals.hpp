#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace coopnet::render {

/// The seat of a state's government, to a tenth of a degree: where a picture puts the state, never a site.
struct Capital {
    std::string_view state;  ///< ISO 3166-1, three letters
    double north = 0;        ///< degrees
    double east = 0;
};

/// Member and observer states of the United Nations, by code.
[[nodiscard]] std::span<const Capital> capitals() noexcept;

[[nodiscard]] std::optional<Capital> capital_of(std::string_view state) noexcept;

}  // namespace coopnet::render
