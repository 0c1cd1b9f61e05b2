#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/view/fold.hpp>
#include <coopnet/view/projection.hpp>

#include <optional>
#include <string>
#include <vector>

namespace coopnet {

/// Selects from a network what a projection asks for, every tie by itself.
///
/// Actors are in if their own filters allow them and their kind may be an end of a relation
/// asked for; dates, status and sources drop ties only, so that the number of actors does
/// not change with them. A selection is undirected if every tie that it would keep at any
/// date is.
///
/// Throws UnknownRelation, UnknownName (layer, kind, tie column, source), UnknownActor,
/// InvalidOption for a date that is none, and InvalidWeight where a weight is empty and
/// `fill` does not say what to take. Cost: O(actors + ties).
Selection select(const Network& network, const Projection& projection);

/// How a projection folds what it selects: `merges` says whether the question merges
/// parallel ties unless the projection says otherwise.
FoldOptions fold_options(const Projection& projection, bool merges);

/// `select` and `fold` in one.
View freeze(const Network& network, const Projection& projection, bool merges);

/// What a column of the ties says of each edge, beside the weight that the view has; of
/// several ties behind an edge the best: the most of a strength, reliability or capacity,
/// the least of all else. An empty strength is 1, an empty reliability follows from grade
/// and status, another empty cell has the value `fill`.
///
/// Throws UnknownName for a column that is not there, and InvalidWeight for a cell that is no
/// number, negative, not finite, or empty without `fill`. Cost: O(ties).
std::vector<double> edge_numbers(const Network& network, const View& view, const std::string& column,
                                 std::optional<double> fill);

}  // namespace coopnet
