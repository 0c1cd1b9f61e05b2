#pragma once

#include <coopnet/render/picture.hpp>

#include <optional>
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

/// What scenarios may do to a picture that stays one: whoever some scenario adds stands in the river, and what some
/// scenario removes or changes is drawn a second time, for a script to show in place of the first.
struct PageVariants {
    std::optional<Difference> difference = std::nullopt;  ///< tells what is added; all else is kept
    std::vector<ActorRow> removed_actors = {};
    std::vector<ActorRow> changed_actors = {};
    std::vector<TieRow> removed_ties = {};  ///< a line is drawn so if all of its ties are among them
    std::vector<TieRow> changed_ties = {};  ///< a line is drawn so if any of its ties is among them
};

/// Draws a view for a page, without title and legend of its own; the first tongue labels it until a script does. The
/// parts are named "actor 3" and "line 5" by row and place, their variants "removed actor 3", "changed line 5".
///
/// Throws as `draw` does.
[[nodiscard]] PagePicture page_picture(const Network& network, const View& view, Layout layout,
                                       const std::vector<Tongue>& tongues, const PageVariants& variants = {});

}  // namespace coopnet::render
