#pragma once

#include <coopnet/render/letters.hpp>
#include <coopnet/render/sankey.hpp>

#include <optional>
#include <string>
#include <vector>

namespace coopnet::render::detail {

/// Where the word of a band stands.
struct WordPlace {
    Box box;
    bool inside = false;  ///< within its own band, which is its ground
};

/// A place on each band for its word: near its middle, off the boxes of nodes, those given and other words, on as few
/// other bands as there can be. Nothing for an empty word, or where there is no room.
[[nodiscard]] std::vector<std::optional<WordPlace>> place_words(const SankeyLayout& layout,
                                                                const std::vector<std::string>& words, Letters letters,
                                                                const std::vector<Box>& others);

}  // namespace coopnet::render::detail
