#include <coopnet/analysis/position/regular_equivalence.hpp>

#include <coopnet/analysis/position/profiles.hpp>
#include <coopnet/analysis/position/rows.hpp>

#include <algorithm>
#include <utility>

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

// Whom an actor is tied to: first those it only sends to, then both ways, then those it only
// receives from. What is only sent finds no counterpart in what is only received.
struct Bonds {
    std::vector<Bond> all;
    std::size_t first_received = 0;
    std::size_t sent_end = 0;
    double total = 0;

    [[nodiscard]] std::size_t first_match(const Bond& bond) const noexcept {
        return bond.sent == 0 ? first_received : 0;
    }
    [[nodiscard]] std::size_t match_end(const Bond& bond) const noexcept {
        return bond.received == 0 ? sent_end : all.size();
    }
};

Bonds bonds_of(std::span<const Strand> profile) {
    std::vector<Bond> ends;
    for (const Strand& strand : profile) {
        ends.push_back(
            {strand.other(), strand.side() == 0 ? strand.strength : 0, strand.side() == 0 ? 0 : strand.strength});
    }
    std::ranges::stable_sort(ends, {}, &Bond::other);
    Bonds bonds;
    for (const Bond& end : ends) {
        if (!bonds.all.empty() && bonds.all.back().other == end.other) {
            bonds.all.back().sent += end.sent;
            bonds.all.back().received += end.received;
        } else {
            bonds.all.push_back(end);
        }
    }
    std::ranges::stable_sort(bonds.all, {}, &Bond::way);
    const auto before = [&](int way) {
        return static_cast<std::size_t>(std::ranges::lower_bound(bonds.all, way, {}, &Bond::way) - bonds.all.begin());
    };
    bonds.first_received = before(1);
    bonds.sent_end = before(2);
    for (const Bond& bond : bonds.all) bonds.total += bond.total();
    return bonds;
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

class Round {
public:
    Round(const std::vector<Bonds>& bonds, const ActorMatrix& before) : bonds_(bonds), before_(before) {}

    // How much of the ties of both finds a counterpart, over all they have. `found` is room to work in.
    [[nodiscard]] double by_degrees(Vertex i, Vertex j, std::vector<double>& found) const {
        const Bonds &mine = bonds_[i], &others = bonds_[j];
        found.assign(others.all.size(), 0);
        double sum = 0;
        for (const Bond& one : mine.all) {
            const double* alike = &before_.values[std::size_t{one.other} * before_.count];
            double best = 0;
            for (std::size_t m = others.first_match(one), end = others.match_end(one); m < end; ++m) {
                const double value = alike[others.all[m].other] * shared(one, others.all[m]);
                best = std::max(best, value);
                found[m] = std::max(found[m], value);
            }
            sum += best;
        }
        for (const double best : found) sum += best;
        return sum / (mine.total + others.total);
    }

    // The same over the larger of each tie and its counterpart.
    [[nodiscard]] double by_matches(Vertex i, Vertex j, std::vector<Match>& matches) const {
        const Bonds &mine = bonds_[i], &others = bonds_[j];
        matches.clear();
        for (const Bond& bond : others.all) matches.push_back({0, bond.total()});
        Match sum;
        const auto add = [&](const Match& match) {
            sum.found += match.found;
            sum.attainable += match.attainable;
        };
        for (const Bond& one : mine.all) {
            Match best{0, one.total()};
            for (std::size_t m = others.first_match(one), end = others.match_end(one); m < end; ++m) {
                const Bond& other = others.all[m];
                const double value = before_.at(one.other, other.other) * shared(one, other);
                best.offer(value, larger(one, other));
                matches[m].offer(value, larger(one, other));
            }
            add(best);
        }
        std::ranges::for_each(matches, add);
        return sum.found / sum.attainable;
    }

    [[nodiscard]] bool tied(Vertex actor) const noexcept { return !bonds_[actor].all.empty(); }

private:
    const std::vector<Bonds>& bonds_;
    const ActorMatrix& before_;
};

std::uint64_t work(const std::vector<Bonds>& bonds) {
    std::uint64_t ends = 0;
    for (const Bonds& own : bonds) ends += own.all.size();
    return ends * ends / 2;
}

}  // namespace

template <Direction D>
ActorMatrix regular_equivalence(const Csr<D>& view, std::span<const double> strengths,
                                const RegularEquivalenceOptions& options, Monitor& monitor) {
    if (options.iterations < 1) throw InvalidOption{"iterations=0 compares nothing. Three rounds are customary."};
    const std::uint32_t count = view.vertex_count();
    require_room(count);
    const Profiles profiles = position::profiles(view, strengths, {}, Mode::all);
    std::vector<Bonds> bonds;
    for (Vertex v = 0; v < count; ++v) bonds.push_back(bonds_of(profiles.of(v)));
    ActorMatrix matrix{count, std::vector<double>(std::size_t{count} * count, 1), {}};
    monitor.expect(std::uint64_t{count} * options.iterations);
    for (std::uint32_t iteration = 0; iteration < options.iterations; ++iteration) {
        const ActorMatrix before = matrix;
        const Round round{bonds, before};
        over_rows(count, work(bonds), monitor, [&](Vertex i) {
            std::vector<double> found;
            std::vector<Match> matches;
            for (Vertex j = i + 1; j < count; ++j) {
                double alike = round.tied(i) == round.tied(j) ? 1 : 0;
                if (round.tied(i) && round.tied(j)) {
                    alike = options.attainable == Attainable::degrees ? round.by_degrees(i, j, found)
                                                                      : round.by_matches(i, j, matches);
                }
                matrix.at(i, j) = matrix.at(j, i) = alike;
            }
        });
        if (matrix.values == before.values) break;  // so would all further rounds be
    }
    return matrix;
}

template ActorMatrix regular_equivalence(const Digraph&, std::span<const double>, const RegularEquivalenceOptions&,
                                         Monitor&);
template ActorMatrix regular_equivalence(const Ugraph&, std::span<const double>, const RegularEquivalenceOptions&,
                                         Monitor&);

}  // namespace coopnet::position
