#include <coopnet/core/counting.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace coopnet {

Counting counting_of(std::string_view definition, bool has_period, bool has_day) noexcept {
    constexpr std::array<std::pair<std::string_view, Counting>, 7> words{{{"flow", Counting::flow},
                                                                          {"stock", Counting::stock},
                                                                          {"total", Counting::total},
                                                                          {"derived", Counting::derived},
                                                                          {"ratio", Counting::other},
                                                                          {"percent", Counting::other},
                                                                          {"rank", Counting::other}}};
    const auto end = std::min(definition.find_first_of(":;"), definition.size());
    const auto first = definition.substr(0, end);
    for (const auto& [word, counting] : words) {
        if (first == word) return counting;
    }
    const bool a_word_before_a_colon = end < definition.size() && first.find(' ') == std::string_view::npos;
    if (a_word_before_a_colon) return Counting::other;
    if (has_period) return Counting::flow;
    return has_day ? Counting::stock : Counting::other;
}

}  // namespace coopnet
