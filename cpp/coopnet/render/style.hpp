#pragma once

#include <coopnet/model/vocabulary.hpp>
#include <coopnet/render/drawing.hpp>

#include <string_view>

namespace coopnet::render {

/// `print` is for paper and light pages, `dark` for screens, `gray` for paper without color.
enum class Theme { print, dark, gray };

/// "print", "light" (the same on a screen), "dark", "gray". Throws InvalidOption, naming the choices.
[[nodiscard]] Theme theme_named(std::string_view name);

/// The grounds and inks of a theme.
struct Palette {
    Color paper;  ///< the ground of all, the river
    Color bank;
    Color band;  ///< every other row of a bank
    Color ink;
    Color second_ink;
    Color warm;  ///< selected: a yellow ground
};
[[nodiscard]] Palette palette(Theme theme);

/// A kind's or line's own colors, as a theme shows them.
[[nodiscard]] KindStyle themed(KindStyle style, Theme theme);
[[nodiscard]] Color themed_line(const Color& color, Theme theme);

/// What a status does to a line: documented is solid, claimed dashed, inferred dotted.
[[nodiscard]] Breaks breaks_of(Status status) noexcept;

/// The color of a value from 0 to 1 in five steps from paper to deep blue, and of words on it.
struct Shade {
    Color fill;
    Color text;
};
[[nodiscard]] Shade shade(double share, Theme theme);

}  // namespace coopnet::render
