#include <coopnet/analysis/two_mode/density.hpp>

#include <limits>

namespace coopnet::two_mode {

Whole density(const Modes& modes) {
    const double possible = static_cast<double>(modes.sizes[0]) * modes.sizes[1];
    if (possible > 0) return {modes.graph.edge_count() / possible, {}};
    return {std::numeric_limits<double>::quiet_NaN(), "a mode is empty, so that no tie is possible."};
}

}  // namespace coopnet::two_mode
