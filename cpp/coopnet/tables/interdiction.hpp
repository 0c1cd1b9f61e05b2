#pragma once

#include <cstdint>
#include <vector>

namespace coopnet {

/// Which edges or vertices to take so that the least flows, or the shortest way gets longest.
struct Interdiction {
    std::vector<std::vector<std::uint32_t>> sets;  ///< all best ones of which nothing can be spared; ids ascending
    double before = 0;                             ///< the flow, or the length, with all there
    double value = 0;                              ///< without a best set; infinite: no way is left
    double bound = 0;                              ///< no set does better than this
    bool partial = false;                          ///< a limit stopped the search, or the list
    std::vector<std::uint32_t> endless;  ///< a way that nothing limits, if there is one; nothing else is told then
};

}  // namespace coopnet
