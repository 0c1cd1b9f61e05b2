#pragma once

#include <coopnet/model/scenario.hpp>
#include <coopnet/render/drawing.hpp>
#include <coopnet/render/style.hpp>
#include <coopnet/render/texts.hpp>
#include <coopnet/view/fold.hpp>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace coopnet::render {

/// What a scenario does to a network, shown in one picture: the network that is drawn holds what is removed and what
/// is added, behind the rows of the recorded one.
struct Difference {
    std::shared_ptr<const Network> recorded;  ///< before; it says where everything stands
    std::string name;                         ///< of the scenario; may be empty
    std::vector<Fate> actors;                 ///< by row of the network that is drawn
    std::vector<Fate> ties;

    /// Of a line that stands for some ties: removed or added if all of them are, else changed if any is not kept.
    [[nodiscard]] Fate of(std::span<const TieRow> some) const;
};

/// "Removed: 1 actor, 4 ties. Added: 2 ties.", of what a view shows.
[[nodiscard]] std::string changes(const Difference& difference, const View& view, const Texts& texts);

/// The color that tells a fate; each has a sign of its own too.
[[nodiscard]] Color color_of(Fate fate, Theme theme);

/// A pale band under the way of an added or changed line.
void draw_band(Group& group, const Path& path, double width, Fate fate, Theme theme);

/// A small disc with the sign of a fate: a cross for removed, a plus for added, a triangle for changed.
void draw_sign(Group& group, Fate fate, Point at, Theme theme);

/// Slanted lines all over the inside of an outline.
void draw_hatch(Group& group, const Polyline& outline, const Color& color);

}  // namespace coopnet::render
