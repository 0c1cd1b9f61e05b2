#include <coopnet/analysis/cohesion/transitivity.hpp>

#include <coopnet/analysis/detail/dyads.hpp>

#include <cstdint>
#include <limits>

namespace coopnet::cohesion {
namespace {

using detail::Dyads;
using detail::Way;

constexpr bool leads(Way way) noexcept {
    return way != Way::in;
}
constexpr bool comes(Way way) noexcept {
    return way != Way::out;
}

// The ways x → y → z with x → z among three actors, seen as a–b, b–c, a–c.
std::uint64_t closed_among(Way ab, Way bc, Way ac) noexcept {
    std::uint64_t closed = 0;
    const auto count = [&](bool first, bool second, bool direct) { closed += first && second && direct ? 1 : 0; };
    count(leads(ab), leads(bc), leads(ac));  // a b c
    count(comes(bc), comes(ab), comes(ac));  // c b a
    count(leads(ac), comes(bc), leads(ab));  // a c b
    count(leads(bc), comes(ac), comes(ab));  // b c a
    count(comes(ab), leads(ac), leads(bc));  // b a c
    count(comes(ac), leads(ab), comes(bc));  // c a b
    return closed;
}

// The ways over each actor: somebody in, somebody else out.
std::uint64_t ways_through(const Dyads& dyads) {
    std::uint64_t ways = 0;
    for (Vertex v = 0; v < dyads.vertex_count(); ++v) {
        std::uint64_t in = 0;
        std::uint64_t out = 0;
        std::uint64_t back = 0;
        for (const Way way : dyads.ways_of(v)) {
            in += comes(way) ? 1 : 0;
            out += leads(way) ? 1 : 0;
            back += way == Way::both ? 1 : 0;
        }
        ways += in * out - back;
    }
    return ways;
}

std::uint64_t ties(const Dyads& dyads) {
    std::uint64_t ties = 0;
    for (const Way way : dyads.ways) ties += leads(way) ? 1 : 0;
    return ties;
}

}  // namespace

template <Direction D>
Value transitivity(const Csr<D>& view, TransitivityOptions options) {
    const Dyads dyads = detail::dyads(view);
    std::uint64_t closed = 0;
    detail::each_triangle(dyads, [&](const detail::Triangle& three) {
        closed += closed_among(dyads.ways[three.ab], dyads.ways[three.bc], dyads.ways[three.ac]);
    });
    const auto through = static_cast<double>(ways_through(dyads));
    constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
    if (options.closure == Closure::weak) {
        if (through == 0) return {undefined, "nobody is tied through another, so that there is nothing to close."};
        return {static_cast<double>(closed) / through, {}};
    }
    const double actors = view.vertex_count();
    if (actors < 3) return {undefined, "there are no three actors."};
    const double triads = actors * (actors - 1) * (actors - 2);
    const double direct = static_cast<double>(ties(dyads)) * (actors - 2);
    // Violated: through another but not directly, or directly but not through that other.
    return {(triads - through - direct + 2 * static_cast<double>(closed)) / triads, {}};
}

template Value transitivity(const Digraph&, TransitivityOptions);
template Value transitivity(const Ugraph&, TransitivityOptions);

}  // namespace coopnet::cohesion
