#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/render/scene.hpp>
#include <coopnet/view/fold.hpp>

#include <optional>
#include <string>
#include <vector>

namespace coopnet::render {

/// Where a layout puts whom, and what it says of itself.
struct Placing {
    std::vector<std::optional<Point>> places;  ///< by actor; nothing: not drawn
    std::vector<Area> areas = {};
    std::vector<std::string> remarks = {};  ///< sentences for the line under the title
    std::vector<int> sides = {};            ///< by actor, of two columns: lines run from one to the other; empty: none
};

/// Some actors, and how strongly which two of them are tied by the network, whatever the projection: places that rest
/// on this stay the same from period to period.
struct Tied {
    std::vector<ActorRow> actors;  ///< as in the view
    struct Pair {
        std::size_t a = 0;  ///< of `actors`
        std::size_t b = 0;
        double weight = 1;  ///< memberships pull less
    };
    std::vector<Pair> pairs;
};
[[nodiscard]] Tied tied(const Network& network, const View& view);

/// Moves boxes apart until none overlaps, each as little as it must; their order from left to right and from top to
/// bottom mostly stays.
void push_apart(std::vector<Box>& boxes, double gap);

/// Draws places together, their directions kept, until boxes of these sizes just have room: `roominess` times their
/// own.
void draw_together(std::vector<Point>& places, const std::vector<Size>& sizes, double roominess, double gap);

/// The places moved so that the field begins at (0, 0), with a margin around boxes and areas.
void move_to_corner(Placing& placing, const BoxSizes& sizes);

}  // namespace coopnet::render
