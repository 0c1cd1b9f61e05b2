#pragma once

#include <cstdint>
#include <vector>

namespace coopnet {

/// Each actor in exactly one group. Groups are numbered from 0.
struct Partition {
    std::vector<std::uint32_t> groups;  ///< by actor
    std::uint32_t group_count = 0;
};

}  // namespace coopnet
