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
};

using Bonds = std::vector<std::vector<Bond>>;  // by actor, ascending

Bonds bonds(const Profiles& profiles) {
    Bonds bonds(profiles.actor_count());
    for (Vertex v = 0; v < profiles.actor_count(); ++v) {
        for (const auto& [side, other, strength] : profiles.of(v)) {
            bonds[v].push_back(side == 0 ? Bond{other, strength, 0} : Bond{other, 0, strength});
        }
        std::ranges::stable_sort(bonds[v], {}, &Bond::other);
        std::vector<Bond> merged;
        for (const Bond& bond : bonds[v]) {
            if (!merged.empty() && merged.back().other == bond.other) {
                merged.back().sent += bond.sent;
                merged.back().received += bond.received;
            } else {
                merged.push_back(bond);
            }
        }
        bonds[v] = std::move(merged);
    }
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
    Round(const Bonds& bonds, const ActorMatrix& before, Attainable attainable)
        : bonds_(bonds), before_(before), attainable_(attainable) {}

    // `matches` is room to work in.
    [[nodiscard]] double alike(Vertex i, Vertex j, std::vector<Match>& matches) const {
        if (bonds_[i].empty() || bonds_[j].empty()) return bonds_[i].empty() && bonds_[j].empty() ? 1 : 0;
        matches.clear();
        for (const Bond& bond : bonds_[j]) matches.push_back({0, bond.total()});
        double found = 0, attainable = 0;
        const auto add = [&](const Match& match, const Bond& bond) {
            found += match.found;
            attainable += attainable_ == Attainable::degrees ? bond.total() : match.attainable;
        };
        for (const Bond& one : bonds_[i]) {
            Match best{0, one.total()};
            for (std::size_t m = 0; m < matches.size(); ++m) {
                const Bond& other = bonds_[j][m];
                const double value = before_.at(one.other, other.other) * shared(one, other);
                const double most = attainable_ == Attainable::degrees ? 0 : larger(one, other);
                best.offer(value, most);
                matches[m].offer(value, most);
            }
            add(best, one);
        }
        for (std::size_t m = 0; m < matches.size(); ++m) add(matches[m], bonds_[j][m]);
        return found / attainable;
    }

private:
    const Bonds& bonds_;
    const ActorMatrix& before_;
    Attainable attainable_;
};

std::uint64_t work(const Bonds& bonds) {
    std::uint64_t ends = 0;
    for (const auto& own : bonds) ends += own.size();
    return ends * ends / 2;
}

}  // namespace

template <Direction D>
ActorMatrix regular_equivalence(const Csr<D>& view, std::span<const double> strengths,
                                const RegularEquivalenceOptions& options, Monitor& monitor) {
    if (options.iterations < 1) throw InvalidOption{"iterations=0 compares nothing. Three rounds are customary."};
    const std::uint32_t count = view.vertex_count();
    require_room(count);
    const Bonds bonds = position::bonds(profiles(view, strengths, {}, Mode::all));
    ActorMatrix matrix{count, std::vector<double>(std::size_t{count} * count, 1), {}};
    monitor.expect(std::uint64_t{count} * options.iterations);
    for (std::uint32_t iteration = 0; iteration < options.iterations; ++iteration) {
        const ActorMatrix before = matrix;
        const Round round{bonds, before, options.attainable};
        over_rows(count, work(bonds), monitor, [&](Vertex i) {
            std::vector<Match> matches;
            for (Vertex j = i + 1; j < count; ++j) matrix.at(i, j) = matrix.at(j, i) = round.alike(i, j, matches);
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
