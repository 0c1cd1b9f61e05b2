#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/render/geometry.hpp>

#include <optional>
#include <string>
#include <vector>

namespace coopnet::render {

/// The pale ground of one state.
struct Bank {
    std::string country;  ///< as in the actors table
    Box ground;
};

/// A row of the picture: all actors of one level.
struct Band {
    std::string level;  ///< of the vocabulary
    double top = 0;
    double bottom = 0;
    bool across = false;  ///< one row over banks and river: intergovernmental bodies, routes
};

/// Where everything stands in the picture of states that face each other across a river.
struct Banks {
    Size size;
    std::vector<Bank> banks;                   ///< home first, at the left; then in the order of their number of actors
    std::vector<Band> bands;                   ///< from the top
    std::vector<std::optional<Point>> places;  ///< by actor; nothing: an agreement, event or state, not drawn here
};

/// The widths and heights of the boxes, by actor, at their largest: the places must not change with the language.
using BoxSizes = std::vector<Size>;

/// Is this a network of two to four states and at most some 80 actors, which the banks show best?
[[nodiscard]] bool suits_banks(const Network& network);

/// Places the actors of a network: a bank for each state, home at the left, its partner at the right, rows by the level
/// of the actors' kinds; intergovernmental bodies in a row across the top, the one that joins the states over the
/// river; places and illicit roles in a row below, the state's own under its bank.
///
/// Pairs of the two banks that are tied most, first those of one kind, stand at the river on one level. All else is
/// ordered for short ties, few crossings and no tie through a third actor: barycenter sweeps, then seeded exchanges
/// under a falling temperature. The places depend on the network and its vocabulary, never on a projection.
/// Throws InvalidOption if no actor has a country. Cost: O(exchanges · ties²), some 0.1 s for 50 actors.
[[nodiscard]] Banks place_on_banks(const Network& network, const BoxSizes& sizes);

/// Places the actors that a network has behind those that are placed already: in the river, on the level of their
/// kind if there is room, else on the nearest level with room, else below all. Agreements, events and states themselves
/// stay out, as on the banks.
void add_in_river(Banks& banks, const Network& network, const BoxSizes& sizes);

}  // namespace coopnet::render
