#include <fmt/format.h>
#include <coopnet/core/moment.hpp>

#include <chrono>
#include <cmath>
#include <cstdint>

namespace coopnet {
namespace {

constexpr std::int64_t seconds_a_day = 86400;

std::optional<int> two_digits(std::string_view text) noexcept {
    if (text.size() != 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return std::nullopt;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

// HH:MM or HH:MM:SS, as seconds.
std::optional<std::int64_t> parse_time(std::string_view text) noexcept {
    if ((text.size() != 5 && text.size() != 8) || text[2] != ':') return std::nullopt;
    const auto hours = two_digits(text.substr(0, 2));
    const auto minutes = two_digits(text.substr(3, 2));
    const auto seconds = text.size() == 8 ? two_digits(text.substr(6)) : std::optional{0};
    if (text.size() == 8 && text[5] != ':') return std::nullopt;
    if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 59) return std::nullopt;
    return (*hours * 60 + *minutes) * 60 + *seconds;
}

}  // namespace

std::optional<Stretch> parse_when(std::string_view text) noexcept {
    const auto date = parse_date(text.substr(0, 10));
    if (!date || date->earliest != date->latest) return std::nullopt;
    if (text.size() == 10) return Stretch{date->earliest + 0.0, date->earliest + 1.0};
    const auto time = text[10] == 'T' ? parse_time(text.substr(11)) : std::nullopt;
    if (!time) return std::nullopt;
    const double moment = date->earliest + static_cast<double>(*time) / seconds_a_day;
    return Stretch{moment, moment};
}

std::optional<std::string> moment_text(Moment moment) {
    constexpr double too_far = 4e6;  // the year 9999 is 3 million days away
    if (!(std::abs(moment.days) < too_far)) return std::nullopt;
    const std::int64_t seconds = std::llround(moment.days * seconds_a_day);
    std::int64_t time = seconds % seconds_a_day;
    if (time < 0) time += seconds_a_day;
    std::int64_t day = (seconds - time) / seconds_a_day;
    if (time == 0 && moment.hairs < 0) --day;
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    const int year = static_cast<int>(date.year());
    if (year < 0 || year > 9999) return std::nullopt;
    std::string text =
        fmt::format("{:04}-{:02}-{:02}", year, static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    if (time != 0) text += fmt::format("T{:02}:{:02}", time / 3600, time / 60 % 60);
    if (time % 60 != 0) text += fmt::format(":{:02}", time % 60);
    return text;
}

}  // namespace coopnet
