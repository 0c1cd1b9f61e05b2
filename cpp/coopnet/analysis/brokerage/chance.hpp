#pragma once

#include <coopnet/tables/roles.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::brokerage {

/// The role of b, who brokers from a to c, by their groups.
Role role(std::uint32_t a, std::uint32_t b, std::uint32_t c) noexcept;

struct Chance {
    RoleNumbers expected{};
    RoleNumbers variance{};
};

/// How often each role comes about by chance: in a random network of as many actors in
/// groups of the same sizes, where each tie is there with probability `density`, whatever
/// the others are.
///
/// The moments are exact: the variance adds up, over all two open triads, what they have in
/// common. With directions each ordered pair of actors is a tie by itself, as in Gould and
/// Fernandez; without, a pair is one tie, and an open triad is read both ways.
class Chances {
public:
    Chances(std::vector<double> group_sizes, double density, bool directed);

    /// For a broker of a group. Cost: O(groups).
    [[nodiscard]] Chance of_actor(std::uint32_t group) const;
    /// For all brokers together. Cost: O(groups).
    [[nodiscard]] Chance of_network() const;

private:
    std::vector<double> sizes_;
    double density_;
    bool directed_;
};

}  // namespace coopnet::brokerage
