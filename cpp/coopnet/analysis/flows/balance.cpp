#include <coopnet/analysis/flows/balance.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <vector>

namespace coopnet::flows {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

bool within(const Date& days, const Date& all) {
    return all.earliest <= days.earliest && days.latest <= all.latest;
}

class Layout {
public:
    Layout(const Figures& figures, const Accounts& accounts, Monitor& monitor)
        : figures_(figures),
          accounts_(accounts),
          monitor_(monitor),
          numbers_(static_cast<std::uint32_t>(accounts.reports.size())) {}

    Balance all() {
        find_counted();
        find_bodies();
        cut_passages();
        made_.variables = made_.first_own();
        find_used();
        add_numbers();
        add_sums();
        add_bodies();
        add_stocks();
        return std::move(made_);
    }

private:
    [[nodiscard]] const Report& report(std::uint32_t number) const {
        return figures_.reports[accounts_.reports[number].front()];
    }

    [[nodiscard]] bool lies_in(std::uint32_t actor, std::optional<std::uint32_t> whole) const {
        return !whole || std::ranges::find(figures_.within[actor], *whole) != figures_.within[actor].end();
    }

    // --- which numbers count which passages ---------------------------------------------
    void find_counted() {
        counted_.resize(numbers_);
        for (std::uint32_t number = 0; number < numbers_; ++number) {
            monitor_.check();
            const Report& r = report(number);
            if (r.counting == Counting::stock) continue;
            for (std::uint32_t i = 0; i < figures_.passages.size(); ++i) {
                const Passage& passage = figures_.passages[i];
                const bool meets = passage.days.earliest <= r.days.latest && r.days.earliest <= passage.days.latest;
                if (passage.measure == r.measure && meets && lies_in(passage.source, r.origin) &&
                    lies_in(passage.target, r.destination)) {
                    counted_[number].push_back(i);
                }
            }
        }
    }

    // --- who passes people on ------------------------------------------------------------
    void find_bodies() {
        comes_.resize(figures_.within.size());
        leaves_.resize(figures_.within.size());
        for (std::uint32_t i = 0; i < figures_.passages.size(); ++i) {
            const Passage& passage = figures_.passages[i];
            if (passage.source == passage.target) continue;  // who goes nowhere changes nothing
            leaves_[passage.source].push_back(i);
            comes_[passage.target].push_back(i);
        }
        for (std::uint32_t actor = 0; actor < comes_.size(); ++actor) {
            if (figures_.passes_on[actor] && !comes_[actor].empty() && !leaves_[actor].empty()) {
                made_.bodies.push_back(actor);
            }
        }
    }

    [[nodiscard]] bool is_body(std::uint32_t actor) const { return std::ranges::binary_search(made_.bodies, actor); }

    // --- cells ---------------------------------------------------------------------------
    // By passage, the days before which one cell ends and the next begins.
    void cut_passages() {
        std::vector<std::set<Day>> cuts(figures_.passages.size());
        const auto cut = [&](std::uint32_t i, Day day) {
            const Date& days = figures_.passages[i].days;
            if (days.earliest < day && day <= days.latest) cuts[i].insert(day);
        };
        for (std::uint32_t number = 0; number < numbers_; ++number) {
            const Report& r = report(number);
            for (const std::uint32_t i : counted_[number]) {
                if (r.counting == Counting::flow) cut(i, r.days.earliest);
                if (r.days.latest != last_day) cut(i, r.days.latest + 1);
            }
            if (!holds_body(r)) continue;
            for (const auto* side : {&comes_[*r.origin], &leaves_[*r.origin]}) {
                for (const std::uint32_t i : *side) cut(i, r.days.latest + 1);
            }
        }
        cells_.resize(figures_.passages.size());
        const Date told = told_days();
        for (std::uint32_t i = 0; i < cuts.size(); ++i) {
            Date days = figures_.passages[i].days;
            days = {std::max(days.earliest, told.earliest), std::min(days.latest, told.latest)};
            if (days.earliest > days.latest) continue;
            for (const Day day : cuts[i]) {
                if (day <= days.earliest || day > days.latest) continue;
                add_cell(i, {days.earliest, day - 1});
                days.earliest = day;
            }
            add_cell(i, days);
        }
    }

    // From the first to the last day that a number about these passages counts.
    [[nodiscard]] Date told_days() const {
        Date told{last_day, first_day};
        for (std::uint32_t number = 0; number < numbers_; ++number) {
            const Report& r = report(number);
            if (counted_[number].empty() && !holds_body(r)) continue;
            if (r.days.earliest != first_day) told.earliest = std::min(told.earliest, r.days.earliest);
            if (r.days.latest != last_day) told.latest = std::max(told.latest, r.days.latest);
        }
        if (told.earliest > told.latest) return {};
        return told;
    }

    void add_cell(std::uint32_t passage, Date days) {
        cells_[passage].push_back(made_.first_arrival());
        made_.cell_passages.push_back(passage);
        made_.cell_days.push_back(days);
    }

    [[nodiscard]] bool holds_body(const Report& r) const {
        return r.held && r.origin && is_body(*r.origin) && r.days.earliest == r.days.latest;
    }

    // --- which numbers have to do with passages ------------------------------------------
    void find_used() {
        made_.used.resize(numbers_, false);
        for (std::uint32_t number = 0; number < numbers_; ++number) {
            made_.used[number] = !counted_[number].empty() || holds_body(report(number));
        }
        for (bool more = true; more;) {
            more = false;
            for (const Adding& sum : accounts_.sums) {
                bool any = made_.used[sum.whole];
                for (const std::uint32_t part : sum.parts) any = any || made_.used[part];
                if (any) more = use(sum.whole) || more;
                for (const std::uint32_t part : sum.parts) {
                    if (any) more = use(part) || more;
                }
            }
        }
    }

    bool use(std::uint32_t number) {
        const bool fresh = !made_.used[number];
        made_.used[number] = true;
        return fresh;
    }

    // --- rows ----------------------------------------------------------------------------
    void add_numbers() {
        made_.sums.resize(numbers_);
        made_.counted.resize(numbers_, false);
        for (std::uint32_t number = 0; number < numbers_; ++number) {
            if (!made_.used[number]) continue;
            const Report& r = report(number);
            detail::SparseRow cells = cells_counted(number);
            if (!cells.empty() && r.group == 0 && r.counting == Counting::flow) {
                made_.sums[number] = std::move(cells);
                made_.counted[number] = true;
                continue;
            }
            const std::uint32_t own = made_.variables++;
            made_.sums[number] = {{own, 1}};
            if (cells.empty()) continue;
            cells.emplace_back(own, -1);
            // Some of those who went; or those who went so far, and whoever did before.
            if (r.group != 0) {
                made_.rows.add(cells, 0, unlimited);
            } else {
                made_.rows.add(cells, -unlimited, 0);
            }
        }
    }

    [[nodiscard]] detail::SparseRow cells_counted(std::uint32_t number) const {
        const Report& r = report(number);
        detail::SparseRow counted;
        for (const std::uint32_t i : counted_[number]) {
            for (const std::uint32_t cell : cells_[i]) {
                const Date& days = made_.cell_days[cell];
                const bool counts =
                    r.counting == Counting::flow ? within(days, r.days) : days.latest <= r.days.earliest;
                if (counts) counted.emplace_back(cell, 1);
            }
        }
        return counted;
    }

    void append(detail::SparseRow& row, std::uint32_t number, double times) const {
        for (const auto& [variable, value] : made_.sums[number]) row.emplace_back(variable, times * value);
    }

    // A sum of cells on both sides says nothing new, unless a cell is taken twice.
    void add_sums() {
        for (const Adding& sum : accounts_.sums) {
            if (!made_.used[sum.whole]) continue;
            detail::SparseRow row;
            append(row, sum.whole, 1);
            for (const std::uint32_t part : sum.parts) append(row, part, -1);
            row = added_up(std::move(row));
            const bool says_something = std::ranges::any_of(row, [](const auto& cell) { return cell.second < 0; });
            if (says_something) made_.rows.add(row, 0, unlimited);
        }
    }

    // Each variable once, without those that cancel out.
    static detail::SparseRow added_up(detail::SparseRow row) {
        std::ranges::sort(row);
        detail::SparseRow sums;
        for (const auto& [variable, value] : row) {
            if (!sums.empty() && sums.back().first == variable) {
                sums.back().second += value;
            } else {
                sums.emplace_back(variable, value);
            }
        }
        std::erase_if(sums, [](const auto& cell) { return cell.second == 0; });
        return sums;
    }

    void add_bodies() {
        for (std::uint32_t i = 0; i < made_.bodies.size(); ++i) {
            monitor_.check();
            const std::uint32_t actor = made_.bodies[i];
            detail::SparseRow row{{made_.first_arrival() + i, 1}, {made_.first_departure() + i, -1}};
            append(row, comes_[actor], 1, [](const Date&) { return true; });
            append(row, leaves_[actor], -1, [](const Date&) { return true; });
            made_.rows.add(row, 0, 0);
            add_moments(i);
        }
    }

    // Nobody leaves before anybody came.
    void add_moments(std::uint32_t body) {
        const std::uint32_t actor = made_.bodies[body];
        std::set<Day> ends;
        for (const std::uint32_t i : leaves_[actor]) {
            for (const std::uint32_t cell : cells_[i]) ends.insert(made_.cell_days[cell].latest);
        }
        for (const Day day : ends) {
            if (day == last_day) continue;
            detail::SparseRow row{{made_.first_arrival() + body, 1}};
            append(row, comes_[actor], 1, [&](const Date& days) { return days.earliest <= day; });
            append(row, leaves_[actor], -1, [&](const Date& days) { return days.latest <= day; });
            made_.rows.add(row, 0, unlimited);
        }
    }

    void add_stocks() {
        for (std::uint32_t number = 0; number < numbers_; ++number) {
            const Report& r = report(number);
            if (!holds_body(r)) continue;
            const auto body =
                static_cast<std::uint32_t>(std::ranges::lower_bound(made_.bodies, *r.origin) - made_.bodies.begin());
            const std::uint32_t came = made_.variables++;
            const std::uint32_t left = made_.variables++;
            const Day day = r.days.latest;
            detail::SparseRow row{{came, -1}, {left, 1}};
            append(row, number, 1);
            append(row, comes_[*r.origin], -1, [&](const Date& days) { return days.latest <= day; });
            append(row, leaves_[*r.origin], 1, [&](const Date& days) { return days.latest <= day; });
            // Of a group, at least: there may be others.
            made_.rows.add(row, r.group != 0 ? -unlimited : 0, 0);
            made_.rows.add({{made_.first_arrival() + body, 1}, {came, -1}}, 0, unlimited);
            made_.rows.add({{made_.first_departure() + body, 1}, {left, -1}}, 0, unlimited);
        }
    }

    template <class Keeps>
    void append(detail::SparseRow& row, const std::vector<std::uint32_t>& passages, double value,
                const Keeps& keeps) const {
        for (const std::uint32_t i : passages) {
            for (const std::uint32_t cell : cells_[i]) {
                if (keeps(made_.cell_days[cell])) row.emplace_back(cell, value);
            }
        }
    }

    const Figures& figures_;
    const Accounts& accounts_;
    Monitor& monitor_;
    std::uint32_t numbers_;
    Balance made_;
    std::vector<std::vector<std::uint32_t>> counted_;  // by number: passages
    std::vector<std::vector<std::uint32_t>> comes_;    // by actor: passages
    std::vector<std::vector<std::uint32_t>> leaves_;
    std::vector<std::vector<std::uint32_t>> cells_;  // by passage
};

}  // namespace

Balance balance(const Figures& figures, const Accounts& accounts, Monitor& monitor) {
    return Layout{figures, accounts, monitor}.all();
}

}  // namespace coopnet::flows
