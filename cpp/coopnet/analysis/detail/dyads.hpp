#pragma once

#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::detail {

/// Which way a dyad's ties run, seen from one of its actors. Undirected ties run both ways.
enum class Way : std::uint8_t { out = 1, in = 2, both = 3 };

/// Who is tied with whom and which way: no loops, parallel edges once, each dyad at both its
/// actors.
struct Dyads {
    std::vector<std::uint32_t> offsets{0};  ///< by vertex, into actors
    std::vector<Vertex> actors;             ///< ascending at each vertex
    std::vector<Way> ways;                  ///< beside them

    [[nodiscard]] std::uint32_t vertex_count() const noexcept { return static_cast<std::uint32_t>(offsets.size() - 1); }
    [[nodiscard]] std::uint32_t degree(Vertex v) const noexcept { return offsets[v + 1] - offsets[v]; }
    [[nodiscard]] std::span<const Vertex> of(Vertex v) const noexcept {
        return {actors.data() + offsets[v], actors.data() + offsets[v + 1]};
    }
    [[nodiscard]] std::span<const Way> ways_of(Vertex v) const noexcept {
        return {ways.data() + offsets[v], ways.data() + offsets[v + 1]};
    }
};

/// Cost: O(V + E log d).
template <Direction D>
Dyads dyads(const Csr<D>& view);

/// The dyad as the other actor sees it.
[[nodiscard]] constexpr Way turned(Way way) noexcept {
    return way == Way::both ? way : way == Way::out ? Way::in : Way::out;
}

/// Three actors, each tied with the two others; by place in `Dyads::actors`, the dyads a–b and a–c as a
/// sees them, b–c as b does.
struct Triangle {
    Vertex a, b, c;
    std::uint32_t ab, ac, bc;
};

/// Visits each triangle once, always in the same order. Cost: O(E·√E): each dyad is looked
/// at from its actor of fewer dyads.
template <class Visit>
void each_triangle(const Dyads& dyads, const Visit& visit) {
    const auto before = [&](Vertex u, Vertex v) {
        return dyads.degree(u) != dyads.degree(v) ? dyads.degree(u) < dyads.degree(v) : u < v;
    };
    constexpr std::uint32_t none = 0xFFFFFFFF;
    std::vector<std::uint32_t> place(dyads.vertex_count(), none);  // of a's dyad with each of the others
    for (Vertex a = 0; a < dyads.vertex_count(); ++a) {
        for (std::uint32_t i = dyads.offsets[a]; i < dyads.offsets[a + 1]; ++i) {
            if (before(a, dyads.actors[i])) place[dyads.actors[i]] = i;
        }
        for (std::uint32_t ab = dyads.offsets[a]; ab < dyads.offsets[a + 1]; ++ab) {
            const Vertex b = dyads.actors[ab];
            if (!before(a, b)) continue;
            for (std::uint32_t bc = dyads.offsets[b]; bc < dyads.offsets[b + 1]; ++bc) {
                const Vertex c = dyads.actors[bc];
                if (place[c] != none && before(b, c)) visit(Triangle{a, b, c, ab, place[c], bc});
            }
        }
        for (const Vertex v : dyads.of(a)) place[v] = none;
    }
}

}  // namespace coopnet::detail
