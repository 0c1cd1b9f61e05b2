#pragma once

#include <string_view>

namespace coopnet::worker {

/// Are these drawing operations (Graphviz's xdot language) nothing but ink: colors, pens, fonts, texts, ellipses,
/// polygons and curves? Images would open files; what cannot be read might hide one.
[[nodiscard]] bool is_only_ink(std::string_view operations);

}  // namespace coopnet::worker
