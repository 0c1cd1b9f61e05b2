#pragma once

#include <coopnet/render/paint.hpp>

namespace coopnet::render {

/// What the shapes, lines and breaks of a scene mean: only what is shown, in the order of the vocabulary. Its top at
/// `top`, over the whole width; `bottom` says where it ends.
struct Legend {
    Group group;
    double bottom = 0;
};
[[nodiscard]] Legend draw_legend(const Scene& scene, const Network& network, const Texts& texts, const Paint& paint,
                                 double top);

}  // namespace coopnet::render
