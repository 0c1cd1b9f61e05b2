#include <coopnet/analysis/flows/accounts.hpp>
#include <coopnet/analysis/flows/inclusive.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace coopnet::flows {
namespace {

// The reports asked about, of arrivals at one stage, and one of nothing that they are all part of.
Figures under_one_whole(const Figures& figures, std::span<const std::uint32_t> reports) {
    std::vector<std::optional<std::uint32_t>> places(figures.reports.size());
    for (std::uint32_t i = 0; i < reports.size(); ++i) places[reports[i]] = i;
    const auto whole = static_cast<std::uint32_t>(reports.size());
    Figures asked;
    asked.within = figures.within;
    for (const std::uint32_t report : reports) {
        Report made = figures.reports[report];
        made.arrivals = 1;
        auto above = made.part_of;
        while (above && !places[*above]) above = figures.reports[*above].part_of;
        made.part_of = above ? places[*above] : whole;
        asked.reports.push_back(made);
    }
    Report all;
    all.counting = Counting::other;
    asked.reports.push_back(all);
    return asked;
}

double middle(const Report& report) {
    return std::isinf(report.high) ? report.low : (report.low + report.high) / 2;
}

Count count_of(const Figures& asked, const Accounts& accounts, const std::vector<std::uint32_t>& numbers) {
    Count made;
    for (const std::uint32_t number : numbers) {
        const auto& told = accounts.reports[number];
        double sum = 0;
        double low = asked.reports[told.front()].low;
        double high = asked.reports[told.front()].high;
        for (const std::uint32_t report : told) {
            sum += middle(asked.reports[report]);
            low = std::min(low, asked.reports[report].low);
            high = std::max(high, asked.reports[report].high);
            made.reports.push_back(report);
        }
        const bool so_many_or_more =
            std::ranges::all_of(told, [&](std::uint32_t report) { return std::isinf(asked.reports[report].high); });
        if (so_many_or_more) {
            for (const std::uint32_t report : told) low = std::max(low, asked.reports[report].low);
        }
        made.count += so_many_or_more ? low : sum / static_cast<double>(told.size());
        made.low += low;
        made.high += high;
    }
    std::ranges::sort(made.reports);
    return made;
}

}  // namespace

Count most_inclusive(const Figures& figures, std::span<const std::uint32_t> reports, Monitor& monitor) {
    const Figures asked = under_one_whole(figures, reports);
    const Accounts found = accounts(asked, monitor);
    const std::uint32_t whole = found.number_of.back();
    std::vector<bool> inside(found.reports.size(), false);
    for (std::uint32_t number = 0; number < inside.size(); ++number) {
        if (number == whole) continue;
        for (const std::uint32_t part : found.parts[number]) inside[part] = true;
    }
    Count best;
    for (const Adding& sum : found.sums) {
        if (sum.whole != whole) continue;
        std::vector<std::uint32_t> outermost;
        for (const std::uint32_t part : sum.parts) {
            if (!inside[part]) outermost.push_back(part);
        }
        Count count = count_of(asked, found, outermost);
        if (best.reports.empty() || count.count > best.count) best = std::move(count);
    }
    for (std::uint32_t& report : best.reports) report = reports[report];
    return best;
}

}  // namespace coopnet::flows
