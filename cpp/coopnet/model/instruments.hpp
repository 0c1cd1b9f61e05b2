#pragma once

#include <coopnet/model/network.hpp>

#include <span>
#include <string>
#include <vector>

namespace coopnet {

/// An instrument that several groups of actors have to do with.
struct Joining {
    ActorRow instrument{};
    std::vector<std::string> groups;  ///< in the order of the ties: those bound if `in_force`, else all
    std::vector<TieRow> ties;
    bool in_force = false;
};

struct Instruments {
    std::vector<Joining> found;    ///< in actor order
    std::vector<KindRow> missing;  ///< kinds of instrument of which none is in force, sub-kinds included
};

/// Which instruments join groups of actors, and which kinds of instrument join none.
///
/// An instrument is an actor whose kind `is_a` instrument. It is in force between groups if
/// actors of each have a tie to it of a relation in `binding`, or if one tie between two
/// groups names it as its `instrument`; another affiliation (a signature, a negotiation)
/// does not bring it into force. Only the `ties` given are asked, so those of a date, and
/// only actors with a group: `groups` by actor, empty for none.
/// Cost: O(actors + ties · groups). Throws UnknownRelation for a relation in `binding`.
Instruments instruments(const Network& network, std::span<const TieRow> ties, std::span<const std::string> groups,
                        std::span<const std::string> binding);

}  // namespace coopnet
