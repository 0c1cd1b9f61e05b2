#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace coopnet {

/// What holds a network together: actors or edges without which others are cut off.
struct Cuts {
    std::vector<std::uint32_t> cutters;  ///< the actors, or edge ids, in their order
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> actors;  ///< those cut off, all cutters in a row

    /// The actors that the i-th cutter cuts off.
    [[nodiscard]] std::span<const std::uint32_t> cut_off(std::size_t i) const noexcept {
        return {actors.data() + offsets[i], actors.data() + offsets[i + 1]};
    }
};

}  // namespace coopnet
