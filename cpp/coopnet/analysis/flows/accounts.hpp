#pragma once

#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/figures.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace coopnet::flows {

/// A whole is at least what these parts, of which no two count the same persons, add up to.
struct Adding {
    std::uint32_t whole = 0;
    std::vector<std::uint32_t> parts;  ///< ascending
};

/// The numbers that are reported on: a number is reported on by one or several reports.
struct Accounts {
    std::vector<std::uint32_t> number_of;             ///< by report
    std::vector<std::vector<std::uint32_t>> reports;  ///< by number, ascending
    std::vector<std::vector<std::uint32_t>> parts;    ///< by number, all that are part of it, ascending
    std::vector<Adding> sums;                         ///< by whole, then by parts
    bool partial = false;                             ///< a whole has more sums than were listed
};

/// What reports have to do with each other.
///
/// Reports are of one number if measure, group, kind of count, ends and days are the same; days
/// of a stock or total only if known to the day. One that is part of another is never the same.
/// A number is part of another if a report says so, or if it counts the same within it: ends
/// that lie in the other's ends, and days within its days (flows), the same day (stocks), or
/// no later day (totals so far). Two parts count nobody twice if they differ in group and are
/// said to be parts of the same whole, or have the same measure and group and either ends of
/// which none lies in the other, or days that do not meet.
///
/// Cost: O(reports²·depth), and the largest sets of such parts of each whole, of which there may
/// be exponentially many: the first 1,000 are listed. Throws InvalidOption for more than 3,000
/// numbers that may be parts of each other, and Cancelled.
Accounts accounts(const Figures& figures, Monitor& monitor);

}  // namespace coopnet::flows
