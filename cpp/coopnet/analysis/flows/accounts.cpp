#include <coopnet/analysis/flows/accounts.hpp>

#include <coopnet/analysis/detail/maximal_cliques.hpp>
#include <coopnet/view/csr.hpp>

#include <boost/dynamic_bitset.hpp>
#include <boost/pending/disjoint_sets.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

namespace coopnet::flows {
namespace {

using Number = std::uint32_t;
using Numbers = std::vector<Number>;
using Places = boost::dynamic_bitset<>;

constexpr std::uint64_t most_sums = 1000;
constexpr std::size_t most_related = 3000;  // each is compared with each

InvalidOption too_many(std::size_t numbers) {
    return InvalidOption{"There are " + std::to_string(numbers) +
                         " numbers that may be parts of each other; at most 3,000 can be related. Leave some out, or "
                         "give them measures of their own."};
}

bool one_day(const Report& report) {
    return report.counting == Counting::flow || report.days.earliest == report.days.latest;
}

class Ledger {
public:
    Ledger(const Figures& figures, Monitor& monitor) : figures_(figures), patience_(monitor, std::nullopt) {}

    Accounts all() {
        number();
        relate();
        add_sums();
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
            if (numbers.size() > most_related) throw too_many(numbers.size());
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

    [[nodiscard]] static bool contains(const Numbers& few, Number number) {
        return std::ranges::find(few, number) != few.end();
    }

    // --- the sums ----------------------------------------------------------------------
    // Numbers that have to do with each other, and by their places who is part of whom, and
    // who counts nobody that the other counts.
    struct Family {
        Numbers numbers;
        std::vector<Places> parts;
        std::vector<Places> apart;
    };

    void add_sums() {
        for (Numbers& numbers : families()) {
            const Family family = related(std::move(numbers));
            for (std::size_t whole = 0; whole < family.numbers.size(); ++whole) add_sums(family, whole);
        }
        std::ranges::stable_sort(made_.sums, {}, &Adding::whole);
    }

    [[nodiscard]] std::vector<Numbers> families() const {
        std::vector<std::uint32_t> ranks(made_.reports.size());
        std::vector<Number> heads(made_.reports.size());
        std::iota(heads.begin(), heads.end(), 0U);
        boost::disjoint_sets<std::uint32_t*, Number*> sets(ranks.data(), heads.data());
        for (Number whole = 0; whole < parts_.size(); ++whole) {
            for (const Number part : parts_[whole]) sets.union_set(whole, part);
        }
        std::map<Number, Numbers> by_head;
        for (Number number = 0; number < heads.size(); ++number) by_head[sets.find_set(number)].push_back(number);
        std::vector<Numbers> families;
        for (auto& [head, numbers] : by_head) families.push_back(std::move(numbers));
        return families;
    }

    [[nodiscard]] Family related(Numbers numbers) {
        const std::size_t size = numbers.size();
        if (size > most_related) throw too_many(size);
        Family family{std::move(numbers), std::vector(size, Places(size)), std::vector(size, Places(size))};
        for (std::size_t i = 0; i < size; ++i) {
            patience_.lasts(size);
            for (const Number part : parts_[family.numbers[i]]) {
                const auto place = std::ranges::lower_bound(family.numbers, part) - family.numbers.begin();
                family.parts[i].set(static_cast<std::size_t>(place));
            }
            for (std::size_t j = 0; j < i; ++j) {
                if (!share_no_one(family.numbers[i], family.numbers[j])) continue;
                family.apart[i].set(j);
                family.apart[j].set(i);
            }
        }
        close(family);
        return family;
    }

    // A part of a part is a part.
    void close(Family& family) {
        std::vector<bool> begun(family.numbers.size(), false);
        const auto visit = [&](const auto& again, std::size_t whole) -> void {
            begun[whole] = true;
            const Places own = family.parts[whole];
            for (auto part = own.find_first(); part != Places::npos; part = own.find_next(part)) {
                if (!begun[part]) again(again, part);
                family.parts[whole] |= family.parts[part];
            }
            Numbers& listed = parts_[family.numbers[whole]];
            listed.clear();
            const Places& all = family.parts[whole];
            for (auto part = all.find_first(); part != Places::npos; part = all.find_next(part)) {
                listed.push_back(family.numbers[part]);
            }
        };
        for (std::size_t whole = 0; whole < family.numbers.size(); ++whole) {
            if (!begun[whole]) visit(visit, whole);
        }
    }

    void add_sums(const Family& family, std::size_t whole) {
        const std::vector<std::size_t> parts = worth_adding(family, family.parts[whole]);
        // What goes together with all others stands in every sum.
        std::vector<std::size_t> always;
        std::vector<std::size_t> some;
        for (const std::size_t part : parts) {
            const bool with_all = std::ranges::all_of(
                parts, [&](std::size_t other) { return part == other || family.apart[part][other]; });
            (with_all ? always : some).push_back(part);
        }
        for (const auto& members : together(family, some)) {
            Adding sum{.whole = family.numbers[whole], .parts = {}};
            for (const std::size_t part : always) sum.parts.push_back(family.numbers[part]);
            for (const Vertex v : members) sum.parts.push_back(family.numbers[some[v]]);
            std::ranges::sort(sum.parts);
            if (!sum.parts.empty()) made_.sums.push_back(std::move(sum));
        }
    }

    // The largest sets of which no two count the same persons; one empty set of nothing.
    [[nodiscard]] std::vector<std::vector<Vertex>> together(const Family& family,
                                                            const std::vector<std::size_t>& parts) {
        if (parts.empty()) return {{}};
        std::vector<EdgeSpec> edges;
        for (Vertex i = 0; i < parts.size(); ++i) {
            for (Vertex j = i + 1; j < parts.size(); ++j) {
                if (family.apart[parts[i]][parts[j]]) edges.push_back({i, j});
            }
        }
        const Ugraph graph(static_cast<std::uint32_t>(parts.size()), std::move(edges));
        std::vector<Vertex> order(parts.size());
        std::iota(order.begin(), order.end(), 0U);
        auto found = detail::maximal_cliques(graph, order, {.max_results = most_sums}, patience_);
        made_.partial = made_.partial || found.partial;
        return std::move(found.members);
    }

    // A part of a part adds nothing where the latter goes together with all that it does itself.
    [[nodiscard]] std::vector<std::size_t> worth_adding(const Family& family, const Places& parts) {
        std::vector<std::size_t> all;
        for (auto part = parts.find_first(); part != Places::npos; part = parts.find_next(part)) all.push_back(part);
        std::vector<std::size_t> largest_first = all;
        std::ranges::stable_sort(largest_first, std::greater{},
                                 [&](std::size_t part) { return parts_[family.numbers[part]].size(); });
        std::vector<std::size_t> kept;
        for (const std::size_t part : all) {
            patience_.lasts(all.size());
            const Places together = family.apart[part] & parts;
            const auto replaces = [&](std::size_t larger) {
                return family.parts[larger][part] && together.is_subset_of(family.parts[larger] | family.apart[larger]);
            };
            if (std::ranges::none_of(largest_first, replaces)) kept.push_back(part);
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
