#pragma once

#include <coopnet/core/period.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace coopnet {

/// A moment, or a length of time: `days`, and how many hairs after (or, negative, before).
///
/// A tie that holds through a day can be used until the day ends, but not at that end; the
/// last moment at which it can is one hair before. So a stretch from `begin` until before
/// `end` is all moments from {begin, 0} through {end, -1}, and what is added up, compared and
/// subtracted keeps the difference between "at" and "just before" exactly.
struct Moment {
    double days = 0;
    int hairs = 0;

    friend Moment operator+(Moment a, Moment b) noexcept { return {a.days + b.days, a.hairs + b.hairs}; }
    friend Moment operator-(Moment a, Moment b) noexcept { return {a.days - b.days, a.hairs - b.hairs}; }
    friend Moment operator-(Moment a) noexcept { return {-a.days, -a.hairs}; }
};

/// Reads `2022-08-15`, the whole of that day, or `2022-08-15T06:30` (or with seconds), that
/// moment alone: a stretch without length.
std::optional<Stretch> parse_when(std::string_view text) noexcept;

/// `2022-08-15` for a moment at which that day begins or just before it ends, else with the
/// time, `2022-08-15T06:30`, with seconds if they are not 0. Rounded to seconds. Nothing for
/// a moment that is infinite, or in no year of four digits.
std::optional<std::string> moment_text(Moment moment);

}  // namespace coopnet
