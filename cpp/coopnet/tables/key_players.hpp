#pragma once

#include <cstdint>
#include <vector>

namespace coopnet {

/// Sets of actors that together do something best.
struct KeyPlayers {
    std::vector<std::vector<std::uint32_t>> sets;  ///< all that are equally good; actors in their order
    double value = 0;                              ///< of each of them
    double bound = 0;                              ///< no set does better than this
    bool partial = false;                          ///< a limit stopped the search: there may be more, or better ones
};

}  // namespace coopnet
