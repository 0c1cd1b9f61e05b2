#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace coopnet {

/// The roles of Gould and Fernandez, then all five together.
enum class Role : std::size_t { coordinator, itinerant, gatekeeper, representative, liaison, total };

/// A number for each role, in their order.
using RoleNumbers = std::array<double, 6>;

/// How often somebody plays each role, and what chance makes of it. A number that is
/// undefined is NaN.
struct RoleRow {
    RoleNumbers count{};
    RoleNumbers expected{};
    RoleNumbers z{};
    RoleNumbers p{};  ///< meaningful only if labels were permuted
};

struct RoleTable {
    std::vector<RoleRow> actors;     ///< in their order
    RoleRow total;                   ///< of the network as a whole
    std::uint64_t arrangements = 0;  ///< of the groups that `p` compares with; 0: none
    bool exact = false;              ///< these were all that differ
    std::string why;
};

}  // namespace coopnet
