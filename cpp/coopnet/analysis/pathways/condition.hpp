#pragma once

#include <coopnet/view/labels.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet::pathways {

/// A word of a pattern or condition, and at which byte of the text it begins.
struct Word {
    std::string text{};
    std::size_t place = 0;
};

/// What is asked of an actor or a tie: that its value in a column is one of some, or none of
/// them. Without a column anything passes.
struct Condition {
    Word column{};
    std::vector<Word> values{};  ///< "" is the empty cell
    bool among = true;

    friend bool operator==(const Condition& a, const Condition& b);
};

/// As many different conditions as one pattern may have, of actors and of ties.
constexpr std::size_t most_conditions = 63;

/// By vertex, or by edge: bit i says whether `conditions[i]` holds there.
///
/// `text` is where the conditions stand, for the messages. Throws UnknownRelation or
/// UnknownName, pointing at the character, for a column or value that the network does not
/// know. Cost: O(conditions · items).
std::vector<std::uint64_t> judge(std::span<const Condition> conditions, std::span<const LabelColumn> columns,
                                 std::span<const std::string> known_columns, std::size_t items, std::string_view text);

/// Where a byte of a text stands, in characters from 1.
std::uint64_t column_at(std::string_view text, std::size_t place);

/// "message" and beneath it the text with that character marked.
std::string pointed(std::string_view message, std::string_view text, std::size_t place);

}  // namespace coopnet::pathways
