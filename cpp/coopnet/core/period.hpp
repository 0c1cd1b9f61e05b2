#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace coopnet {

/// Days since 1970-01-01.
using Day = std::int32_t;

constexpr Day first_day = std::numeric_limits<Day>::min();
constexpr Day last_day = std::numeric_limits<Day>::max();

/// A date at the precision known: one unknown day from `earliest` through `latest`.
/// `2022-08` is one day of that month; `2022-08-15` has both ends equal.
struct Date {
    Day earliest = first_day;
    Day latest = last_day;

    friend bool operator==(const Date&, const Date&) = default;
};

/// Reads `2022`, `2022-Q3` (one day of July to September), `2022-08` or `2022-08-15`; nothing
/// else, and only dates that exist.
std::optional<Date> parse_date(std::string_view text) noexcept;

/// A stretch of time from the moment `begin` until before the moment `end`, in days since
/// 1970-01-01 began: the day d lasts from d until before d + 1. A side without a bound is infinite.
struct Stretch {
    double begin = -std::numeric_limits<double>::infinity();
    double end = std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const noexcept { return !(begin < end); }

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// When something holds: from an unknown day of `since` through an unknown day of `until`,
/// both included.
///
/// A bound that is not known at all spans all days. A still open end is certain to lie
/// after every day.
struct Period {
    Date since;
    Date until;

    /// Some reading of the unknown days touches a day of `span`.
    [[nodiscard]] bool possible_during(const Date& span) const noexcept;
    /// Every reading of the unknown days touches a day of `span`.
    [[nodiscard]] bool certain_during(const Date& span) const noexcept;
    /// From the beginning of the first day to the end of the last on which some reading has it hold.
    [[nodiscard]] Stretch possible() const noexcept;
    /// The same of days on which every reading has it hold; empty if there is none.
    [[nodiscard]] Stretch certain() const noexcept;
    /// No reading has its end on or after its beginning.
    [[nodiscard]] bool ends_before_it_begins() const noexcept { return until.latest < since.earliest; }

    friend bool operator==(const Period&, const Period&) = default;
};

/// Reads the two cells of a table: empty is unknown, `..` is still open. Nothing if one is
/// neither a date nor that.
std::optional<Date> parse_since(std::string_view cell) noexcept;
std::optional<Date> parse_until(std::string_view cell) noexcept;

/// Reads the days a question asks about: `2022`, `2022-07/2022-09` (both in) or `2022-08-15`.
std::optional<Date> parse_span(std::string_view text) noexcept;

}  // namespace coopnet
