#include <coopnet/core/period.hpp>

#include <algorithm>
#include <chrono>

namespace coopnet {
namespace {

std::optional<int> digits(std::string_view text, std::size_t count) noexcept {
    if (text.size() != count) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

Day to_day(std::chrono::sys_days days) noexcept {
    return static_cast<Day>(days.time_since_epoch().count());
}

std::optional<Date> whole_year(int year) noexcept {
    using namespace std::chrono;
    const auto y = std::chrono::year{year};
    return Date{to_day(sys_days{y / January / 1}), to_day(sys_days{y / December / 31})};
}

std::optional<Date> whole_month(int year, int month) noexcept {
    using namespace std::chrono;
    const auto ym = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)};
    if (!ym.ok()) return std::nullopt;
    return Date{to_day(sys_days{ym / 1}), to_day(sys_days{ym / last})};
}

std::optional<Date> whole_quarter(int year, int quarter) noexcept {
    if (quarter < 1 || quarter > 4) return std::nullopt;
    const int last = 3 * quarter;
    return Date{whole_month(year, last - 2)->earliest, whole_month(year, last)->latest};
}

std::optional<Date> one_day(int year, int month, int day) noexcept {
    using namespace std::chrono;
    const auto ymd = std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day);
    if (!ymd.ok()) return std::nullopt;
    const Day only = to_day(sys_days{ymd});
    return Date{only, only};
}

// The one place where days become half-open.
Stretch whole_days(Day first, Day last) noexcept {
    Stretch days;
    if (first != first_day) days.begin = first;
    if (last != last_day) days.end = last + 1.0;
    return days;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) noexcept {
    const auto year = digits(text.substr(0, 4), 4);
    if (!year) return std::nullopt;
    if (text.size() == 4) return whole_year(*year);

    if (text.size() != 7 && text.size() != 10) return std::nullopt;
    if (text.size() == 7 && text.substr(4, 2) == "-Q") {
        const auto quarter = digits(text.substr(6), 1);
        return quarter ? whole_quarter(*year, *quarter) : std::nullopt;
    }
    const auto month = digits(text.substr(5, 2), 2);
    if (text[4] != '-' || !month) return std::nullopt;
    if (text.size() == 7) return whole_month(*year, *month);

    const auto day = digits(text.substr(8, 2), 2);
    if (text[7] != '-' || !day) return std::nullopt;
    return one_day(*year, *month, *day);
}

bool Period::possible_during(const Date& span) const noexcept {
    return since.earliest <= span.latest && until.latest >= span.earliest;
}

// The latest beginning that leaves room for an end, and the earliest end that leaves room
// for a beginning, are the readings that could still miss the span.
bool Period::certain_during(const Date& span) const noexcept {
    const Day latest_begin = std::min(since.latest, until.latest);
    const Day earliest_end = std::max(until.earliest, since.earliest);
    return latest_begin <= span.latest && earliest_end >= span.earliest;
}

Stretch Period::possible() const noexcept {
    return whole_days(since.earliest, until.latest);
}

Stretch Period::certain() const noexcept {
    const Day latest_begin = std::min(since.latest, until.latest);
    const Day earliest_end = std::max(until.earliest, since.earliest);
    if (latest_begin > earliest_end) return {0, 0};
    return whole_days(latest_begin, earliest_end);
}

std::optional<Date> parse_since(std::string_view cell) noexcept {
    if (cell.empty()) return Date{};
    if (cell == "..") return Date{first_day, first_day};
    return parse_date(cell);
}

std::optional<Date> parse_until(std::string_view cell) noexcept {
    if (cell.empty()) return Date{};
    if (cell == "..") return Date{last_day, last_day};
    return parse_date(cell);
}

std::optional<Date> parse_span(std::string_view text) noexcept {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return parse_date(text);
    const auto from = parse_date(text.substr(0, slash));
    const auto through = parse_date(text.substr(slash + 1));
    if (!from || !through || through->latest < from->earliest) return std::nullopt;
    return Date{from->earliest, through->latest};
}

}  // namespace coopnet
