#pragma once

#include <coopnet/render/drawing.hpp>

#include <string>
#include <string_view>

namespace coopnet::render {

/// What a picture is fitted to, in pixels at 100 %: 96 an inch.
struct Page {
    std::string name;  ///< as messages call it: "A4"
    Size size;
    double least = 12;      ///< the letters of names may not get smaller, in pixels
    bool may_turn = false;  ///< lies on its side where that fits better
};

/// "a4", "a3": paper, names from 7 points, upright or on its side; "slide": 1920 × 1080, names from 12 pixels.
/// Throws InvalidOption, naming the choices.
[[nodiscard]] Page page_named(std::string_view name);

/// How large a drawing gets on a page: 1 is 100 %.
[[nodiscard]] double scale_on(const Drawing& drawing, const Page& page);

/// The drawing on a page of its own size, as large as fits, never more than one and a half times.
/// Throws InvalidOption if its names could not be read there, with the size that they need.
[[nodiscard]] Drawing fitted(Drawing drawing, Page page);

}  // namespace coopnet::render
