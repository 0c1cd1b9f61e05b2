#include <coopnet/analysis/position/regular_equivalence.hpp>

#include <coopnet/analysis/position/profiles.hpp>
#include <coopnet/analysis/position/rows.hpp>

#include <algorithm>
#include <tuple>

namespace coopnet::position {
namespace {

// All that runs between an actor and another, both ways.
struct Bond {
    Vertex other;
    double sent = 0;
    double received = 0;

    [[nodiscard]] double total() const noexcept { return sent + received; }
    // 0: only sent, 1: both ways, 2: only received.
    [[nodiscard]] int way() const noexcept { return received == 0 ? 0 : sent == 0 ? 2 : 1; }
};

// How each actor is tied: places among the distinct bonds, in the order of others.
struct Actors {
    std::vector<Bond> kinds;  // first those only sent, then both ways, then those only received
    std::size_t first_received = 0;
    std::size_t sent_end = 0;
    std::vector<std::vector<std::uint32_t>> bonds;  // by actor, places in kinds
    std::vector<double> totals;

    [[nodiscard]] bool tied(Vertex actor) const noexcept { return !bonds[actor].empty(); }
    // What is only sent finds no counterpart in what is only received.
    [[nodiscard]] std::size_t first_match(const Bond& bond) const noexcept {
        return bond.sent == 0 ? first_received : 0;
    }
    [[nodiscard]] std::size_t match_end(const Bond& bond) const noexcept {
        return bond.received == 0 ? sent_end : kinds.size();
    }
};

std::vector<Bond> bonds_of(std::span<const Strand> profile) {
    std::vector<Bond> ends;
    for (const Strand& strand : profile) {
        ends.push_back(
            {strand.other(), strand.side() == 0 ? strand.strength : 0, strand.side() == 0 ? 0 : strand.strength});
    }
    std::ranges::stable_sort(ends, {}, &Bond::other);
    std::vector<Bond> bonds;
    for (const Bond& end : ends) {
        if (!bonds.empty() && bonds.back().other == end.other) {
            bonds.back().sent += end.sent;
            bonds.back().received += end.received;
        } else {
            bonds.push_back(end);
        }
    }
    return bonds;
}

Actors actors_of(const Profiles& profiles) {
    std::vector<std::vector<Bond>> own;
    Actors actors;
    for (Vertex v = 0; v < profiles.actor_count(); ++v) {
        own.push_back(bonds_of(profiles.of(v)));
        double total = 0;
        for (const Bond& bond : own.back()) total += bond.total();
        actors.totals.push_back(total);
        actors.kinds.insert(actors.kinds.end(), own.back().begin(), own.back().end());
    }
    const auto order = [](const Bond& bond) { return std::tuple{bond.way(), bond.other, bond.sent, bond.received}; };
    std::ranges::sort(actors.kinds, {}, order);
    const auto repeated = std::ranges::unique(actors.kinds, {}, order);
    actors.kinds.erase(repeated.begin(), repeated.end());
    const auto place = [&](const auto& key, const auto& of) {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(actors.kinds, key, {}, of) - actors.kinds.begin());
    };
    actors.first_received = place(1, &Bond::way);
    actors.sent_end = place(2, &Bond::way);
    for (const auto& bonds : own) {
        actors.bonds.emplace_back();
        for (const Bond& bond : bonds) actors.bonds.back().push_back(place(order(bond), order));
    }
    return actors;
}

double shared(const Bond& a, const Bond& b) noexcept {
    return std::min(a.sent, b.sent) + std::min(a.received, b.received);
}

double larger(const Bond& a, const Bond& b) noexcept {
    return std::max(a.sent, b.sent) + std::max(a.received, b.received);
}

// The best counterpart of one bond so far; of equally good ones that with the least surplus.
struct Match {
    double found = 0;
    double attainable = 0;

    void offer(double value, double of) noexcept {
        if (value < found || (value == found && of >= attainable)) return;
        found = value;
        attainable = of;
    }
};

// Calls `offer(place, value, one, other)` for each bond there is and each of actor i that may be its counterpart.
void seek(const Actors& actors, const ActorMatrix& before, Vertex i, const auto& offer) {
    for (const std::uint32_t kind : actors.bonds[i]) {
        const Bond one = actors.kinds[kind];
        const double* alike = &before.values[std::size_t{one.other} * before.count];
        for (std::size_t place = actors.first_match(one), end = actors.match_end(one); place < end; ++place) {
            const Bond& other = actors.kinds[place];
            offer(place, alike[other.other] * shared(one, other), one, other);
        }
    }
}

// By pair [i, j]: how much of the ties of j finds a counterpart with i, and the most that could.
// What a bond finds with i is the same whoever has it: it is sought once for all j.
struct Round {
    std::vector<double> found;
    std::vector<double> attainable;  // empty if all ties of j
};

Round by_degrees(const Actors& actors, const ActorMatrix& before, Monitor& monitor) {
    const std::size_t count = before.count;
    Round round{std::vector<double>(count * count), {}};
    over_rows(before.count, count * actors.kinds.size(), monitor, [&](Vertex i) {
        std::vector<double> found(actors.kinds.size());
        seek(actors, before, i, [best = found.data()](std::size_t place, double value, const Bond&, const Bond&) {
            best[place] = std::max(best[place], value);
        });
        for (std::size_t j = 0; j < count; ++j) {
            double sum = 0;
            for (const std::uint32_t kind : actors.bonds[j]) sum += found[kind];
            round.found[i * count + j] = sum;
        }
    });
    return round;
}

Round by_matches(const Actors& actors, const ActorMatrix& before, Monitor& monitor) {
    const std::size_t count = before.count;
    Round round{std::vector<double>(count * count), std::vector<double>(count * count)};
    over_rows(before.count, count * actors.kinds.size(), monitor, [&](Vertex i) {
        std::vector<Match> matches;
        for (const Bond& bond : actors.kinds) matches.push_back({0, bond.total()});
        seek(actors, before, i, [&](std::size_t place, double value, const Bond& one, const Bond& other) {
            matches[place].offer(value, larger(one, other));
        });
        for (std::size_t j = 0; j < count; ++j) {
            Match sum;
            for (const std::uint32_t kind : actors.bonds[j]) {
                sum.found += matches[kind].found;
                sum.attainable += matches[kind].attainable;
            }
            round.found[i * count + j] = sum.found;
            round.attainable[i * count + j] = sum.attainable;
        }
    });
    return round;
}

// Whether that changes how alike any two are.
bool put_together(const Actors& actors, const Round& round, ActorMatrix& matrix) {
    bool changed = false;
    const std::size_t count = matrix.count;
    for (Vertex i = 0; i < count; ++i) {
        for (Vertex j = i + 1; j < count; ++j) {
            const std::size_t there = i * count + j, back = j * count + i;
            double alike = actors.tied(i) == actors.tied(j) ? 1 : 0;
            if (actors.tied(i) && actors.tied(j)) {
                alike = (round.found[there] + round.found[back]) /
                        (round.attainable.empty() ? actors.totals[i] + actors.totals[j]
                                                  : round.attainable[there] + round.attainable[back]);
            }
            changed = changed || alike != matrix.values[there];
            matrix.values[there] = matrix.values[back] = alike;
        }
    }
    return changed;
}

}  // namespace

template <Direction D>
ActorMatrix regular_equivalence(const Csr<D>& view, std::span<const double> strengths,
                                const RegularEquivalenceOptions& options, Monitor& monitor) {
    if (options.iterations < 1) throw InvalidOption{"iterations=0 compares nothing. Three rounds are customary."};
    const std::uint32_t count = view.vertex_count();
    require_room(count);
    const Profiles profiles = position::profiles(view, strengths, {}, Mode::all);
    const Actors actors = actors_of(profiles);
    ActorMatrix matrix{count, std::vector<double>(std::size_t{count} * count, 1), {}};
    monitor.expect(std::uint64_t{count} * options.iterations);
    for (std::uint32_t iteration = 0; iteration < options.iterations; ++iteration) {
        const Round round = options.attainable == Attainable::degrees ? by_degrees(actors, matrix, monitor)
                                                                      : by_matches(actors, matrix, monitor);
        if (!put_together(actors, round, matrix)) break;  // nor would all further rounds change anything
    }
    return matrix;
}

template ActorMatrix regular_equivalence(const Digraph&, std::span<const double>, const RegularEquivalenceOptions&,
                                         Monitor&);
template ActorMatrix regular_equivalence(const Ugraph&, std::span<const double>, const RegularEquivalenceOptions&,
                                         Monitor&);

}  // namespace coopnet::position
