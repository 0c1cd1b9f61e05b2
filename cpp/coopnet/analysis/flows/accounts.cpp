#include <coopnet/analysis/flows/accounts.hpp>

#include <coopnet/analysis/detail/maximal_cliques.hpp>
#include <coopnet/view/csr.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace coopnet::flows {
namespace {

using Number = std::uint32_t;
using Numbers = std::vector<Number>;

constexpr std::uint64_t most_sums = 1000;

bool one_day(const Report& report) {
    return report.counting == Counting::flow ? !report.coarse : report.days.earliest == report.days.latest;
}

class Ledger {
public:
    Ledger(const Figures& figures, Monitor& monitor) : figures_(figures), patience_(monitor, std::nullopt) {}

    Accounts all() {
        number();
        relate();
        for (Number whole = 0; whole < made_.reports.size(); ++whole) add_sums(whole);
        made_.parts = std::move(parts_);
        return std::move(made_);
    }

private:
    [[nodiscard]] const Report& report(Number number) const { return figures_.reports[made_.reports[number].front()]; }

    // --- which reports are of one number -----------------------------------------------
    void number() {
        const auto& reports = figures_.reports;
        std::map<std::tuple<std::uint32_t, std::uint32_t, Counting, std::optional<std::uint32_t>,
                            std::optional<std::uint32_t>, Day, Day, std::uint32_t>,
                 Number>
            numbers;
        for (std::uint32_t i = 0; i < reports.size(); ++i) {
            const Report& r = reports[i];
            // A stock of an unknown day is a number of its own.
            const std::uint32_t apart = one_day(r) ? depth(i) : static_cast<std::uint32_t>(reports.size()) + i;
            const auto fresh = static_cast<Number>(made_.reports.size());
            const auto [at, is_fresh] = numbers.try_emplace(
                {r.measure, r.group, r.counting, r.origin, r.destination, r.days.earliest, r.days.latest, apart},
                fresh);
            if (is_fresh) made_.reports.emplace_back();
            made_.reports[at->second].push_back(i);
            made_.number_of.push_back(at->second);
        }
    }

    // How many wholes above a report look the same as it does.
    [[nodiscard]] std::uint32_t depth(std::uint32_t i) const {
        const auto& reports = figures_.reports;
        std::uint32_t same = 0;
        for (auto above = reports[i].part_of; above; above = reports[*above].part_of) {
            const Report& a = reports[i];
            const Report& b = reports[*above];
            same += a.measure == b.measure && a.group == b.group && a.counting == b.counting && a.origin == b.origin &&
                    a.destination == b.destination && a.days == b.days;
        }
        return same;
    }

    // --- which numbers are part of which -----------------------------------------------
    void relate() {
        const std::size_t n = made_.reports.size();
        parts_.resize(n);
        said_wholes_.resize(n);
        for (Number part = 0; part < n; ++part) {
            for (const std::uint32_t i : made_.reports[part]) {
                if (const auto whole = figures_.reports[i].part_of)
                    said_wholes_[part].push_back(made_.number_of[*whole]);
            }
        }
        std::map<std::tuple<std::uint32_t, std::uint32_t, Counting>, Numbers> alike;
        for (Number i = 0; i < n; ++i) alike[{report(i).measure, report(i).group, report(i).counting}].push_back(i);
        for (const auto& [key, numbers] : alike) {
            patience_.lasts(numbers.size() * numbers.size());
            for (const Number part : numbers) {
                for (const Number whole : numbers) {
                    if (part != whole && counted_in(report(part), report(whole))) parts_[whole].push_back(part);
                }
            }
        }
        for (Number part = 0; part < n; ++part) {
            for (const Number whole : said_wholes_[part]) {
                if (whole != part) parts_[whole].push_back(part);
            }
        }
        for (Numbers& parts : parts_) {
            std::ranges::sort(parts);
            parts.erase(std::ranges::unique(parts).begin(), parts.end());
        }
        close();
    }

    // A part of a part is a part.
    void close() {
        std::vector<std::uint8_t> state(parts_.size(), 0);
        const auto visit = [&](const auto& again, Number whole) -> void {
            state[whole] = 1;
            Numbers all = parts_[whole];
            for (const Number part : parts_[whole]) {
                if (state[part] == 0) again(again, part);
                if (state[part] == 2) all.insert(all.end(), parts_[part].begin(), parts_[part].end());
            }
            std::ranges::sort(all);
            all.erase(std::ranges::unique(all).begin(), all.end());
            parts_[whole] = std::move(all);
            state[whole] = 2;
        };
        for (Number whole = 0; whole < parts_.size(); ++whole) {
            if (state[whole] == 0) visit(visit, whole);
        }
    }

    [[nodiscard]] bool counted_in(const Report& part, const Report& whole) const {
        return lies_in(part.origin, whole.origin) && lies_in(part.destination, whole.destination) &&
               days_in(part, whole) && !same_number(part, whole);
    }

    [[nodiscard]] static bool same_number(const Report& a, const Report& b) {
        return a.origin == b.origin && a.destination == b.destination && a.days == b.days;
    }

    [[nodiscard]] bool lies_in(std::optional<std::uint32_t> place, std::optional<std::uint32_t> whole) const {
        if (!whole) return true;
        return place && std::ranges::find(figures_.within[*place], *whole) != figures_.within[*place].end();
    }

    [[nodiscard]] static bool days_in(const Report& part, const Report& whole) {
        const Date& p = part.days;
        const Date& w = whole.days;
        switch (part.counting) {
            case Counting::flow:
                return p.earliest != first_day && p.latest != last_day && w.earliest != first_day &&
                       w.earliest <= p.earliest && p.latest <= w.latest;
            case Counting::stock:
                return p.earliest == p.latest && p == w;
            default:  // so far
                return p.latest <= w.earliest;
        }
    }

    // --- which parts count nobody twice ------------------------------------------------
    [[nodiscard]] bool share_no_one(Number a, Number b) const {
        const Report& p = report(a);
        const Report& q = report(b);
        if (p.measure != q.measure) return p.arrivals != 0 && p.arrivals == q.arrivals && at_other_times(p, q);
        if (p.group != q.group) {
            return p.group != 0 && q.group != 0 && p.counting == q.counting &&
                   std::ranges::any_of(said_wholes_[a], [&](Number whole) { return contains(said_wholes_[b], whole); });
        }
        return apart(p.origin, q.origin) || apart(p.destination, q.destination) || at_other_times(p, q);
    }

    [[nodiscard]] bool apart(std::optional<std::uint32_t> a, std::optional<std::uint32_t> b) const {
        return a && b && !lies_in(a, b) && !lies_in(b, a);
    }

    [[nodiscard]] static bool at_other_times(const Report& p, const Report& q) {
        const auto ends_before = [](const Report& first, const Report& second) {
            return second.counting == Counting::flow && first.counting != Counting::stock &&
                   first.days.latest < second.days.earliest;
        };
        return ends_before(p, q) || ends_before(q, p);
    }

    [[nodiscard]] static bool contains(const Numbers& sorted_or_few, Number number) {
        return std::ranges::find(sorted_or_few, number) != sorted_or_few.end();
    }

    // --- the sums ----------------------------------------------------------------------
    void add_sums(Number whole) {
        const Numbers parts = worth_adding(parts_[whole]);
        const Ugraph graph = apart_from_each_other(parts);
        std::vector<Vertex> order(parts.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto found = detail::maximal_cliques(graph, order, {.max_results = most_sums}, patience_);
        made_.partial = made_.partial || found.partial;
        for (const auto& members : found.members) {
            Adding sum{.whole = whole, .parts = {}};
            for (const Vertex v : members) sum.parts.push_back(parts[v]);
            made_.sums.push_back(std::move(sum));
        }
    }

    [[nodiscard]] Ugraph apart_from_each_other(const Numbers& parts) {
        patience_.lasts(parts.size() * parts.size());
        std::vector<EdgeSpec> edges;
        for (Vertex i = 0; i < parts.size(); ++i) {
            for (Vertex j = i + 1; j < parts.size(); ++j) {
                if (share_no_one(parts[i], parts[j])) edges.push_back({i, j});
            }
        }
        return {static_cast<std::uint32_t>(parts.size()), std::move(edges)};
    }

    // A part of a part adds nothing where the latter goes together with all that it does itself.
    [[nodiscard]] Numbers worth_adding(const Numbers& parts) {
        Numbers kept;
        for (const Number part : parts) {
            patience_.lasts(parts.size());
            const auto replaced_by = [&](Number larger) {
                return contains(parts_[larger], part) && std::ranges::all_of(parts, [&](Number other) {
                           return !share_no_one(part, other) || contains(parts_[larger], other) ||
                                  share_no_one(larger, other);
                       });
            };
            if (std::ranges::none_of(parts, replaced_by)) kept.push_back(part);
        }
        return kept;
    }

    const Figures& figures_;
    detail::Patience patience_;
    Accounts made_;
    std::vector<Numbers> parts_;        // by whole: all numbers in it
    std::vector<Numbers> said_wholes_;  // by part: the wholes that reports name
};

}  // namespace

Accounts accounts(const Figures& figures, Monitor& monitor) {
    return Ledger{figures, monitor}.all();
}

}  // namespace coopnet::flows
