#pragma once

#include <coopnet/render/paint.hpp>

#include <functional>
#include <string>
#include <vector>

namespace coopnet::render {

/// A sample and what it means. The sample is drawn from a point on the left, around its height.
struct LegendEntry {
    std::string text;
    double sample_width = 0;
    std::function<void(Group&, Point)> draw;
    std::vector<std::string> of = {};  ///< the kinds, the line or the status that it explains
};

struct LegendBlock {
    std::string heading;
    std::vector<LegendEntry> entries;
};

/// What the boxes of actors mean by their kinds: only what is shown, in the order of the vocabulary.
[[nodiscard]] LegendBlock kinds_block(const std::vector<ActorRow>& actors, const Network& network, const Texts& texts,
                                      const Paint& paint);

/// What the shapes, lines and breaks of a scene mean: only what is shown, in the order of the vocabulary.
[[nodiscard]] std::vector<LegendBlock> legend_of(const Scene& scene, const Network& network, const Texts& texts,
                                                 const Paint& paint);

/// The least width that blocks beside each other need.
[[nodiscard]] double narrowest_legend(const std::vector<LegendBlock>& blocks);

/// Blocks beside each other over a width, their top at `top`, empty ones left out; `bottom` says where it ends.
struct Legend {
    Group group;
    double bottom = 0;
};
[[nodiscard]] Legend draw_legend(std::vector<LegendBlock> blocks, double width, Theme theme, const Texts& texts,
                                 double top);

}  // namespace coopnet::render
