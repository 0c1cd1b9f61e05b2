#include <coopnet/render/detail/seating.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

namespace coopnet::render::detail {
namespace {

constexpr double least_gap = 20;
constexpr int exchanges = 12000;
constexpr double price_of_passing = 95;
constexpr double price_of_crossing = 26;
constexpr double price_of_slope = .8;  // of a tie across, a pixel

// SplitMix64: the same exchanges on every machine.
class Dice {
public:
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    double share() { return static_cast<double>(next() >> 11U) * 0x1p-53; }

private:
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    std::uint64_t state_ = 20220802;
};

class Search {
public:
    Search(Seating& seating, const std::vector<std::size_t>& movable, const std::vector<std::size_t>& among)
        : seating_{seating}, movable_{movable}, seated_{among} {
        const std::size_t actors = seating_.half_widths.size();
        seating_.places.resize(actors);
        ties_of_.resize(actors);
        moved_.resize(actors);
        std::ranges::sort(seated_);
        const auto counts = [&](std::size_t actor) { return std::ranges::binary_search(seated_, actor); };
        for (const SeatingTie& tie : seating_.ties) {
            if (counts(tie.a) && counts(tie.b)) ties_.push_back(tie);
        }
        for (std::size_t i = 0; i < ties_.size(); ++i) {
            ties_of_[ties_[i].a].push_back(i);
            ties_of_[ties_[i].b].push_back(i);
        }
        for (Cell& cell : seating_.cells) {
            if (is_free(cell)) cells_.push_back(&cell);
        }
        find_river();
        for (const Cell* cell : cells_) spread(*cell);
    }

    void run() {
        for (int sweep = 0; sweep < 6; ++sweep) sort_by_barycenter();
        anneal();
        for (int round = 0; round < 3; ++round) settle_greedily();
    }

private:
    // A cell whose actors may move; an empty one in the band of one.
    [[nodiscard]] bool is_free(const Cell& cell) const {
        const auto may_move = [&](std::size_t actor) { return std::ranges::find(movable_, actor) != movable_.end(); };
        return std::ranges::any_of(seating_.cells, [&](const Cell& other) {
            return other.band == cell.band && std::ranges::any_of(other.actors, may_move);
        });
    }

    // Spreads a cell's actors: the first flush with the river if it has a tie across, the others at even gaps. Rows are
    // staggered by half a gap, so that upright ties pass between boxes.
    void spread(const Cell& cell) {
        const auto& actors = cell.actors;
        if (actors.empty()) return;
        double used = 0;
        for (const std::size_t actor : actors) used += 2 * seating_.half_widths[actor];
        const double span = cell.zone.right - cell.zone.left;
        const auto count = static_cast<double>(actors.size());
        const bool flush = cell.zone.river != 0 && is_tied_across(actors.front(), cell);
        const double gap = (span - used) / (flush ? count - (actors.size() > 1 ? .5 : 0) : count);
        const double shift = flush ? 0 : gap / 2 + (cell.row % 2 == 0 ? -gap / 6 : gap / 6);
        double walked = flush ? 0 : shift;
        for (const std::size_t actor : actors) {
            const double half = seating_.half_widths[actor];
            const double x = cell.zone.river > 0 ? cell.zone.right - walked - half : cell.zone.left + walked + half;
            seating_.places[actor] = {x, cell.y};
            walked += 2 * half + std::max(gap, 0.);
        }
    }

    bool is_tied_across(std::size_t actor, const Cell& cell) {
        if (cell.across) return false;
        return std::ranges::any_of(ties_of_[actor], [&](std::size_t tie) {
            const SeatingTie& ends = ties_[tie];
            const Cell* other = seating_.cell_of(ends.a == actor ? ends.b : ends.a);
            return other->zone.id != cell.zone.id && !other->across;
        });
    }

    // What the seats of these actors cost: their ties, and the ties of others that pass them.
    [[nodiscard]] double cost_around(const std::vector<std::size_t>& actors) {
        ++mark_;
        for (const std::size_t actor : actors) moved_[actor] = mark_;
        const auto& ties = ties_;
        const auto is_touched = [&](const SeatingTie& tie) { return moved_[tie.a] == mark_ || moved_[tie.b] == mark_; };
        double sum = 0;
        for (std::size_t i = 0; i < ties.size(); ++i) {
            if (!is_touched(ties[i])) {
                for (const std::size_t actor : actors) sum += cost_of_passing(ties[i], actor);
                continue;
            }
            sum += cost_alone(ties[i]);
            for (std::size_t j = 0; j < ties.size(); ++j) {
                if (j > i || !is_touched(ties[j])) sum += cost_together(ties[i], ties[j]);
            }
        }
        return sum;
    }

    [[nodiscard]] double cost_alone(const SeatingTie& tie) const {
        const Point a = seating_.places[tie.a];
        const Point b = seating_.places[tie.b];
        double sum = length(b - a) * tie.weight;
        if ((a.x < river_) != (b.x < river_)) sum += std::abs(a.y - b.y) * price_of_slope * tie.weight;
        for (const std::size_t actor : seated_) sum += cost_of_passing(tie, actor);
        return sum;
    }

    [[nodiscard]] double cost_of_passing(const SeatingTie& tie, std::size_t actor) const {
        constexpr double reach = 6;
        if (actor == tie.a || actor == tie.b) return 0;
        const Point a = seating_.places[tie.a];
        const Point b = seating_.places[tie.b];
        const Point at = seating_.places[actor];
        const double half_height = seating_.heights[actor] / 2 + reach;
        const double half_width = seating_.half_widths[actor] + reach;
        if (std::min(a.y, b.y) > at.y + half_height || std::max(a.y, b.y) < at.y - half_height) return 0;
        if (std::min(a.x, b.x) > at.x + half_width || std::max(a.x, b.x) < at.x - half_width) return 0;
        return passes(a, b, box_at(at, {2 * half_width, 2 * half_height})) ? price_of_passing * std::min(tie.weight, 1.)
                                                                           : 0;
    }

    [[nodiscard]] double cost_together(const SeatingTie& first, const SeatingTie& second) const {
        if (first.a == second.a || first.a == second.b || first.b == second.a || first.b == second.b) return 0;
        const Point a = seating_.places[first.a];
        const Point b = seating_.places[first.b];
        const Point c = seating_.places[second.a];
        const Point d = seating_.places[second.b];
        if (std::max(a.y, b.y) < std::min(c.y, d.y) || std::max(c.y, d.y) < std::min(a.y, b.y)) return 0;
        if (std::max(a.x, b.x) < std::min(c.x, d.x) || std::max(c.x, d.x) < std::min(a.x, b.x)) return 0;
        return crossing(a, b, c, d) ? price_of_crossing * std::min({first.weight, second.weight, 1.}) : 0;
    }

    void sort_by_barycenter() {
        for (Cell* free : cells_) {
            Cell& cell = *free;
            const auto key = [&](std::size_t actor) {
                if (seating_.is_pinned(actor)) return -1e9;
                double sum = 0;
                double weight = 0;
                for (const std::size_t tie : ties_of_[actor]) {
                    const SeatingTie& ends = ties_[tie];
                    sum += seating_.places[ends.a == actor ? ends.b : ends.a].x * ends.weight;
                    weight += ends.weight;
                }
                const double center = weight > 0 ? sum / weight : seating_.places[actor].x;
                return cell.zone.river > 0 ? -center : center;
            };
            std::ranges::stable_sort(cell.actors, {}, key);
            spread(cell);
        }
    }

    // One exchange: an actor to another seat of its band, or two actors for each other.
    struct Move {
        Cell* from;
        Cell* to;
        std::vector<std::size_t> from_before;
        std::vector<std::size_t> to_before;
    };

    bool try_move(Move& move, std::size_t actor, Cell* to, std::size_t seat) {
        Cell* from = seating_.cell_of(actor);
        const auto& zones = seating_.allowed[actor];
        if (to->band != from->band || std::ranges::find(zones, to->zone.id) == zones.end()) return false;
        move = {from, to, from->actors, to->actors};
        const std::size_t least = !to->actors.empty() && seating_.is_pinned(to->actors.front()) ? 1 : 0;
        seat = std::clamp(seat, least, to->actors.size());
        if (from != to && seating_.room(*to) < 2 * seating_.half_widths[actor] + least_gap)
            return exchange(move, actor, seat);
        std::erase(from->actors, actor);
        to->actors.insert(to->actors.begin() + static_cast<std::ptrdiff_t>(std::min(seat, to->actors.size())), actor);
        return true;
    }

    bool exchange(Move& move, std::size_t actor, std::size_t seat) {
        if (seat >= move.to->actors.size()) return false;
        const std::size_t other = move.to->actors[seat];
        const auto& zones = seating_.allowed[other];
        if (seating_.is_pinned(other) || std::ranges::find(zones, move.from->zone.id) == zones.end()) return false;
        std::ranges::replace(move.from->actors, actor, other);
        move.to->actors[seat] = actor;
        if (seating_.room(*move.to) >= 0 && seating_.room(*move.from) >= 0) return true;
        move.from->actors = move.from_before;
        move.to->actors = move.to_before;
        return false;
    }

    static std::vector<std::size_t> concerned(const Move& move) {
        std::vector<std::size_t> actors = move.from_before;
        if (move.to != move.from) actors.insert(actors.end(), move.to_before.begin(), move.to_before.end());
        return actors;
    }

    void respread(const Move& move) {
        spread(*move.from);
        if (move.to != move.from) spread(*move.to);
    }

    // Makes a move if it costs at most so much more; or leaves everything as it was.
    void offer(std::size_t actor, Cell* to, std::size_t seat, double at_most) {
        Move move{};
        if (!try_move(move, actor, to, seat)) return;
        const auto actors = concerned(move);
        const double before = cost_around(actors);
        respread(move);
        if (cost_around(actors) <= before + at_most) return;
        move.from->actors = move.from_before;
        move.to->actors = move.to_before;
        respread(move);
    }

    void anneal() {
        Dice dice;
        for (int i = 0; i < exchanges; ++i) {
            const double temperature = 70 * std::pow(.02, static_cast<double>(i) / exchanges);
            const std::size_t actor = movable_[dice.below(movable_.size())];
            Cell* to = cells_[dice.below(cells_.size())];
            const std::size_t seat = dice.below(5);
            const double luck = -std::log(1 - dice.share()) * temperature;
            if (!seating_.is_pinned(actor)) offer(actor, to, seat, luck);
        }
    }

    // Every seat for every actor once more, taken only if it is better.
    void settle_greedily() {
        for (const std::size_t actor : movable_) {
            if (seating_.is_pinned(actor)) continue;
            for (Cell* cell : cells_) {
                for (std::size_t seat = 0; seat < 5; ++seat) offer(actor, cell, seat, -1e-6);
            }
        }
    }

    void find_river() {
        for (const Cell& cell : seating_.cells) {
            if (cell.zone.river > 0) river_ = cell.zone.right + 20;
        }
    }

    Seating& seating_;
    const std::vector<std::size_t>& movable_;
    std::vector<std::size_t> seated_;  // all whose places count
    std::vector<SeatingTie> ties_;
    std::vector<Cell*> cells_;
    std::vector<std::vector<std::size_t>> ties_of_;
    std::vector<std::size_t> moved_;  // by actor: the last question it was part of
    std::size_t mark_ = 0;
    double river_ = 0;
};

}  // namespace

Cell* Seating::cell_of(std::size_t actor) {
    const auto holds = [actor](const Cell& cell) { return std::ranges::find(cell.actors, actor) != cell.actors.end(); };
    const auto found = std::ranges::find_if(cells, holds);
    return found == cells.end() ? nullptr : &*found;
}

double Seating::room(const Cell& cell) const {
    double left = cell.zone.right - cell.zone.left;
    for (const std::size_t actor : cell.actors)
        left -= 2 * half_widths[actor] + (actor == cell.actors.front() ? 0 : least_gap);
    return left;
}

bool Seating::is_pinned(std::size_t actor) const {
    return std::ranges::find(pins, actor) != pins.end();
}

void pin(Seating& seating, std::size_t home, std::size_t partner) {
    if (seating.is_pinned(home) || seating.is_pinned(partner)) return;
    const auto to_front = [&](Cell& cell, std::size_t actor) {
        Cell* from = seating.cell_of(actor);
        if (from != &cell && seating.room(cell) < 2 * seating.half_widths[actor] + least_gap) {
            std::ranges::replace(from->actors, actor, cell.actors.back());
            cell.actors.pop_back();
        } else {
            std::erase(from->actors, actor);
        }
        cell.actors.insert(cell.actors.begin(), actor);
    };
    const std::size_t band = seating.cell_of(home)->band;
    for (Cell& left : seating.cells) {
        if (left.band != band || left.zone.id != seating.cell_of(home)->zone.id) continue;
        if (!left.actors.empty() && seating.is_pinned(left.actors.front())) continue;
        for (Cell& right : seating.cells) {
            if (right.band != band || right.row != left.row || right.zone.id != seating.cell_of(partner)->zone.id)
                continue;
            to_front(left, home);
            to_front(right, partner);
            seating.pins.insert(seating.pins.end(), {home, partner});
            return;
        }
    }
}

void seat_over_river(Seating& seating, std::size_t actor) {
    Cell* from = seating.cell_of(actor);
    for (Cell& cell : seating.cells) {
        if (cell.band != from->band || cell.zone.river != 0) continue;
        if (&cell != from && !cell.actors.empty()) {
            std::ranges::replace(from->actors, actor, cell.actors.front());
            cell.actors = {actor};
        } else if (&cell != from) {
            std::erase(from->actors, actor);
            cell.actors = {actor};
        }
        seating.pins.push_back(actor);
        return;
    }
}

void settle(Seating& seating, const std::vector<std::size_t>& movable, const std::vector<std::size_t>& among) {
    if (!movable.empty()) Search{seating, movable, among}.run();
}

}  // namespace coopnet::render::detail
