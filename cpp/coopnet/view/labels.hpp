#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace coopnet {

/// What one column says of each vertex, or of each edge: none, one or several words.
///
/// Of an actor's kind it says all that the kind `is_a` as well; of an edge what each of the
/// ties behind it says, each word once.
struct LabelColumn {
    std::string name;
    std::vector<std::string> words{};  ///< all that the network knows; "" is the empty cell
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> values{};  ///< places in words

    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t item) const noexcept {
        return {values.data() + offsets[item], values.data() + offsets[item + 1]};
    }
};

/// The columns that a question reads: words that patterns and conditions are judged by.
struct Labels {
    std::vector<LabelColumn> actors{};     ///< by vertex
    std::vector<LabelColumn> ties{};       ///< by edge
    std::vector<std::string> actor_names;  ///< of all columns there are
    std::vector<std::string> tie_names;
};

}  // namespace coopnet
