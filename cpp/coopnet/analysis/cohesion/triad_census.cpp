#include <coopnet/analysis/cohesion/triad_census.hpp>

#include <coopnet/analysis/detail/dyads.hpp>

#include <algorithm>
#include <cstddef>

namespace coopnet::cohesion {
namespace {

using detail::Dyads;
using detail::Triangle;
using detail::Way;

enum Type : std::size_t {
    t003,
    t012,
    t102,
    t021D,
    t021U,
    t021C,
    t111D,
    t111U,
    t030T,
    t030C,
    t201,
    t120D,
    t120U,
    t120C,
    t210,
    t300
};

using Census = std::array<std::uint64_t, 16>;

// Two dyads that meet, as their common actor sees them.
Type open(Way one, Way other) noexcept {
    if (one == Way::both && other == Way::both) return t201;
    if (one == Way::both || other == Way::both) {
        const Way single = one == Way::both ? other : one;
        return single == Way::in ? t111D : t111U;
    }
    if (one != other) return t021C;
    return one == Way::out ? t021D : t021U;
}

// Three dyads: a–b and a–c as a sees them, b–c as b does.
Type closed(Way ab, Way ac, Way bc) noexcept {
    const std::array ways{ab, ac, bc};
    const auto mutual = std::ranges::count(ways, Way::both);
    if (mutual == 3) return t300;
    if (mutual == 2) return t210;
    if (mutual == 0) return ab == turned(ac) && ab == bc ? t030C : t030T;
    // The two others meet at the actor that is not in the mutual dyad.
    Type met = open(ab, ac);
    if (ac == Way::both) met = open(turned(ab), bc);
    if (ab == Way::both) met = open(turned(ac), turned(bc));
    if (met == t021D) return t120D;
    return met == t021U ? t120U : t120C;
}

// All pairs of dyads that meet at an actor, by type, whether the third dyad is there or not.
void count_meeting(const Dyads& dyads, Census& census) {
    for (Vertex v = 0; v < dyads.vertex_count(); ++v) {
        std::uint64_t both = 0;
        std::uint64_t out = 0;
        std::uint64_t in = 0;
        for (const Way way : dyads.ways_of(v)) {
            if (way == Way::both) {
                ++both;
            } else {
                ++(way == Way::out ? out : in);
            }
        }
        census[t201] += both * (both - 1) / 2;
        census[t111U] += both * out;
        census[t111D] += both * in;
        census[t021D] += out * (out - 1) / 2;
        census[t021U] += in * (in - 1) / 2;
        census[t021C] += out * in;
    }
}

// Each triangle is no open triad: its three meeting pairs go, it comes.
void close(const Dyads& dyads, Census& census) {
    detail::each_triangle(dyads, [&](const Triangle& three) {
        const Way ab = dyads.ways[three.ab];
        const Way ac = dyads.ways[three.ac];
        const Way bc = dyads.ways[three.bc];
        --census[open(ab, ac)];
        --census[open(turned(ab), bc)];
        --census[open(turned(ac), turned(bc))];
        ++census[closed(ab, ac, bc)];
    });
}

// How often a dyad of each sort stands in the triads of two and three dyads.
std::uint64_t mutual_in(const Census& census) noexcept {
    return census[t111D] + census[t111U] + (2 * census[t201]) + census[t120D] + census[t120U] + census[t120C] +
           (2 * census[t210]) + (3 * census[t300]);
}
std::uint64_t asymmetric_in(const Census& census) noexcept {
    return (2 * (census[t021D] + census[t021U] + census[t021C])) + census[t111D] + census[t111U] +
           (3 * (census[t030T] + census[t030C])) + (2 * (census[t120D] + census[t120U] + census[t120C])) + census[t210];
}

}  // namespace

template <Direction D>
Census triad_census(const Csr<D>& view) {
    const std::uint64_t actors = view.vertex_count();
    Census census{};
    if (actors < 3) return census;
    const Dyads dyads = detail::dyads(view);
    count_meeting(dyads, census);
    close(dyads, census);

    std::uint64_t mutual = 0;
    for (const Way way : dyads.ways) mutual += way == Way::both ? 1 : 0;
    mutual /= 2;
    const std::uint64_t asymmetric = (dyads.ways.size() / 2) - mutual;
    census[t102] = mutual * (actors - 2) - mutual_in(census);
    census[t012] = asymmetric * (actors - 2) - asymmetric_in(census);
    std::uint64_t all = actors * (actors - 1) / 2;  // then times (n − 2) / 3, without overflow on the way
    all = all % 3 == 0 ? all / 3 * (actors - 2) : (actors - 2) / 3 * all;
    for (std::size_t type = t012; type <= t300; ++type) all -= census[type];
    census[t003] = all;
    return census;
}

template Census triad_census(const Digraph&);
template Census triad_census(const Ugraph&);

}  // namespace coopnet::cohesion
