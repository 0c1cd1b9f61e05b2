#include <coopnet/analysis/cohesion/core_search.hpp>

#include <coopnet/core/random.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

namespace coopnet::cohesion {
namespace {

// Finds a good core by moves that help, and some that at first do not.
class Improving {
public:
    Improving(const Cells& cells, const Pattern& pattern, Monitor& monitor)
        : cells_(cells), pattern_(pattern), monitor_(monitor), core_(cells, pattern), best_{core_.members()} {}

    [[nodiscard]] const FittingCore& best() const noexcept { return best_; }

    // The first so many of the most tied.
    void from_most_tied() {
        for (const Vertex v : cells_.by_ties()) {
            core_.move(v);
            remember();
        }
        core_.become(best_.members);
        improve();
    }
    // Half of the core leaves, as many others may enter.
    void shaken(Random random) {
        core_.become(best_.members);
        for (Vertex v = 0; v < cells_.count(); ++v) {
            if (!best_.members[v] || random.below(2) == 0) continue;
            if (core_.has(v)) core_.move(v);
            enter(random.below(cells_.count()));
        }
        improve();
    }
    // Anybody, up to twice as many as are in the core.
    void from_anybody(Random random) {
        const auto most = static_cast<std::uint32_t>(2 * std::ranges::count(best_.members, true));
        core_.become(std::vector<bool>(cells_.count(), false));
        for (std::uint32_t left = 1 + random.below(most); left > 0; --left) enter(random.below(cells_.count()));
        improve();
    }

private:
    void enter(Vertex v) noexcept {
        if (!core_.has(v)) core_.move(v);
    }
    void remember() {
        if (const double fit = core_.fit(); fit > best_.fit + rounding) best_ = {core_.members(), fit};
    }

    // Each actor moves at most once, always the one whose move fits best; what fitted best is gone back to.
    void improve() {
        constexpr std::size_t vain_moves = 50;
        std::vector<bool> moved(cells_.count(), false);
        for (bool improved = true; improved;) {
            improved = false;
            moved.assign(moved.size(), false);
            double fit = core_.fit();
            std::vector<Vertex> moves;
            std::size_t kept = 0;
            for (Vertex v = next(moved); v < cells_.count() && moves.size() < kept + vain_moves; v = next(moved)) {
                monitor_.check();
                core_.move(v);
                moved[v] = true;
                moves.push_back(v);
                if (const double now = core_.fit(); now > fit + rounding) {
                    fit = now;
                    kept = moves.size();
                    improved = true;
                }
            }
            while (moves.size() > kept) {
                core_.move(moves.back());
                moves.pop_back();
            }
            remember();
        }
    }

    // Of equally good moves that of the first actor; the count of actors if nobody is left.
    [[nodiscard]] Vertex next(const std::vector<bool>& moved) const {
        const auto larger = pattern_.ideal(core_.size() + 1);
        const auto smaller = pattern_.ideal(core_.size() - 1);
        const auto fit_after = [&](Vertex v) { return core_.fit_after(v, core_.has(v) ? smaller : larger); };
        const auto all = [](Vertex) { return true; };
        if (!pattern_.has_between()) return best_of(moved, all, fit_after);
        // Of one size, more agreement is a better fit.
        const auto outside = [&](Vertex v) { return !core_.has(v); };
        const auto inside = [&](Vertex v) { return core_.has(v); };
        const Vertex enters = best_of(moved, outside, [&](Vertex v) { return core_.gain(v); });
        const Vertex leaves = best_of(moved, inside, [&](Vertex v) { return -core_.gain(v); });
        if (enters == cells_.count()) return leaves;
        if (leaves == cells_.count()) return enters;
        return fit_after(leaves) > fit_after(enters) ? leaves : enters;
    }
    template <class Among, class Worth>
    [[nodiscard]] Vertex best_of(const std::vector<bool>& moved, const Among& among, const Worth& worth) const {
        Vertex best = cells_.count();
        double most = undefined;
        for (Vertex v = 0; v < cells_.count(); ++v) {
            if (moved[v] || !among(v)) continue;
            const double now = worth(v);
            if (best != cells_.count() && now <= most) continue;
            best = v;
            most = now;
        }
        return best;
    }

    const Cells& cells_;
    const Pattern& pattern_;
    Monitor& monitor_;
    Core core_;
    FittingCore best_;
};

// Decides for one actor after the other whether it is in the core, and leaves out what
// cannot fit better than the best known.
//
// A core's ties agree with the pattern by what each actor gains as it enters. If ties across
// count at least half, no gain grows as others enter; else by half of its ties with them at
// most for each of the two. So the highest of these gains, as many as are to enter, bound it.
class Ruling {
public:
    Ruling(const Cells& cells, const Pattern& pattern, std::uint64_t effort, Monitor& monitor)
        : cells_(cells),
          pattern_(pattern),
          effort_(effort),
          monitor_(monitor),
          order_(cells.by_ties()),
          place_of_(cells.count()),
          core_(cells, pattern),
          to_open_(cells.count()) {
        for (Vertex v = 0; v < cells.count(); ++v) to_open_[v] = cells.of_actor[v].values;
        for (std::size_t i = 0; i < order_.size(); ++i) place_of_[order_[i]] = i;
    }

    BestCore run(FittingCore known) {
        best_ = std::move(known);
        decide(0);
        const bool exact = open_ <= best_.fit + rounding;
        return {best_, exact ? best_.fit : open_, exact};
    }

private:
    // NOLINTNEXTLINE(misc-no-recursion): as deep as there are actors, few enough for the effort to pay
    void decide(std::size_t place) {
        const double bound = most(place);
        if (bound <= best_.fit + rounding) return;
        if (place == order_.size()) {
            best_ = {core_.members(), core_.fit()};
            return;
        }
        if (effort_ == 0) {
            open_ = std::max(open_, bound);
            return;
        }
        monitor_.check();
        const Vertex v = order_[place];
        spend(1 + cells_.offsets[v + 1] - cells_.offsets[v]);
        open(v, -1);
        core_.move(v);
        decide(place + 1);
        core_.move(v);
        const double before = out_;
        out_ += outside_ties(v, place);
        decide(place + 1);
        out_ = before;
        open(v, 1);
    }

    // An actor whose place is decided, or open again.
    void open(Vertex v, double sign) noexcept {
        cells_.each(v, [&](Vertex other, Sum tie) { to_open_[other] += sign * tie.values; });
    }
    // Its ties with those who were decided to be peripheral before.
    [[nodiscard]] double outside_ties(Vertex v, std::size_t place) const {
        double sum = 0;
        cells_.each(v, [&](Vertex other, Sum tie) {
            if (!core_.has(other) && place_of_[other] < place) sum += tie.values;
        });
        return sum;
    }

    // What any core at most fits that has those decided so far.
    [[nodiscard]] double most(std::size_t place) {
        if (place == order_.size()) return core_.fit();
        if (!pattern_.has_between()) return 1;
        gains_.clear();
        for (std::size_t i = place; i < order_.size(); ++i) {
            const Vertex v = order_[i];
            const double later = std::max(0.0, (1 - (2 * pattern_.between())) / 2) * to_open_[v];
            gains_.push_back(core_.gain(v) + later);
        }
        std::ranges::sort(gains_, std::ranges::greater{});
        spend(gains_.size() * 4);
        double agree = pattern_.agreement(core_.inside(), core_.across());
        double most = fit_at_most(core_.size(), agree);
        for (std::size_t more = 0; more < gains_.size(); ++more) {
            agree += gains_[more];
            most = std::max(most, fit_at_most(core_.size() + static_cast<std::uint32_t>(more + 1), agree));
        }
        return std::min(1.0, most);
    }
    // Ties among peripheral actors agree with nothing; no tie agrees with more than the pattern has.
    [[nodiscard]] double fit_at_most(std::uint32_t size, double agree) const noexcept {
        const auto ideal = pattern_.ideal(size);
        return pattern_.fit(ideal, std::min({agree, cells_.all.values - out_, cells_.largest * ideal.sum}));
    }
    void spend(std::uint64_t steps) noexcept { effort_ -= std::min(effort_, steps); }

    const Cells& cells_;
    const Pattern& pattern_;
    std::uint64_t effort_;
    Monitor& monitor_;
    std::vector<Vertex> order_;
    std::vector<std::size_t> place_of_;  // in this order
    Core core_;
    std::vector<double> to_open_;  // by actor: its ties with those not decided yet
    double out_ = 0;               // the ties among those decided to be peripheral
    FittingCore best_;
    double open_ = undefined;  // what cores not looked at may fit
    std::vector<double> gains_;
};

// Without a bound only all cores prove anything; with one, a step alone looks at all actors.
std::uint64_t worthwhile(std::uint64_t effort, std::uint32_t actors, bool has_bound) noexcept {
    constexpr std::uint32_t most_actors = 10'000;
    const bool worth = has_bound ? actors <= most_actors : actors < 64 && effort >> actors > 0;
    return worth ? effort : 0;
}

}  // namespace

FittingCore find_core(const Cells& cells, const Pattern& pattern, std::uint32_t restarts, std::uint64_t seed,
                      Monitor& monitor) {
    Improving improving{cells, pattern, monitor};
    improving.from_most_tied();
    for (std::uint32_t round = 0; round < restarts && improving.best().fit > undefined; ++round) {
        monitor.advance();
        const Random random{seed, round};
        round % 2 == 0 ? improving.shaken(random) : improving.from_anybody(random);
    }
    return improving.best();
}

BestCore rule_out(const Cells& cells, const Pattern& pattern, FittingCore known, std::uint64_t effort,
                  Monitor& monitor) {
    effort = worthwhile(effort, cells.count(), pattern.has_between());
    return Ruling{cells, pattern, effort, monitor}.run(std::move(known));
}

}  // namespace coopnet::cohesion
