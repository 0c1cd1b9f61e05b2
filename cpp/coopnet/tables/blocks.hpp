#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace coopnet {

/// What runs from one group to another: `pairs` that could be tied, `ties` that are.
struct Block {
    double pairs = 0;
    double ties = 0;
    double strength = 0;  ///< of these ties, added up
    double value = 0;     ///< what was asked for; NaN where there is no pair
    bool tied = false;    ///< 1 in the image: as dense as the cut, or denser
};

/// A network as its groups see it.
struct Blocks {
    std::uint32_t group_count = 0;
    std::vector<std::uint32_t> sizes;  ///< by group
    std::vector<Block> blocks;         ///< row by row, from group to group
    double cut = 0;
    double fit = 0;     ///< correlation of the network with its ideal image; NaN where one does not vary
    double errors = 0;  ///< ordered pairs on which the two disagree
    std::string why;

    [[nodiscard]] const Block& at(std::uint32_t from, std::uint32_t to) const noexcept {
        return blocks[std::size_t{from} * group_count + to];
    }
};

}  // namespace coopnet
