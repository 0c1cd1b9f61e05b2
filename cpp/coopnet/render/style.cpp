#include <coopnet/core/error.hpp>
#include <coopnet/render/style.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace coopnet::render {
namespace {

const Color dark_paper = "#10161d";
const Color deep_blue = "#0b4a75";

// Lines that have a lightened twin of their own; others are mixed with white.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> on_dark{{{"#c24e00", "#ff9a57"},
                                                                                {"#0072b2", "#62b8ee"},
                                                                                {"#00805d", "#34c99f"},
                                                                                {"#a8488a", "#e8a0cc"},
                                                                                {"#8f6400", "#e3b04b"},
                                                                                {"#7b8694", "#8f9ba8"}}};

Color lightened(const Color& color) {
    const auto* const twin = std::ranges::find(on_dark, color, &std::pair<std::string_view, std::string_view>::first);
    return twin != on_dark.end() ? Color{twin->second} : mixed(color, "#ffffff", .55);
}

KindStyle darkened(KindStyle style) {
    // White on a deep ground is the strongest kind there is: it stays so, the other way round.
    if (style.text == "#ffffff") return {std::move(style.shape), "#9bd0f5", "#9bd0f5", dark_paper};
    const Color line = lightened(style.line);
    return {std::move(style.shape), mixed(line, dark_paper, .2), line, "#e9eef3"};
}

// Without hue, a filled box must still be told from a pale one of the same shape: a ministry from an executive office.
KindStyle grayed(KindStyle style) {
    const bool pale = style.text != "#ffffff";
    const Color fill = !pale ? gray(style.fill) : has_hue(style.fill) ? Color{"#dddddd"} : Color{"#ffffff"};
    return {std::move(style.shape), fill, gray(style.line), gray(style.text)};
}

}  // namespace

Theme theme_named(std::string_view name) {
    // A page on a screen has the ground of paper.
    if (name == "print" || name == "light") return Theme::print;
    if (name == "dark") return Theme::dark;
    if (name == "gray") return Theme::gray;
    throw InvalidOption{"There is no theme \"" + std::string{name} + "\"; choose one of print, light, dark, gray."};
}

Palette palette(Theme theme) {
    if (theme == Theme::dark) return {dark_paper, "#18212a", "#1f2933", "#e9eef3", "#b0bcc8", "#4a4312"};
    if (theme == Theme::gray) return {"#ffffff", "#f6f6f6", "#eeeeee", "#1f1f1f", "#555555", "#eeeeee"};
    return {"#ffffff", "#f4f6f8", "#ebeff3", "#17202a", "#4a5665", "#fff6c4"};
}

KindStyle themed(KindStyle style, Theme theme) {
    if (theme == Theme::dark) return darkened(std::move(style));
    if (theme == Theme::print) return style;
    return grayed(std::move(style));
}

Color themed_line(const Color& color, Theme theme) {
    if (theme == Theme::dark) return lightened(color);
    return theme == Theme::gray ? gray(color) : color;
}

Breaks breaks_of(Status status) noexcept {
    if (status == Status::claimed) return Breaks::dashes;
    return status == Status::inferred ? Breaks::dots : Breaks::solid;
}

Shade shade(double share, Theme theme) {
    const int step = std::clamp(static_cast<int>(share * 5), 0, 4);
    const Palette colors = palette(theme);
    const Color deep = theme == Theme::dark ? Color{"#9bd0f5"} : theme == Theme::gray ? gray(deep_blue) : deep_blue;
    // Half of light blue on a dark ground is a middle gray, on which nothing can be read.
    constexpr std::array<double, 5> on_dark_ground{0, .2, .4, .75, 1};
    const double depth = theme == Theme::dark ? on_dark_ground.at(static_cast<std::size_t>(step)) : step / 4.;
    return {mixed(deep, colors.paper, depth), step >= 3 ? colors.paper : colors.ink};
}

}  // namespace coopnet::render
