#pragma once

#include <coopnet/render/picture.hpp>

#include <string>
#include <utility>
#include <vector>

namespace coopnet::render {

/// One language that a page speaks, and its words.
struct Tongue {
    std::string language;
    Texts texts;
};

/// A sample of the legend, and what it explains: kinds, a line or a status.
struct LegendSample {
    std::vector<std::string> of;
    std::vector<std::string> texts;  ///< by tongue
    Drawing drawing;
};

/// A picture as a page shows it: in both themes and all tongues at once, whose parts a script finds by their rows.
///
/// Every color is `var(--c0)`, `var(--c1)` …; words of one tongue alone have its `lang`; groups of actors and ties name
/// their rows.
struct PagePicture {
    std::vector<std::string> titles;  ///< by tongue, as its other texts
    std::vector<std::string> descriptions;
    std::vector<std::vector<std::string>> line_labels;  ///< by tongue and line: what its ties say
    Drawing drawing;
    Scene scene;
    std::vector<std::pair<Color, Color>> colors;  ///< of `--c0`, `--c1` …: on light paper, on dark
    std::vector<LegendSample> kinds;
    std::vector<LegendSample> lines;
    std::vector<LegendSample> breaks;
};

/// Draws a view for a page, without title and legend of its own; the first tongue labels it until a script does.
///
/// Throws as `draw` does.
[[nodiscard]] PagePicture page_picture(const Network& network, const View& view, Layout layout,
                                       const std::vector<Tongue>& tongues);

}  // namespace coopnet::render
