#pragma once

#include <coopnet/view/fold.hpp>

#include <vector>

namespace coopnet {

/// Which actors and ties of a network are switched off, by row.
struct Mask {
    std::vector<bool> actors;
    std::vector<bool> ties;
};

/// The selection of a network without these actors and ties: what `select` would give had they
/// never been recorded, so that it folds to the same view. A tie goes with either of its ends;
/// one that names an actor as its instrument only if it is switched off itself.
/// Cost: O(actors + ties), without reading the network again.
Selection masked(const Selection& selection, const Mask& mask);

}  // namespace coopnet
