#pragma once

#include <coopnet/analysis/position/profiles.hpp>

#include <span>
#include <vector>

namespace coopnet::position {

/// Pearson's correlations of profiles, actor by actor.
///
/// Only two who meet are laid side by side: who are tied to each other, or in one place. Of any
/// others the products are all of means, so that one number of each tells their correlation.
class Correlations {
public:
    /// Keeps both. Cost: O(V + E).
    Correlations(const Profiles& profiles, Diagonal diagonal);

    /// Fills `row` with the correlations of an actor with itself and all after it; NaN where a
    /// profile does not vary. Of equal profiles exactly 1. Cost: O(V + d·m), m those it meets.
    void from(Vertex first, std::span<double> row) const;

private:
    [[nodiscard]] std::vector<bool> meets(Vertex actor) const;
    [[nodiscard]] std::span<const Vertex> tied_in(std::uint32_t side, Vertex other) const noexcept;

    const Profiles& profiles_;
    Diagonal diagonal_;
    std::vector<double> alone_;         // minus the product of two of these correlates two who do not meet
    std::vector<std::size_t> offsets_;  // by place, into tied_
    std::vector<Vertex> tied_;
    std::vector<Vertex> with_loops_;
};

}  // namespace coopnet::position
