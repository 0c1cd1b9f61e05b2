#pragma once

#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/tables/interdiction.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace coopnet::flows {

/// What is decided of each edge or vertex so far.
enum class Fate : std::uint8_t { open, taken, kept };

/// What a flow or a way rests on: something open, its price, and how much it carries.
struct Rests {
    std::uint32_t id = 0;
    double price = 0;
    double amount = 0;
};

/// What is left when some are taken: the less it costs the better. To get less, one of those it
/// rests on must be taken.
struct Look {
    double cost = 0;
    std::vector<Rests> rests;
};

/// What any set costs at least, and a set that may be good.
struct Outlook {
    double bound = 0;
    std::vector<std::uint32_t> set;
};

/// All best sets within a budget, of which nothing can be spared: what is left without a set rests on
/// some of the others, and one of these is taken or all are kept; what cannot be as good as the best
/// known is not looked at.
///
/// A `Goal` says by `look(fates, prices)` what is left, by `same(a, b)` which costs are equal, by
/// `least()` what cost cannot be bettered, by `effort()` how many steps a look takes, and by
/// `outlook(look, budget, fates, prices)` what comes of taking more of what is open within the budget.
/// Prices are by id; what has an infinite one is not to be had.
template <class Goal>
class Taking {
public:
    Taking(Goal& goal, std::span<const double> prices, std::uint64_t max_results, detail::Patience& patience)
        : goal_(goal),
          prices_(prices),
          max_results_(max_results),
          patience_(patience),
          fates_(prices.size(), Fate::open) {}

    void run(double budget) {
        descend(budget, goal_.least());
        if (sets_.empty()) sets_.push_back(without_spares(known_));
        for (auto& set : sets_) std::ranges::sort(set);
        std::ranges::sort(sets_);
    }

    [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& sets() const noexcept { return sets_; }
    [[nodiscard]] double before() const noexcept { return before_; }
    [[nodiscard]] double best() const noexcept { return best_; }
    [[nodiscard]] double bound() const noexcept { return std::min(best_, open_); }
    [[nodiscard]] bool partial() const noexcept { return stopped_ || cut_short_; }

private:
    [[nodiscard]] bool worse(double cost) const { return cost > best_ && !goal_.same(cost, best_); }

    // With as many sets as asked for, only a better one is of interest.
    bool ruled_out(double bound) {
        if (sets_.size() < max_results_) return worse(bound);
        const bool same = goal_.same(bound, best_);
        cut_short_ = cut_short_ || same;
        return same || bound > best_;
    }
    void stop(double bound) {
        stopped_ = true;
        open_ = std::min(open_, bound);
    }

    void consider(double cost) {
        if (worse(cost)) return;
        if (!goal_.same(cost, best_)) {
            sets_.clear();
            cut_short_ = false;
            best_ = cost;
            known_ = chosen_;
        }
        if (sets_.size() == max_results_) {
            cut_short_ = true;
            return;
        }
        if (!has_spare(cost)) sets_.push_back(chosen_);
    }

    // Something to begin with, should the time be short.
    static std::vector<std::uint32_t> within(const std::vector<Rests>& rests, double budget) {
        std::vector<std::uint32_t> set;
        for (const Rests& rest : rests) {
            if (rest.price > budget) continue;
            budget -= rest.price;
            set.push_back(rest.id);
        }
        return set;
    }

    // It only lowers what is known: sets are listed in the order in which they are come by.
    void try_out(const std::vector<std::uint32_t>& set) {
        if (set.empty()) return;
        std::vector<Fate> fates = fates_;
        for (const std::uint32_t id : set) fates[id] = Fate::taken;
        const double cost = goal_.look(fates, prices_).cost;
        if (cost >= best_ || goal_.same(cost, best_)) return;
        best_ = cost;
        sets_.clear();
        cut_short_ = false;
        known_ = chosen_;
        known_.insert(known_.end(), set.begin(), set.end());
    }

    // Would it be as good without one of them?
    bool has_spare(double cost) {
        std::vector<Fate> fates = fates_;
        return std::ranges::any_of(chosen_, [&](std::uint32_t id) {
            fates[id] = Fate::open;
            const double without = goal_.look(fates, prices_).cost;
            fates[id] = Fate::taken;
            return goal_.same(without, cost);
        });
    }
    std::vector<std::uint32_t> without_spares(std::vector<std::uint32_t> set) {
        std::vector<Fate> fates(fates_.size(), Fate::open);
        for (const std::uint32_t id : set) fates[id] = Fate::taken;
        std::erase_if(set, [&](std::uint32_t id) {
            fates[id] = Fate::open;
            const bool spare = goal_.same(goal_.look(fates, prices_).cost, best_);
            if (!spare) fates[id] = Fate::taken;
            return spare;
        });
        return set;
    }

    // NOLINTNEXTLINE(misc-no-recursion): as deep as a set is large
    void descend(double budget, double floor) {
        Look look = goal_.look(fates_, prices_);
        if (chosen_.empty()) {
            best_ = before_ = look.cost;
            patience_.monitor().expect(look.rests.size());
        }
        consider(look.cost);
        std::erase_if(look.rests, [&](const Rests& rest) { return rest.price > budget; });
        if (look.rests.empty() || look.cost <= goal_.least()) return;
        const Outlook outlook = goal_.outlook(look, budget, fates_, prices_);
        try_out(chosen_.empty() && outlook.set.empty() ? within(look.rests, budget) : outlook.set);
        const double bound = std::max(floor, outlook.bound);
        if (ruled_out(bound)) return;
        for (const Rests& rest : look.rests) {
            if (!patience_.lasts(goal_.effort())) {
                stop(bound);
                break;
            }
            fates_[rest.id] = Fate::taken;
            chosen_.push_back(rest.id);
            descend(budget - rest.price, bound);
            chosen_.pop_back();
            fates_[rest.id] = Fate::kept;
            if (chosen_.empty()) patience_.monitor().advance();
        }
        for (const Rests& rest : look.rests) fates_[rest.id] = Fate::open;
    }

    Goal& goal_;
    std::span<const double> prices_;
    std::uint64_t max_results_;
    detail::Patience& patience_;
    std::vector<Fate> fates_;
    std::vector<std::uint32_t> chosen_, known_;
    std::vector<std::vector<std::uint32_t>> sets_;
    double before_ = 0;
    double best_ = std::numeric_limits<double>::infinity();
    double open_ = std::numeric_limits<double>::infinity();
    bool stopped_ = false;
    bool cut_short_ = false;
};

}  // namespace coopnet::flows
