#pragma once

#include <coopnet/core/ids.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace coopnet {

/// How far a source may be relied on, by the Admiralty scale: its letter grades the
/// source (A best, E worst, F unknown), its digit the report (1 confirmed … 5 improbable,
/// 6 unknown). F and 6 come last.
struct Grade {
    char letter = 'F';
    char digit = '6';

    [[nodiscard]] std::string text() const { return {letter, digit}; }
    /// Both parts at least as good as `least`: what `min_grade` asks.
    [[nodiscard]] bool meets(Grade least) const noexcept { return letter <= least.letter && digit <= least.digit; }

    friend bool operator==(const Grade&, const Grade&) = default;
};

/// "B2"; nothing if it is not a grade. An empty cell is F6.
std::optional<Grade> parse_grade(std::string_view text) noexcept;

/// A better grade has the better of the two worse parts; then the letter decides.
[[nodiscard]] bool better(Grade a, Grade b) noexcept;

/// Where something is said.
struct Source {
    std::string id;
    Grade grade;
};

}  // namespace coopnet
