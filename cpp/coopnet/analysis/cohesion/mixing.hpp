#pragma once

#include <coopnet/view/csr.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::cohesion {

/// How strongly each group is tied to each: a row a group that sends, a column one that receives.
struct Mixing {
    std::uint32_t group_count = 0;
    std::vector<double> ties;         ///< row by row
    std::vector<double> group_sizes;  ///< actors in each group

    [[nodiscard]] double operator()(std::uint32_t from, std::uint32_t to) const {
        return ties[(std::size_t{from} * group_count) + to];
    }
    /// The ties that groups send, and receive.
    [[nodiscard]] std::vector<double> sent() const;
    [[nodiscard]] std::vector<double> received() const;
    [[nodiscard]] double inside() const noexcept;
    [[nodiscard]] double all() const noexcept;
};

/// An undirected tie counts both ways, so that without directions the table is symmetric. No
/// loops; parallel edges count each. `groups` by actor, numbered below `group_count`.
/// `strengths` by edge id, empty: each edge counts one. Cost: O(V + E + groups²).
/// Throws InvalidOption unless each actor has a group, InvalidWeight if a strength is not
/// positive and finite.
template <Direction D>
Mixing mixing(const Csr<D>& view, std::span<const std::uint32_t> groups, std::uint32_t group_count,
              std::span<const double> strengths);

}  // namespace coopnet::cohesion
