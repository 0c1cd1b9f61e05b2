#include <coopnet/analysis/position/profiles.hpp>

#include <coopnet/analysis/detail/weights.hpp>

#include <algorithm>

namespace coopnet::position {
namespace {

double strength_at(std::span<const Strand> profile, std::uint32_t side, Vertex other) noexcept {
    const Strand sought{side, other, 0};
    const auto found = std::ranges::lower_bound(profile, sought.place, {}, &Strand::place);
    return found != profile.end() && found->place == sought.place ? found->strength : 0;
}

// In order, strands of one place merged.
void settle(std::vector<Strand>& strands, bool strongest, std::vector<Strand>& into) {
    std::ranges::stable_sort(strands, {}, &Strand::place);
    const std::size_t first = into.size();
    for (const Strand& strand : strands) {
        if (into.size() == first || into.back().place != strand.place) {
            into.push_back(strand);
        } else if (strongest) {
            into.back().strength = std::max(into.back().strength, strand.strength);
        } else {
            into.back().strength += strand.strength;
        }
    }
}

}  // namespace

template <Direction D>
Profiles profiles(const Csr<D>& view, std::span<const double> strengths, const Relations& relations, Mode mode) {
    detail::require_strengths(strengths);
    if (std::ranges::any_of(relations.of, [&](std::uint32_t relation) { return relation >= relations.count; })) {
        throw InvalidOption{"An edge is of a relation that is not there. Number them from 0, below their count."};
    }
    const std::uint32_t sides = mode == Mode::all ? 2 : 1;
    Profiles made;
    made.sides = sides * relations.count;
    std::vector<Strand> strands;
    const auto add = [&](std::span<const Vertex> others, std::span<const EdgeId> edges, std::uint32_t side) {
        for (std::size_t i = 0; i < others.size(); ++i) {
            const std::uint32_t relation = relations.of.empty() ? 0 : relations.of[edges[i]];
            strands.emplace_back(relation * sides + side, others[i], strengths.empty() ? 1 : strengths[edges[i]]);
        }
    };
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        strands.clear();
        if (mode != Mode::in) add(view.out(v), view.out_edges(v), 0);
        if (mode != Mode::out) add(view.in(v), view.in_edges(v), sides - 1);
        settle(strands, relations.strongest, made.strands);
        made.offsets.push_back(made.strands.size());
    }
    return made;
}

template Profiles profiles(const Digraph&, std::span<const double>, const Relations&, Mode);
template Profiles profiles(const Ugraph&, std::span<const double>, const Relations&, Mode);

void compare(const Profiles& profiles, Vertex first, Vertex second, Diagonal diagonal, Compared& compared) {
    const auto a = profiles.of(first), b = profiles.of(second);
    const double left_out = diagonal != Diagonal::ignored ? 0 : first == second ? 1 : 2;
    compared.count = profiles.sides * (profiles.actor_count() - left_out);
    compared.places.clear();
    const auto own = [&](const Strand& strand) {
        return diagonal != Diagonal::kept && (strand.other() == first || strand.other() == second);
    };
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
        if (j == b.size() || (i < a.size() && a[i].place < b[j].place)) {
            if (!own(a[i])) compared.places.push_back({a[i].strength, 0});
            ++i;
        } else if (i == a.size() || b[j].place < a[i].place) {
            if (!own(b[j])) compared.places.push_back({0, b[j].strength});
            ++j;
        } else {
            if (!own(a[i])) compared.places.push_back({a[i].strength, b[j].strength});
            ++i, ++j;
        }
    }
    if (diagonal != Diagonal::swapped) return;
    const auto add = [&](double x, double y) {
        if (x != 0 || y != 0) compared.places.push_back({x, y});
    };
    for (std::uint32_t side = 0; side < profiles.sides; ++side) {
        add(strength_at(a, side, first), strength_at(b, side, second));
        if (first != second) add(strength_at(a, side, second), strength_at(b, side, first));
    }
}

}  // namespace coopnet::position
