#include <coopnet/analysis/pathways/condition.hpp>
#include <coopnet/core/error.hpp>
#include <coopnet/core/nearest.hpp>

#include <algorithm>

namespace coopnet::pathways {
namespace {

template <class Unknown>
Unknown unknown(const std::string& what, std::string_view text, std::size_t place) {
    return Unknown{pointed("pattern, column " + std::to_string(column_at(text, place)) + ": " + what, text, place)};
}

const LabelColumn& column_of(const Condition& condition, std::span<const LabelColumn> columns,
                             std::span<const std::string> known, std::string_view text) {
    const auto found = std::ranges::find(columns, condition.column.text, &LabelColumn::name);
    if (found != columns.end()) return *found;
    const std::string& name = condition.column.text;
    throw unknown<UnknownName>("there is no column \"" + name + "\"." + nearest_hint(name, known), text,
                               condition.column.place);
}

std::uint32_t place_of(const Word& value, const LabelColumn& column, std::string_view text) {
    const auto found = std::ranges::find(column.words, value.text);
    if (found != column.words.end()) return static_cast<std::uint32_t>(found - column.words.begin());
    const std::string hint = nearest_hint(value.text, column.words);
    if (column.name == "relation") {
        throw unknown<UnknownRelation>("there is no relation \"" + value.text + "\"." + hint, text, value.place);
    }
    throw unknown<UnknownName>("nobody and nothing has the " + column.name + " \"" + value.text + "\"." + hint, text,
                               value.place);
}

}  // namespace

bool operator==(const Condition& a, const Condition& b) {
    return a.column.text == b.column.text && a.among == b.among &&
           std::ranges::equal(a.values, b.values, {}, &Word::text, &Word::text);
}

std::uint64_t column_at(std::string_view text, std::size_t place) {
    const auto starts_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<std::uint64_t>(std::ranges::count_if(text.substr(0, place), starts_character)) + 1;
}

std::string pointed(std::string_view message, std::string_view text, std::size_t place) {
    std::string shown{text};
    std::ranges::replace_if(shown, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return std::string{message} + "\n  " + shown + "\n  " + std::string(column_at(text, place) - 1, ' ') + "^";
}

std::vector<std::uint64_t> judge(std::span<const Condition> conditions, std::span<const LabelColumn> columns,
                                 std::span<const std::string> known_columns, std::size_t items, std::string_view text) {
    std::vector<std::uint64_t> verdicts(items, 0);
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        const Condition& condition = conditions[i];
        const std::uint64_t bit = std::uint64_t{1} << i;
        if (condition.column.text.empty()) {
            for (std::uint64_t& verdict : verdicts) verdict |= bit;
            continue;
        }
        const LabelColumn& column = column_of(condition, columns, known_columns, text);
        std::vector<bool> asked(column.words.size(), false);
        for (const Word& value : condition.values) {
            if (!value.text.empty() || std::ranges::find(column.words, "") != column.words.end()) {
                asked[place_of(value, column, text)] = true;
            }
        }
        for (std::size_t item = 0; item < items; ++item) {
            const bool holds = std::ranges::any_of(column.of(item), [&](std::uint32_t word) { return asked[word]; });
            if (holds == condition.among) verdicts[item] |= bit;
        }
    }
    return verdicts;
}

}  // namespace coopnet::pathways
