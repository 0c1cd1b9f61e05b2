#pragma once

#include <cstdint>
#include <string_view>

namespace coopnet {

/// What a reported number counts.
enum class Counting : std::uint8_t {
    flow,     ///< what happened within a period
    stock,    ///< what is there on a day; it may fall again
    total,    ///< what has happened so far, up to a day; it never falls
    derived,  ///< worked out from other numbers: it says nothing of its own
    other     ///< a ratio, a rank: no count
};

/// The word that a definition begins with, before a colon or semicolon: "flow: persons returned";
/// another such word counts nothing known here. Without one, a number with a period is a flow, and one with a day alone
/// a stock.
Counting counting_of(std::string_view definition, bool has_period, bool has_day) noexcept;

}  // namespace coopnet
