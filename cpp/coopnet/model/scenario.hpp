#pragma once

#include <coopnet/model/network.hpp>

#include <optional>
#include <span>
#include <string>
#include <variant>

namespace coopnet {

/// Take an actor out, with its ties and those whose instrument it is.
struct RemoveActor {
    std::string actor;
};

/// Take out the ties between two actors, whichever way they run.
struct RemoveTies {
    std::string source;
    std::string target;
    std::optional<std::string> relation = std::nullopt;  ///< only these
};

using Edit = std::variant<RemoveActor, RemoveTies>;

/// The network after some edits, one after the other; the given one stays as it is.
///
/// Figures that count from or to a removed actor go with it; who named it as parent has
/// none then. Ties and actors keep their ids.
/// Cost: O(cells). Throws UnknownActor, UnknownRelation, and UnknownName if there is no tie
/// to remove.
Network edited(const Network& network, std::span<const Edit> edits);

}  // namespace coopnet
