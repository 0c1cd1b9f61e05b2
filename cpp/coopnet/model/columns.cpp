#include <coopnet/model/columns.hpp>

#include <algorithm>

namespace coopnet {
namespace {

constexpr auto number = Holds::number;
constexpr auto list = Holds::list;

constexpr std::array<Column, 10> actors{{{"id"},
                                         {"name"},
                                         {"name_id"},
                                         {"short"},
                                         {"kind"},
                                         {"country"},
                                         {"parent"},
                                         {"sources", list},
                                         {"handling"},
                                         {"note"}}};
constexpr std::array<Column, 16> ties{{{"id"},
                                       {"source"},
                                       {"target"},
                                       {"relation"},
                                       {"channel"},
                                       {"since"},
                                       {"until"},
                                       {"strength", number},
                                       {"reliability", number},
                                       {"delay_days", number},
                                       {"capacity", number},
                                       {"instrument"},
                                       {"status"},
                                       {"sources", list},
                                       {"handling"},
                                       {"note"}}};
constexpr std::array<Column, 8> sources{
    {{"id"}, {"title"}, {"publisher"}, {"url"}, {"date"}, {"language"}, {"grade"}, {"handling"}}};
constexpr std::array<Column, 16> figures{{{"id"},
                                          {"measure"},
                                          {"group"},
                                          {"origin"},
                                          {"destination"},
                                          {"value", number},
                                          {"low", number},
                                          {"high", number},
                                          {"definition"},
                                          {"since"},
                                          {"until"},
                                          {"as_of"},
                                          {"part_of"},
                                          {"sources", list},
                                          {"handling"},
                                          {"note"}}};

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool is_plain_decimal(std::string_view cell) noexcept {
    if (cell.starts_with('-')) cell.remove_prefix(1);
    const auto point = std::min(cell.find('.'), cell.size());
    const auto whole = cell.substr(0, point);
    const auto digits = [](std::string_view part) { return !part.empty() && std::ranges::all_of(part, is_digit); };
    return digits(whole) && (whole.size() == 1 || whole[0] != '0') &&
           (point == cell.size() || digits(cell.substr(point + 1)));
}

}  // namespace

std::string_view table_name(Table table) noexcept {
    constexpr std::array<std::string_view, 4> names{"actors", "ties", "sources", "figures"};
    return names[static_cast<std::size_t>(table)];
}

std::span<const Column> format_columns(Table table) noexcept {
    switch (table) {
        case Table::actors:
            return actors;
        case Table::ties:
            return ties;
        case Table::sources:
            return sources;
        default:
            return figures;
    }
}

const Column* format_column(Table table, std::string_view name) noexcept {
    const auto columns = format_columns(table);
    const auto found = std::ranges::find(columns, name, &Column::name);
    return found == columns.end() ? nullptr : &*found;
}

bool looks_numeric(const std::vector<std::string>& cells) noexcept {
    bool any = false;
    for (const std::string& cell : cells) {
        if (cell.empty()) continue;
        if (!is_plain_decimal(cell)) return false;
        any = true;
    }
    return any;
}

}  // namespace coopnet
