#pragma once

#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/tables/key_players.hpp>
#include <coopnet/view/csr.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace coopnet::brokerage {

/// A set and what it costs: the less the better.
struct KeySet {
    std::vector<Vertex> actors;
    double cost = std::numeric_limits<double>::infinity();
};

/// A good set of k by one actor after the other, then by swaps while they help.
///
/// A `Goal` says by `singles(chosen, patience, costs)` what each further actor would cost,
/// and false if the time ran out; by `cost(chosen)` what a set does; by `same(a, b)` which
/// costs are equal. Of equally good actors the first in its `order()` is taken.
template <class Goal>
class GreedySearch {
public:
    GreedySearch(const Goal& goal, detail::Patience& patience)
        : goal_(goal), order_(goal.order()), patience_(patience) {}

    [[nodiscard]] KeySet run(std::uint32_t k) {
        KeySet set;
        while (set.actors.size() < k && add(set)) {
        }
        if (set.actors.size() < k) return filled_up(std::move(set), k);
        while (swap_any(set)) {
        }
        return set;
    }

private:
    [[nodiscard]] bool better(double a, double b) const { return a < b && !goal_.same(a, b); }

    [[nodiscard]] Vertex best_beside(std::span<const Vertex> chosen) {
        goal_.singles(chosen, patience_, costs_);
        Vertex best = order_.front();
        for (const Vertex v : order_) {
            if (better(costs_[v], costs_[best])) best = v;
        }
        return best;
    }
    bool add(KeySet& set) {
        const Vertex next = best_beside(set.actors);
        if (patience_.spent()) return false;
        set.actors.push_back(next);
        set.cost = costs_[next];
        return true;
    }
    bool swap_any(KeySet& set) {
        bool helped = false;
        for (std::size_t i = 0; i < set.actors.size() && !patience_.spent(); ++i) {
            std::vector<Vertex> others = set.actors;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
            const Vertex next = best_beside(others);
            if (patience_.spent() || !better(costs_[next], set.cost)) continue;
            set.actors[i] = next;
            set.cost = costs_[next];
            helped = true;
        }
        return helped;
    }
    // Out of time: the first in the order are as good a guess as any.
    [[nodiscard]] KeySet filled_up(KeySet set, std::uint32_t k) const {
        for (const Vertex v : order_) {
            if (set.actors.size() == k) break;
            if (std::ranges::find(set.actors, v) == set.actors.end()) set.actors.push_back(v);
        }
        set.cost = goal_.cost(set.actors, patience_.monitor());
        return set;
    }

    const Goal& goal_;
    std::vector<Vertex> order_;
    detail::Patience& patience_;
    std::vector<double> costs_;
};

/// All best sets of k: each actor in the order of the goal is taken or left, and what
/// cannot be as good as the best known is not looked at.
///
/// The goal's `Bounds(goal, chosen, left)` say by `now()` what any set costs at least that
/// takes `left` more actors, none of them told to `keep()`.
template <class Goal>
class KeySearch {
public:
    KeySearch(const Goal& goal, std::uint32_t k, std::uint64_t max_results, detail::Patience& patience)
        : goal_(goal), order_(goal.order()), k_(k), max_results_(max_results), patience_(patience) {}

    void run(KeySet known) {
        known_ = std::move(known);
        best_ = known_.cost;
        patience_.monitor().expect(order_.size());
        std::vector<Vertex> chosen;
        descend(chosen, 0, k_);
        if (sets_.empty()) sets_.push_back(known_.actors);
        for (auto& set : sets_) std::ranges::sort(set);
        std::ranges::sort(sets_);
    }

    [[nodiscard]] const std::vector<std::vector<Vertex>>& sets() const noexcept { return sets_; }
    [[nodiscard]] double best() const noexcept { return best_; }
    /// What any set costs at least, looked at or not.
    [[nodiscard]] double bound() const noexcept { return std::min(best_, open_); }
    [[nodiscard]] bool partial() const noexcept { return patience_.spent() || cut_short_; }

private:
    using Bounds = typename Goal::Bounds;

    // With as many sets as asked for, only a better one is of interest.
    bool ruled_out(double bound) {
        const bool same = goal_.same(bound, best_);
        if (sets_.size() < max_results_) return bound > best_ && !same;
        cut_short_ = cut_short_ || same;
        return bound > best_ || same;
    }

    void consider(const std::vector<Vertex>& chosen, Vertex last, double cost) {
        const bool same = goal_.same(cost, best_);
        if (cost > best_ && !same) return;
        if (!same) {
            best_ = cost;
            sets_.clear();
            cut_short_ = false;
        }
        if (sets_.size() == max_results_) {
            cut_short_ = true;
            return;
        }
        sets_.push_back(chosen);
        sets_.back().push_back(last);
    }

    // NOLINTNEXTLINE(misc-no-recursion): k deep
    void descend(std::vector<Vertex>& chosen, std::size_t start, std::uint32_t left) {
        Bounds bounds{goal_, chosen, left};
        for (std::size_t i = 0; i < start; ++i) {
            if (std::ranges::find(chosen, order_[i]) == chosen.end()) bounds.keep(order_[i]);
        }
        if (left == 1) {
            take_last(chosen, start, bounds);
            return;
        }
        for (std::size_t i = start; i + left <= order_.size(); ++i) {
            const double bound = bounds.now();
            if (ruled_out(bound)) return;
            if (!patience_.lasts(goal_.effort())) {
                open_ = std::min(open_, bound);
                return;
            }
            chosen.push_back(order_[i]);
            descend(chosen, i + 1, left - 1);
            chosen.pop_back();
            if (patience_.spent()) {
                open_ = std::min(open_, bound);
                return;
            }
            bounds.keep(order_[i]);
            if (chosen.empty()) patience_.monitor().advance();
        }
    }

    void take_last(const std::vector<Vertex>& chosen, std::size_t start, const Bounds& bounds) {
        const double bound = bounds.now();
        if (ruled_out(bound)) return;
        std::vector<double> costs;
        const bool all = goal_.singles(chosen, patience_, costs);
        if (!all) open_ = std::min(open_, bound);
        for (std::size_t i = start; i < order_.size(); ++i) {
            // Without time some costs are unknown, and infinite.
            if (costs[order_[i]] < std::numeric_limits<double>::infinity())
                consider(chosen, order_[i], costs[order_[i]]);
        }
    }

    const Goal& goal_;
    std::vector<Vertex> order_;
    std::uint32_t k_;
    std::uint64_t max_results_;
    detail::Patience& patience_;
    KeySet known_;
    std::vector<std::vector<Vertex>> sets_;
    double best_ = std::numeric_limits<double>::infinity();
    double open_ = std::numeric_limits<double>::infinity();
    bool cut_short_ = false;
};

}  // namespace coopnet::brokerage
