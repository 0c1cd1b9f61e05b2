#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/render/drawing.hpp>
#include <coopnet/render/picture.hpp>
#include <coopnet/view/fold.hpp>

#include <string>
#include <vector>

namespace coopnet::render {

/// One of several small pictures: the ties of a window of time.
struct SmallMultiple {
    std::string heading;  ///< when
    std::vector<TieRow> ties;
};

/// Draws a picture for each window beside and under each other, all on the places and ways that the whole view has:
/// what is drawn differs, never where.
///
/// Under each heading stands how many ties are drawn, how many of them are born (not in the window before) and how many
/// have ended. Actors are the shapes of their kinds with a number, pale where they have no tie in the window; one list
/// under the pictures says whose the numbers are. Who has no tie in any window is left out. A line with a tie that is
/// born in the window lies on a band with a plus. `options` says what it says for `draw`, but for period, shading,
/// highlight and difference. Throws what `draw` throws, and InvalidOption for more than 120 actors with a tie. Cost:
/// that of `draw`, and some 10 ms a window.
[[nodiscard]] Drawing draw_multiples(const Network& network, const View& whole,
                                     const std::vector<SmallMultiple>& windows, const PictureOptions& options);

}  // namespace coopnet::render
