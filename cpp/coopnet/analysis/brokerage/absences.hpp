#pragma once

#include <coopnet/analysis/detail/contacts.hpp>
#include <coopnet/analysis/detail/patience.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::brokerage {

/// What distances become if one more actor is absent, for each actor at once.
///
/// From a source, only those are farther without an actor v whose shortest pathways all pass
/// v: the actors it dominates. So one breadth-first search from each source, its dominator
/// tree, and a repair of the distances below each actor do for a search from each source
/// without each actor.
class Absences {
public:
    /// `back` are the ties against their direction.
    Absences(const detail::Contacts& ties, const detail::Contacts& back) : ties_(ties), back_(back) {}

    /// By actor that is there: the sum over ordered pairs that stay connected without it of
    /// one, or one over the distance; infinite for those in `gone`. False, and infinite for
    /// all, if the time ran out. Cost: O(V·E) and the repairs, O(V³) at worst.
    bool costs(const std::vector<bool>& gone, bool by_distance, detail::Patience& patience,
               std::vector<double>& costs) const;

private:
    const detail::Contacts& ties_;
    const detail::Contacts& back_;
};

}  // namespace coopnet::brokerage
