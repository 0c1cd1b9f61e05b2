#include <coopnet/core/nearest.hpp>

#include <algorithm>
#include <utility>

namespace coopnet {
namespace {

constexpr std::size_t most_keys = 20'000;
constexpr std::size_t longest_key = 64;

char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Edits between two keys, where swapping two neighbours is one edit and case is half of one.
std::size_t half_edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = 2 * j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = 2 * i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : (same ? 1 : 2);
            now[j] = std::min({last[j] + 2, now[j - 1] + 2, last[j - 1] + change});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) now[j] = std::min(now[j], before[j - 2] + 2);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

}  // namespace

std::vector<std::string> nearest(std::string_view wanted, std::span<const std::string> keys, std::size_t most) {
    wanted = wanted.substr(0, longest_key);
    std::vector<std::pair<std::size_t, std::size_t>> ranked;  // half edits, position
    for (std::size_t i = 0; i < std::min(keys.size(), most_keys); ++i) {
        const auto key = std::string_view{keys[i]}.substr(0, longest_key);
        const std::size_t distance = half_edits(wanted, key);
        if (distance <= std::max(wanted.size(), key.size())) ranked.emplace_back(distance, i);
    }
    std::ranges::sort(ranked);
    std::vector<std::string> best;
    for (std::size_t i = 0; i < std::min(most, ranked.size()); ++i) best.push_back(keys[ranked[i].second]);
    return best;
}

std::string nearest_hint(std::string_view wanted, std::span<const std::string> keys) {
    const auto best = nearest(wanted, keys);
    if (best.empty()) return {};
    std::string hint = " Nearest: ";
    for (std::size_t i = 0; i < best.size(); ++i) hint += (i > 0 ? ", " : "") + best[i];
    return hint + ".";
}

}  // namespace coopnet
