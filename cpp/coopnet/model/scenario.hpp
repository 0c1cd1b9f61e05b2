#pragma once

#include <coopnet/model/network.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace coopnet {

/// What a row says, by column, as a spreadsheet holds it; an empty cell takes a value away.
using Cells = std::map<std::string, std::string>;

/// Take an actor out, with its ties and those whose instrument it is.
struct RemoveActor {
    std::string actor;
};

/// Take one tie out.
struct RemoveTie {
    std::string tie;
};

/// The ties between two actors, whichever way they run.
struct Between {
    std::string source;
    std::string target;
    std::optional<std::string> relation = std::nullopt;  ///< only these
};

struct RemoveTies {
    Between ties;
};

struct AddActor {
    std::string actor;
    Cells cells;
};

/// A new tie. Without an `id` among its cells it is called new1, new2 …; without a `status`
/// it is inferred, since nobody recorded it.
struct AddTie {
    std::string source;
    std::string target;
    std::string relation;
    Cells cells;
};

/// Write cells of the actor or tie of this id. A tie keeps its ends and its relation.
struct Change {
    std::string id;
    Cells cells;
};

struct ChangeTies {
    Between ties;
    Cells cells;
};

using Edit = std::variant<RemoveActor, RemoveTie, RemoveTies, AddActor, AddTie, Change, ChangeTies>;

/// An edit in a few words: `add_tie "NCB" → "Police"`.
std::string said(const Edit& edit);

/// The network after some edits, one after the other; the given one stays as it is.
///
/// Figures that count from or to a removed actor go with it; who named it as parent has
/// none then. Ties and actors keep their ids, what is added stands last.
/// Cost: O(cells). What is wrong with an edit is said with its number: UnknownActor,
/// UnknownRelation, UnknownName (no such tie or column), InvalidOption (an id taken already),
/// and InvalidNetwork for cells that `build` refuses.
Network edited(const Network& network, std::span<const Edit> edits);

/// What edits did to a row.
enum class Fate : std::uint8_t { kept, changed, added, removed };

/// A network with all that some edits take out, change and add in it at once.
struct Overlay {
    /// The rows of the given network, changed ones as they are then, and behind them what is added.
    Network network;
    std::vector<Fate> actors;                 ///< by row
    std::vector<Fate> ties;                   ///< by row
    std::vector<std::size_t> edit_of_actors;  ///< by row: the edit that last wrote it, if any did
    std::vector<std::size_t> edit_of_ties;
};

/// As `edited`, but what is removed stays, marked; what an edit adds and a later one removes is
/// gone. The ties of these ids keep the cells that they had.
Overlay overlaid(const Network& network, std::span<const Edit> edits, std::span<const std::string> as_they_were);

/// The rows that edits take out of a network.
struct RemovedRows {
    std::vector<ActorRow> actors;
    std::vector<TieRow> ties;
};

/// What each of several lists of edits takes out, each by itself, without building anything.
/// Throws as `edited`, and InvalidOption for an edit that does not remove.
std::vector<RemovedRows> removed_rows(const Network& network, std::span<const std::vector<Edit>> each);

}  // namespace coopnet
