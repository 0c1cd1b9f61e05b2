#pragma once

#include <coopnet/render/geometry.hpp>

#include <cstddef>
#include <vector>

namespace coopnet::render {

/// What a line must go around.
struct Obstacle {
    Box box;
    Polyline outline;  ///< what lines end at; empty: no line ends here
};

/// One line to find, or several side by side.
struct Wire {
    std::size_t from = 0;  ///< obstacles
    std::size_t to = 0;
    double width = 0;                  ///< between the outer two of several lines
    double weight = 1;                 ///< how much its crossings cost; faint lines less
    std::vector<std::size_t> through;  ///< obstacles that are its own: the words it carries
    bool first = false;                ///< finds its way before the others
};

/// Finds a way for every wire from border to border, near no other box: along the corners of a visibility graph, each
/// the cheapest by length, bends, crossings and nearness to the wires already there; then each anew while the others
/// stay. Ends spread along the borders. The middle line of each wire, in their order; the same for the same input.
///
/// Cost: O(wires · corners · log corners) after O(corners² · boxes) for the graph; some 0.2 s for 50 boxes, 90 wires.
[[nodiscard]] std::vector<Polyline> route(const std::vector<Obstacle>& obstacles, const std::vector<Wire>& wires,
                                          Box field);

/// The line with its corners rounded as far as that keeps clear of the other boxes.
[[nodiscard]] Path rounded(const Polyline& line, const std::vector<Obstacle>& obstacles, const Wire& wire);

}  // namespace coopnet::render
