#include <coopnet/core/error.hpp>
#include <coopnet/render/page.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace coopnet::render {
namespace {

constexpr double points_per_pixel = .75;
constexpr double least_points = 7;
constexpr double largest = 1.5;

double scale_on(Size field, Size page) {
    return std::min({page.width / field.width, page.height / field.height, largest});
}

[[noreturn]] void refuse(const Drawing& drawing, const Page& page, double scale) {
    const double needed = page.least / Letters{}.size;
    const std::string letters = page.may_turn ? fmt::format("{:.1f} points high, from {:g} they can be read",
                                                            Letters{}.size * scale * points_per_pixel, least_points)
                                              : fmt::format("{:.1f} pixels high, from {:g} they can be read",
                                                            Letters{}.size * scale, page.least);
    throw InvalidOption{fmt::format(
        "On {} the names of this picture would be {}: it needs {:.0f} × {:.0f} pixels. Give such a size, none, or "
        "select "
        "fewer actors (layers, kinds, around).",
        page.name, letters, std::ceil(drawing.size.width * needed), std::ceil(drawing.size.height * needed))};
}

}  // namespace

Page page_named(std::string_view name) {
    if (name == "a4") return {"A4", {794, 1123}, least_points / points_per_pixel, true};
    if (name == "a3") return {"A3", {1123, 1587}, least_points / points_per_pixel, true};
    if (name == "slide") return {"a slide", {1920, 1080}};
    throw InvalidOption{"There is no size \"" + std::string{name} +
                        "\"; choose one of a4, a3, slide, or give width and height in pixels."};
}

double scale_on(const Drawing& drawing, const Page& page) {
    const double upright = scale_on(drawing.size, page.size);
    return page.may_turn ? std::max(upright, scale_on(drawing.size, {page.size.height, page.size.width})) : upright;
}

Drawing fitted(Drawing drawing, Page page) {
    const Size turned{page.size.height, page.size.width};
    if (page.may_turn && scale_on(drawing.size, turned) > scale_on(drawing.size, page.size)) page.size = turned;
    const double scale = scale_on(drawing.size, page.size);
    if (scale * Letters{}.size < page.least - 1e-9) refuse(drawing, page, scale);
    const Size field{page.size.width / scale, page.size.height / scale};
    // Title and legend begin at the left; what stands over them has its room below.
    for (Group& group : drawing.groups) shift(group, {(field.width - drawing.size.width) / 2, 0});
    drawing.size = field;
    drawing.scale = scale;
    return drawing;
}

}  // namespace coopnet::render
