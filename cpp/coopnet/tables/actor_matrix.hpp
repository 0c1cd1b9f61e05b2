#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace coopnet {

/// A number for each pair of actors, row by row; the two ways round are equal.
///
/// A number that is undefined is NaN; then `why` says in words what makes it so.
struct ActorMatrix {
    std::uint32_t count = 0;
    std::vector<double> values;
    std::string why;

    [[nodiscard]] double& at(std::uint32_t row, std::uint32_t column) noexcept {
        return values[std::size_t{row} * count + column];
    }
    [[nodiscard]] double at(std::uint32_t row, std::uint32_t column) const noexcept {
        return values[std::size_t{row} * count + column];
    }
};

}  // namespace coopnet
