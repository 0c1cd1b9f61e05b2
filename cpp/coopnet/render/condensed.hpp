#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/render/drawing.hpp>
#include <coopnet/render/picture.hpp>
#include <coopnet/view/fold.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace coopnet::render {

/// The groups that stand for the actors of a view which are too many to draw.
struct Groups {
    std::string by;                  ///< "country", "community" or "cluster", as the texts know it
    std::vector<std::string> names;  ///< empty: named by the member tied to most others
    std::vector<std::size_t> of;     ///< by vertex
};

/// A picture of groups instead of actors, and says so: how many actors each is, in steps of shade and as a number; a
/// line for all ties between two groups, wider for more, its number read aloud. The 60 largest groups stand for
/// themselves, the others for one together.
[[nodiscard]] Drawing draw_groups(const Network& network, const View& view, const Groups& groups,
                                  const PictureOptions& options);

}  // namespace coopnet::render
