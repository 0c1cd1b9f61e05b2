#include <coopnet/analysis/flows/contradictions.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace coopnet::flows {
namespace {

using Number = std::uint32_t;
using Set = std::vector<std::uint32_t>;  // reports, ascending

// Rounding in sums of decimals is no contradiction.
bool exceeds(double demanded, double allowed) {
    return demanded > allowed + 1e-9 * std::max(1.0, allowed);
}

// A way to see that a number is at least so many.
struct Demand {
    double least = 0;
    Set reports;
};

class Search {
public:
    Search(const Figures& figures, const Accounts& accounts, const ContradictionsOptions& options, Monitor& monitor)
        : figures_(figures), accounts_(accounts), options_(options), patience_(monitor, options.time_limit) {
        sums_.resize(accounts.reports.size());
        for (const Adding& sum : accounts.sums) sums_[sum.whole].push_back(sum);
        demanded_ = least_of(std::vector<bool>(figures.reports.size(), true));
        for (auto& sums : sums_) {
            std::ranges::stable_sort(sums, {}, [](const Adding& sum) { return sum.parts.size(); });
            for (Adding& sum : sums) {
                std::ranges::stable_sort(sum.parts, std::greater{}, [&](Number part) { return demanded_[part]; });
            }
        }
    }

    Contradictions all() {
        for (std::uint32_t most = 0; most < figures_.reports.size(); ++most) against(most);
        std::ranges::sort(found_.sets, [](const Contradiction& a, const Contradiction& b) {
            return std::tuple{a.least.size(), a.most, a.least} < std::tuple{b.least.size(), b.most, b.least};
        });
        return std::move(found_);
    }

private:
    [[nodiscard]] double low(std::uint32_t report) const {
        return figures_.reports[report].low * (1 - options_.tolerance);
    }
    [[nodiscard]] double high(std::uint32_t report) const {
        return figures_.reports[report].high * (1 + options_.tolerance);
    }

    // By number, the least that these reports leave for it. Parts come before wholes: no
    // number is part of itself.
    [[nodiscard]] std::vector<double> least_of(const std::vector<bool>& reports) const {
        std::vector<double> least(accounts_.reports.size(), -1);
        const auto visit = [&](const auto& again, Number number) -> double {
            if (least[number] >= 0) return least[number];
            least[number] = 0;  // ends a circle of parts, which would all be equal
            double most = 0;
            for (const std::uint32_t report : accounts_.reports[number]) {
                if (reports[report]) most = std::max(most, low(report));
            }
            for (const Adding& sum : sums_[number]) {
                double parts = 0;
                for (const Number part : sum.parts) parts += again(again, part);
                most = std::max(most, parts);
            }
            return least[number] = most;
        };
        for (Number number = 0; number < least.size(); ++number) visit(visit, number);
        return least;
    }

    void against(std::uint32_t most) {
        const Number number = accounts_.number_of[most];
        if (!exceeds(demanded_[number], high(most))) return;
        std::set<Set> seen;
        const auto visit = [&](const Demand& demand) {
            if (contains(demand.reports, most)) return true;
            Set reports = demand.reports;
            reduce(most, reports);
            if (seen.contains(reports)) return true;
            if (seen.size() == options_.max_results) return !(found_.partial = true);
            found_.sets.push_back(judged(most, reports));
            seen.insert(std::move(reports));
            return true;
        };
        each_demand(number, high(most), false, visit);
    }

    [[nodiscard]] static bool contains(const Set& reports, std::uint32_t report) {
        return std::ranges::binary_search(reports, report);
    }

    // Leaves out one after the other what is not needed. What is left depends on the order,
    // but every smallest set is met by a demand of its own.
    void reduce(std::uint32_t most, Set& reports) const {
        for (std::size_t i = reports.size(); i-- > 0;) {
            Set fewer = reports;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (exceeds(demanded_by(accounts_.number_of[most], fewer), high(most))) reports = std::move(fewer);
        }
    }

    [[nodiscard]] double demanded_by(Number number, const Set& reports) const {
        std::vector<bool> chosen(figures_.reports.size(), false);
        for (const std::uint32_t report : reports) chosen[report] = true;
        return least_of(chosen)[number];
    }

    [[nodiscard]] Contradiction judged(std::uint32_t most, const Set& reports) const {
        const Number number = accounts_.number_of[most];
        Contradiction made{.most = most, .least = reports, .excess = demanded_by(number, reports) - high(most)};
        if (reports.size() == 1) {
            const Report& other = figures_.reports[reports.front()];
            const Report& own = figures_.reports[most];
            if (accounts_.number_of[reports.front()] == number) {
                made.clash = Clash::differ;
            } else if (own.counting == Counting::total && other.counting == Counting::total &&
                       own.measure == other.measure && own.origin == other.origin) {
                made.clash = Clash::falls;
            }
        }
        return made;
    }

    using Visit = std::function<bool(const Demand&)>;

    // Ways to see that a number is more than `above`, the greater demands first; `visit` says
    // whether to go on. A way that cannot get above it, whatever the rest is, is not followed.
    // With `more`, what gets above it is added to as well: as a part of a sum it may have to.
    bool each_demand(Number number, double above, bool more, const Visit& visit) {
        if (!patience_.lasts()) return !(found_.partial = true);
        for (const std::uint32_t report : accounts_.reports[number]) {
            if (low(report) > 0 && exceeds(low(report), above) && !visit({low(report), {report}})) return false;
        }
        for (const Adding& sum : sums_[number]) {
            double all = 0;
            for (const Number part : sum.parts) all += demanded_[part];
            if (exceeds(all, above) && !each_choice(sum, 0, all, above, more, {}, visit)) return false;
        }
        return true;
    }

    // `left` is what the parts not chosen yet can add at most, with the chosen.
    bool each_choice(const Adding& sum, std::size_t next, double left, double above, bool more, const Demand& chosen,
                     const Visit& visit) {
        if (!patience_.lasts()) return !(found_.partial = true);
        if (next == sum.parts.size()) return true;
        const Number part = sum.parts[next];
        const double rest = left - demanded_[part];
        const auto with = [&](const Demand& demand) {
            Demand longer{chosen.least + demand.least, {}};
            std::ranges::set_union(chosen.reports, demand.reports, std::back_inserter(longer.reports));
            const bool enough = exceeds(longer.least, above);
            if (enough && !visit(longer)) return false;
            return (enough && !more) || each_choice(sum, next + 1, rest + demand.least, above, more, longer, visit);
        };
        if (demanded_[part] > 0 && !each_demand(part, std::max(above - rest, 0.0), true, with)) return false;
        return !exceeds(rest, above) || each_choice(sum, next + 1, rest, above, more, chosen, visit);
    }

    const Figures& figures_;
    const Accounts& accounts_;
    const ContradictionsOptions& options_;
    detail::Patience patience_;
    std::vector<std::vector<Adding>> sums_;  // by whole; the parts that can add most first
    std::vector<double> demanded_;           // by number, by all reports
    Contradictions found_;
};

}  // namespace

Contradictions contradictions(const Figures& figures, const Accounts& accounts, const ContradictionsOptions& options,
                              Monitor& monitor) {
    return Search{figures, accounts, options, monitor}.all();
}

}  // namespace coopnet::flows
