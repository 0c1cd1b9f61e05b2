#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace coopnet {

/// Finds rows of a column by their text. The column alone keeps the texts: each call names it, always the same one.
///
/// A row is a number in a flat table, where a map of strings would hold each text again and take a block of memory for
/// each: half of the time that a large network took to build.
class KeyRows {
public:
    KeyRows() = default;
    /// Of a column whose rows are called by the prefix and their number from 1: nothing needs to be kept.
    static KeyRows numbered(std::string_view prefix, std::size_t rows);

    void reserve(std::size_t rows);
    [[nodiscard]] std::optional<std::size_t> find(std::string_view key, const std::vector<std::string>& column) const;
    /// The row of this key, and whether it is new: then it is `row`, where the caller writes it.
    std::pair<std::size_t, bool> add(std::string_view key, std::size_t row, const std::vector<std::string>& column);

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t next_row = 0;  // one more than the row; 0 where there is none
    };

    [[nodiscard]] std::size_t slot_of(std::string_view key, std::uint32_t hash,
                                      const std::vector<std::string>& column) const;
    [[nodiscard]] std::optional<std::size_t> find_numbered(std::string_view key,
                                                           const std::vector<std::string>& column) const;
    void grow(std::size_t slots);

    std::vector<Slot> slots_;  // a power of 2, never more than half of them taken
    std::size_t rows_ = 0;
    std::string prefix_;  // of numbered rows
};

}  // namespace coopnet
