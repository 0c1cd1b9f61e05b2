#include <coopnet/core/counting.hpp>

#include <array>
#include <utility>

namespace coopnet {

Counting counting_of(std::string_view definition, bool has_period, bool has_day) noexcept {
    constexpr std::array<std::pair<std::string_view, Counting>, 4> words{{{"flow", Counting::flow},
                                                                          {"stock", Counting::stock},
                                                                          {"total", Counting::total},
                                                                          {"derived", Counting::derived}}};
    const auto end = definition.find_first_of(":;");
    if (end != std::string_view::npos && definition.find(' ') > end) {
        for (const auto& [word, counting] : words) {
            if (definition.substr(0, end) == word) return counting;
        }
        return Counting::other;
    }
    if (has_period) return Counting::flow;
    return has_day ? Counting::stock : Counting::other;
}

}  // namespace coopnet
