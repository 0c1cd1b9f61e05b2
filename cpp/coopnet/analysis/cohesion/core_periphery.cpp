#include <coopnet/analysis/cohesion/core_periphery.hpp>

#include <coopnet/analysis/detail/contacts.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/random.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

namespace coopnet::cohesion {
namespace {

constexpr double undefined = -std::numeric_limits<double>::infinity();
constexpr double rounding = 1e-12;

// A sum over cells of the matrix of ties, and that of their squares.
struct Sum {
    double values = 0;
    double squares = 0;

    Sum& operator+=(Sum other) noexcept {
        values += other.values;
        squares += other.squares;
        return *this;
    }
    friend Sum operator+(Sum a, Sum b) noexcept { return a += b; }
    friend Sum operator-(Sum a, Sum b) noexcept { return {a.values - b.values, a.squares - b.squares}; }
};

// The matrix of ties, each cell at both its actors.
struct Cells {
    std::vector<std::uint32_t> offsets{0};
    std::vector<Vertex> actors;
    std::vector<Sum> ties;
    std::vector<Sum> of_actor;  // both its row and its column
    Sum all;
    double per_pair = 1;  // 2 with directions

    [[nodiscard]] std::uint32_t count() const noexcept { return static_cast<std::uint32_t>(offsets.size() - 1); }
    template <class Visit>
    void each(Vertex v, const Visit& visit) const {
        for (std::uint32_t i = offsets[v]; i < offsets[v + 1]; ++i) visit(actors[i], ties[i]);
    }
};

// The two cells of a pair as one where both are there. Without directions there is one, which `contacts` shows at both.
template <Direction D>
Cells cells(const Csr<D>& view, std::span<const double> strengths) {
    const auto out = detail::contacts(view, strengths, detail::Mode::out);
    const auto in = detail::contacts(view, strengths, detail::Mode::in);
    Cells cells;
    cells.per_pair = Csr<D>::is_directed ? 2 : 1;
    cells.of_actor.resize(view.vertex_count());
    const auto add = [&](const detail::Contacts& contacts, Vertex v) {
        for (std::size_t i = 0; i < contacts.of(v).size(); ++i) {
            const double value = strengths.empty() ? 1 : contacts.strengths_of(v)[i];
            cells.actors.push_back(contacts.of(v)[i]);
            cells.ties.push_back({value, value * value});
            cells.of_actor[v] += cells.ties.back();
        }
    };
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        add(out, v);
        if (Csr<D>::is_directed) add(in, v);
        cells.offsets.push_back(static_cast<std::uint32_t>(cells.actors.size()));
        cells.all += cells.of_actor[v];
    }
    cells.all = {cells.all.values / 2, cells.all.squares / 2};
    return cells;
}

// How well the ideal pattern of a core fits, by the sums of its blocks.
class Pattern {
public:
    Pattern(const Cells& cells, std::optional<double> between)
        : all_(cells.all), count_(cells.count()), per_pair_(cells.per_pair), between_(between) {}

    [[nodiscard]] bool has_between() const noexcept { return between_.has_value(); }
    [[nodiscard]] double between() const noexcept { return *between_; }

    // The pattern of a core of some size.
    struct Ideal {
        double cells, sum, spread;
    };
    [[nodiscard]] Ideal ideal(std::uint32_t core) const noexcept {
        const double in = core, out = count_ - core;
        const double inside = per_pair_ * in * (in - 1) / 2;
        const double across = between_ ? per_pair_ * in * out : 0;
        const double outside = per_pair_ * out * (out - 1) / 2;
        const double share = between_.value_or(0);
        return ideal(inside + across + outside, inside + (share * across), inside + (share * share * across));
    }
    [[nodiscard]] double fit(const Ideal& ideal, Sum inside, Sum across) const noexcept {
        return between_ ? fit(ideal, agreement(inside.values, across.values))
                        : correlation(ideal, all_ - across, inside.values);
    }
    // As far as only the sum of ties times pattern is known, which is all that counts for a given size.
    [[nodiscard]] double fit(const Ideal& ideal, double agree) const noexcept {
        return correlation(ideal, all_, agree);
    }
    [[nodiscard]] double agreement(double inside, double across) const noexcept {
        return inside + (*between_ * across);
    }

private:
    static Ideal ideal(double cells, double sum, double squares) noexcept {
        const double spread = (cells * squares) - (sum * sum);
        return {cells, sum, spread > rounding * cells * squares ? spread : 0};
    }
    static double correlation(const Ideal& ideal, Sum ties, double agree) noexcept {
        const double spread = (ideal.cells * ties.squares) - (ties.values * ties.values);
        if (ideal.spread == 0 || spread <= rounding * ideal.cells * ties.squares) return undefined;
        return ((ideal.cells * agree) - (ties.values * ideal.sum)) / std::sqrt(spread * ideal.spread);
    }

    Sum all_;
    std::uint32_t count_;
    double per_pair_;
    std::optional<double> between_;
};

// A core that actors enter and leave one by one.
class Core {
public:
    Core(const Cells& cells, const Pattern& pattern)
        : cells_(cells), pattern_(pattern), in_(cells.count(), false), to_core_(cells.count()) {}

    [[nodiscard]] const std::vector<bool>& members() const noexcept { return in_; }
    [[nodiscard]] bool has(Vertex v) const noexcept { return in_[v]; }
    [[nodiscard]] std::uint32_t size() const noexcept { return size_; }
    [[nodiscard]] double inside() const noexcept { return inside_.values; }
    [[nodiscard]] double across() const noexcept { return across_.values; }
    [[nodiscard]] double fit() const noexcept { return pattern_.fit(pattern_.ideal(size_), inside_, across_); }

    // `ideal` is that of a core with this actor more, or less.
    [[nodiscard]] double fit_after(Vertex v, const Pattern::Ideal& ideal) const noexcept {
        const Sum to_core = to_core_[v];
        const Sum to_others = cells_.of_actor[v] - to_core;
        if (in_[v]) return pattern_.fit(ideal, inside_ - to_core, across_ + to_core - to_others);
        return pattern_.fit(ideal, inside_ + to_core, across_ + to_others - to_core);
    }
    // What an actor's ties agree more with the pattern if it is in the core than if it is not.
    [[nodiscard]] double gain(Vertex v) const noexcept {
        const double to_core = to_core_[v].values;
        const double to_others = cells_.of_actor[v].values - to_core;
        return pattern_.agreement(to_core, to_others - to_core);
    }
    void move(Vertex v) noexcept {
        const Sum to_core = to_core_[v];
        const Sum to_others = cells_.of_actor[v] - to_core;
        const bool enters = !in_[v];
        inside_ = enters ? inside_ + to_core : inside_ - to_core;
        across_ = enters ? across_ + to_others - to_core : across_ + to_core - to_others;
        size_ += enters ? 1U : ~0U;
        in_[v] = enters;
        cells_.each(v, [&](Vertex other, Sum tie) {
            to_core_[other] = enters ? to_core_[other] + tie : to_core_[other] - tie;
        });
    }
    void become(const std::vector<bool>& members) noexcept {
        for (Vertex v = 0; v < members.size(); ++v) {
            if (members[v] != in_[v]) move(v);
        }
    }

private:
    const Cells& cells_;
    const Pattern& pattern_;
    std::vector<bool> in_;
    std::vector<Sum> to_core_;  // by actor: its ties with the core
    Sum inside_, across_;
    std::uint32_t size_ = 0;
};

std::vector<Vertex> by_ties(const Cells& cells) {
    std::vector<Vertex> order(cells.count());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](Vertex v) { return cells.of_actor[v].values; });
    return order;
}

// Finds a good core by moves that help, and some that at first do not.
class Improving {
public:
    Improving(const Cells& cells, const Pattern& pattern, Monitor& monitor)
        : cells_(cells), pattern_(pattern), monitor_(monitor), core_(cells, pattern), best_(core_.members()) {}

    [[nodiscard]] const std::vector<bool>& best() const noexcept { return best_; }
    [[nodiscard]] double fit() const noexcept { return fit_; }

    // The first so many of the most tied.
    void from_most_tied() {
        for (const Vertex v : by_ties(cells_)) {
            core_.move(v);
            remember();
        }
        core_.become(best_);
        improve();
    }
    // Half of the core leaves, as many others may enter.
    void shaken(Random random) {
        core_.become(best_);
        for (Vertex v = 0; v < cells_.count(); ++v) {
            if (!best_[v] || random.below(2) == 0) continue;
            if (core_.has(v)) core_.move(v);
            enter(random.below(cells_.count()));
        }
        improve();
    }
    // Anybody, up to twice as many as are in the core.
    void from_anybody(Random random) {
        const auto most = static_cast<std::uint32_t>(2 * std::ranges::count(best_, true));
        core_.become(std::vector<bool>(cells_.count(), false));
        for (std::uint32_t left = 1 + random.below(most); left > 0; --left) enter(random.below(cells_.count()));
        improve();
    }

private:
    void enter(Vertex v) noexcept {
        if (!core_.has(v)) core_.move(v);
    }
    bool remember() {
        const double fit = core_.fit();
        if (!(fit > fit_ + rounding)) return false;
        fit_ = fit;
        best_ = core_.members();
        return true;
    }

    // Each actor moves at most once, always the one whose move fits best; what fitted best is gone back to.
    void improve() {
        constexpr std::size_t vain_moves = 50;
        std::vector<std::uint8_t> moved(cells_.count());
        for (bool improved = true; improved;) {
            improved = false;
            std::ranges::fill(moved, std::uint8_t{0});
            double fit = core_.fit();
            std::vector<Vertex> moves;
            std::size_t kept = 0;
            for (Vertex v = next(moved); v < cells_.count() && moves.size() < kept + vain_moves; v = next(moved)) {
                monitor_.check();
                core_.move(v);
                moved[v] = 1;
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

    // Of equally good moves that of the first actor.
    [[nodiscard]] Vertex next(const std::vector<std::uint8_t>& moved) const {
        const Vertex nobody = cells_.count();
        const auto larger = pattern_.ideal(core_.size() + 1);
        const auto smaller = pattern_.ideal(core_.size() - 1);
        if (!pattern_.has_between()) {
            Vertex best = nobody;
            double best_fit = undefined;
            for (Vertex v = 0; v < nobody; ++v) {
                if (moved[v]) continue;
                const double fit = core_.fit_after(v, core_.has(v) ? smaller : larger);
                if (best == nobody || fit > best_fit) std::tie(best, best_fit) = std::pair{v, fit};
            }
            return best;
        }
        Vertex enters = nobody, leaves = nobody;  // of one size, more agreement is a better fit
        double most = 0, least = 0;
        for (Vertex v = 0; v < nobody; ++v) {
            if (moved[v]) continue;
            const double gain = core_.gain(v);
            if (core_.has(v)) {
                if (leaves == nobody || gain < least) std::tie(leaves, least) = std::pair{v, gain};
            } else if (enters == nobody || gain > most) {
                std::tie(enters, most) = std::pair{v, gain};
            }
        }
        if (enters == nobody) return leaves;
        if (leaves == nobody) return enters;
        return core_.fit_after(leaves, smaller) > core_.fit_after(enters, larger) ? leaves : enters;
    }

    const Cells& cells_;
    const Pattern& pattern_;
    Monitor& monitor_;
    Core core_;
    std::vector<bool> best_;
    double fit_ = undefined;
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
          order_(by_ties(cells)),
          place_of_(cells.count()),
          core_(cells, pattern),
          to_open_(cells.count()) {
        for (Vertex v = 0; v < cells.count(); ++v) to_open_[v] = cells.of_actor[v].values;
        for (std::size_t i = 0; i < order_.size(); ++i) place_of_[order_[i]] = i;
    }

    void run(std::vector<bool> known, double fit) {
        best_ = std::move(known);
        fit_ = fit;
        decide(0);
    }
    [[nodiscard]] const std::vector<bool>& best() const noexcept { return best_; }
    [[nodiscard]] double bound() const noexcept { return std::max(fit_, open_); }
    [[nodiscard]] bool complete() const noexcept { return open_ <= fit_ + rounding; }

private:
    void decide(std::size_t place) {
        const double bound = most(place);
        if (bound <= fit_ + rounding) return;
        if (effort_ == 0) {
            open_ = std::max(open_, bound);
            return;
        }
        if (place == order_.size()) {
            fit_ = core_.fit();
            best_ = core_.members();
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
        const double ceiling = cells_.all.values - out_;  // ties among peripheral actors agree with nothing
        double most = pattern_.fit(pattern_.ideal(core_.size()), std::min(agree, ceiling));
        for (std::size_t more = 0; more < gains_.size(); ++more) {
            agree += gains_[more];
            const auto size = core_.size() + static_cast<std::uint32_t>(more + 1);
            most = std::max(most, pattern_.fit(pattern_.ideal(size), std::min(agree, ceiling)));
        }
        return std::min(1.0, most);
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
    std::vector<bool> best_;
    double fit_ = undefined, open_ = undefined;
    std::vector<double> gains_;
};

// Without a bound only all cores prove anything; with one, a step alone looks at all actors.
std::uint64_t worthwhile(std::uint64_t effort, std::uint32_t actors, bool has_bound) noexcept {
    constexpr std::uint32_t most_actors = 10'000;
    const bool worth = has_bound ? actors <= most_actors : actors < 64 && effort >> actors > 0;
    return worth ? effort : 0;
}

void require(const CorePeripheryOptions& options) {
    if (options.between && !(*options.between >= 0 && *options.between <= 1)) {
        throw InvalidOption{"between= is the ideal share of ties between core and periphery, from 0 to 1, or none."};
    }
}

}  // namespace

template <Direction D>
CorePeriphery core_periphery(const Csr<D>& view, std::span<const double> strengths, const CorePeripheryOptions& options,
                             Monitor& monitor) {
    require(options);
    detail::require_strengths(strengths);
    const Cells cells = cohesion::cells(view, strengths);
    const Pattern pattern{cells, options.between};
    monitor.expect(options.restarts + std::uint64_t{2});

    Improving improving{cells, pattern, monitor};
    improving.from_most_tied();
    for (std::uint32_t round = 0; round < options.restarts && improving.fit() > undefined; ++round) {
        monitor.advance();
        Random random{options.seed, round};
        round % 2 == 0 ? improving.shaken(random) : improving.from_anybody(random);
    }
    const std::uint64_t effort = worthwhile(options.effort, cells.count(), pattern.has_between());
    Ruling ruling{cells, pattern, effort, monitor};
    ruling.run(improving.best(), improving.fit());

    Core core{cells, pattern};
    core.become(ruling.best());
    CorePeriphery found;
    found.core = ruling.best();
    found.quality = core.fit();
    found.exact = ruling.complete();
    found.bound = found.exact ? found.quality : ruling.bound();
    if (found.quality == undefined) {
        found.quality = found.bound = std::numeric_limits<double>::quiet_NaN();
        found.core.assign(cells.count(), false);
        found.exact = true;
        found.why = options.between ? "all pairs are tied alike"
                                    : "no core and periphery of two actors each differ in their ties";
    }
    return found;
}

template CorePeriphery core_periphery(const Digraph&, std::span<const double>, const CorePeripheryOptions&, Monitor&);
template CorePeriphery core_periphery(const Ugraph&, std::span<const double>, const CorePeripheryOptions&, Monitor&);

}  // namespace coopnet::cohesion
