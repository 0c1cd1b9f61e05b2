#pragma once

#include <coopnet/core/ids.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace coopnet {

/// One row of every circle, where each row names at most one other above it (a parent, the
/// whole of a part). Cost: O(rows).
template <class Row>
std::vector<std::size_t> circles(const std::vector<std::optional<Row>>& above) {
    std::vector<std::size_t> found;
    std::vector<std::size_t> climbed_from(above.size(), above.size());  // the row whose climb passed here
    for (std::size_t start = 0; start < above.size(); ++start) {
        std::size_t at = start;
        while (climbed_from[at] == above.size()) {
            climbed_from[at] = start;
            if (!above[at]) break;
            at = index(*above[at]);
            if (climbed_from[at] == start) found.push_back(at);
        }
    }
    return found;
}

}  // namespace coopnet
