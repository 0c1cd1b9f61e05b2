#include <coopnet/render/drawing.hpp>
#include <coopnet/render/style.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>
#include <string>
#include <tuple>

#include "support/pictures.hpp"

// Contrast by the formula of WCAG 2.2; color blindness by the matrices of Viénot, Brettel and Mollon (1999),
// doi:10.1002/(SICI)1520-6378(199908)24:4<243::AID-COL5>3.0.CO;2-3, on linear channels.
namespace coopnet::render {
namespace {

using Rgb = std::array<double, 3>;

Rgb linear(const Color& color) {
    Rgb rgb{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double channel = std::stoi(color.substr(1 + 2 * i, 2), nullptr, 16) / 255.;
        rgb.at(i) = channel <= .04045 ? channel / 12.92 : std::pow((channel + .055) / 1.055, 2.4);
    }
    return rgb;
}

double luminance(const Color& color) {
    const auto [r, g, b] = linear(color);
    return .2126 * r + .7152 * g + .0722 * b;
}

double contrast(const Color& a, const Color& b) {
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + .05) / (dark + .05);
}

const Vocabulary& words() {
    return support::the_case().vocabulary();
}

class InEveryTheme : public ::testing::TestWithParam<const char*> {
protected:
    Theme theme = theme_named(GetParam());
    Palette colors = palette(theme);
};

TEST_P(InEveryTheme, WordsCanBeReadOnTheirGrounds) {
    for (const Color& ground : {colors.paper, colors.bank, colors.band}) {
        EXPECT_GE(contrast(colors.ink, ground), 7);
        EXPECT_GE(contrast(colors.second_ink, ground), 4.5);
    }
    for (std::size_t i = 0; i < words().kinds.size(); ++i) {
        const KindStyle style = themed(words().style_of(row<KindRow>(i)), theme);
        EXPECT_GE(contrast(style.text, style.fill), 4.5) << words().kinds[i].id;
    }
    for (const double share : {0., .3, .5, .7, 1.}) {
        const Shade by = shade(share, theme);
        EXPECT_GE(contrast(by.text, by.fill), 4.5) << share;
    }
}

TEST_P(InEveryTheme, LinesAndOutlinesStandOut) {
    for (const LineStyle& line : words().lines) {
        for (const Color& ground : {colors.paper, colors.bank, colors.band})
            EXPECT_GE(contrast(themed_line(line.color, theme), ground), 3) << line.id;
    }
    for (std::size_t i = 0; i < words().kinds.size(); ++i) {
        const KindStyle style = themed(words().style_of(row<KindRow>(i)), theme);
        EXPECT_GE(contrast(style.line, colors.paper), 3) << words().kinds[i].id;
    }
}

TEST_P(InEveryTheme, ChannelsDifferInMoreThanColor) {
    std::map<std::tuple<std::string, std::string>, std::string> seen;
    for (const LineStyle& line : words().lines) {
        if (line.id == "illicit") continue;  // it joins places and illicit roles only
        const auto [at, fresh] = seen.try_emplace({line.build, line.mark}, line.id);
        EXPECT_TRUE(fresh) << line.id << " looks like " << at->second;
    }
}

TEST_P(InEveryTheme, KindsOfOneShapeDifferInFilling) {
    for (std::size_t i = 0; i < words().kinds.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const KindStyle a = words().style_of(row<KindRow>(i));
            const KindStyle b = words().style_of(row<KindRow>(j));
            if (a.shape != b.shape || has_hue(a.fill) == has_hue(b.fill)) continue;
            const double apart = contrast(themed(a, theme).fill, themed(b, theme).fill);
            EXPECT_GE(apart, theme == Theme::gray ? 1.3 : 1.03) << words().kinds[i].id << ", " << words().kinds[j].id;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Themes, InEveryTheme, ::testing::Values("print", "light", "dark", "gray"));

// How far apart two colors are for somebody who lacks a cone, as a share of white.
double apart(const Color& a, const Color& b, const std::array<Rgb, 3>& cone) {
    const Rgb first = linear(a);
    const Rgb second = linear(b);
    double sum = 0;
    for (const Rgb& row : cone) {
        double difference = 0;
        for (std::size_t i = 0; i < 3; ++i) difference += row.at(i) * (first.at(i) - second.at(i));
        sum += difference * difference;
    }
    return std::sqrt(sum);
}

TEST(Colors, OfChannelsAreToldApartWithoutACone) {
    constexpr std::array<Rgb, 3> protan{{{.11238, .88762, 0}, {.11238, .88762, 0}, {.00401, -.00401, 1}}};
    constexpr std::array<Rgb, 3> deutan{{{.29275, .70725, 0}, {.29275, .70725, 0}, {-.02234, .02234, 1}}};
    for (const Theme theme : {Theme::print, Theme::dark}) {
        for (const LineStyle& a : words().lines) {
            for (const LineStyle& b : words().lines) {
                if (a.id >= b.id || a.build != b.build || a.mark != b.mark) continue;  // told apart by build or mark
                for (const auto& cone : {protan, deutan})
                    EXPECT_GT(apart(themed_line(a.color, theme), themed_line(b.color, theme), cone), .1)
                        << a.id << ", " << b.id;
            }
        }
    }
}

TEST(Colors, OfTheGrayThemeHaveNoHue) {
    const Palette colors = palette(Theme::gray);
    for (const Color& color : {colors.paper, colors.bank, colors.band, colors.ink, colors.second_ink, colors.warm})
        EXPECT_FALSE(has_hue(color)) << color;
    for (const LineStyle& line : words().lines) EXPECT_FALSE(has_hue(themed_line(line.color, Theme::gray)));
    for (std::size_t i = 0; i < words().kinds.size(); ++i) {
        const KindStyle style = themed(words().style_of(row<KindRow>(i)), Theme::gray);
        for (const Color& color : {style.fill, style.line, style.text}) EXPECT_FALSE(has_hue(color)) << color;
    }
    EXPECT_FALSE(has_hue(shade(.6, Theme::gray).fill));
}

TEST(Colors, NamesOfThemesThatDoNotExistAreRefused) {
    EXPECT_THROW(static_cast<void>(theme_named("pink")), InvalidOption);
}

}  // namespace
}  // namespace coopnet::render
