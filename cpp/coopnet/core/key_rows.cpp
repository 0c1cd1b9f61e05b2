#include <coopnet/core/key_rows.hpp>

#include <algorithm>
#include <bit>
#include <charconv>
#include <functional>

namespace coopnet {
namespace {

constexpr std::size_t fewest_slots = 16;

std::uint32_t hash_of(std::string_view key) noexcept {
    const std::size_t hash = std::hash<std::string_view>{}(key);
    return static_cast<std::uint32_t>(hash ^ (hash >> (4 * sizeof hash)));
}

}  // namespace

KeyRows KeyRows::numbered(std::string_view prefix, std::size_t rows) {
    KeyRows made;
    made.prefix_ = prefix;
    made.rows_ = rows;
    return made;
}

void KeyRows::reserve(std::size_t rows) {
    if (2 * rows > slots_.size()) grow(std::bit_ceil(2 * rows));
}

std::optional<std::size_t> KeyRows::find(std::string_view key, const std::vector<std::string>& column) const {
    if (!prefix_.empty()) return find_numbered(key, column);
    if (slots_.empty()) return std::nullopt;
    const Slot& slot = slots_[slot_of(key, hash_of(key), column)];
    return slot.next_row == 0 ? std::nullopt : std::optional<std::size_t>{slot.next_row - 1};
}

std::pair<std::size_t, bool> KeyRows::add(std::string_view key, std::size_t row,
                                          const std::vector<std::string>& column) {
    reserve(rows_ + 1);
    const std::uint32_t hash = hash_of(key);
    Slot& slot = slots_[slot_of(key, hash, column)];
    if (slot.next_row != 0) return {slot.next_row - 1, false};
    slot = {hash, static_cast<std::uint32_t>(row + 1)};
    ++rows_;
    return {row, true};
}

std::optional<std::size_t> KeyRows::find_numbered(std::string_view key, const std::vector<std::string>& column) const {
    if (!key.starts_with(prefix_)) return std::nullopt;
    std::size_t number = 0;
    std::from_chars(key.data() + prefix_.size(), key.data() + key.size(), number);
    const bool found = number > 0 && number <= rows_ && column[number - 1] == key;  // and not T007
    return found ? std::optional{number - 1} : std::nullopt;
}

// Where the key stands, or would.
std::size_t KeyRows::slot_of(std::string_view key, std::uint32_t hash, const std::vector<std::string>& column) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (slot.next_row == 0 || (slot.hash == hash && column[slot.next_row - 1] == key)) return at;
    }
}

void KeyRows::grow(std::size_t slots) {
    const auto before = std::exchange(slots_, std::vector<Slot>(std::max(slots, fewest_slots)));
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : before) {
        if (slot.next_row == 0) continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].next_row != 0) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

}  // namespace coopnet
