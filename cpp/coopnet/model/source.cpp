#include <coopnet/model/source.hpp>

#include <algorithm>
#include <tuple>

namespace coopnet {

std::optional<Grade> parse_grade(std::string_view text) noexcept {
    if (text.empty()) return Grade{};
    const bool valid = text.size() == 2 && text[0] >= 'A' && text[0] <= 'F' && text[1] >= '1' && text[1] <= '6';
    if (!valid) return std::nullopt;
    return Grade{text[0], text[1]};
}

bool better(Grade a, Grade b) noexcept {
    const auto rank = [](Grade grade) {
        const int letter = grade.letter - 'A';
        const int digit = grade.digit - '1';
        return std::tuple{std::max(letter, digit), letter, digit};
    };
    return rank(a) < rank(b);
}

}  // namespace coopnet
