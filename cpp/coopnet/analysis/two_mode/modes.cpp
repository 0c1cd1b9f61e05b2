#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/analysis/two_mode/modes.hpp>
#include <coopnet/core/error.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace coopnet::two_mode {
namespace {

void require_two(const std::vector<std::uint32_t>& mode, std::uint32_t count) {
    const bool known = std::ranges::all_of(mode, [](std::uint32_t m) { return m < 2; });
    if (mode.size() != count || !known) throw InvalidOption{"Each actor belongs to one of two modes. Say which."};
}

void require_between(const EdgeSpec& edge, const std::vector<std::uint32_t>& mode, const Names& names) {
    if (mode[edge.source] != mode[edge.target]) return;
    const std::string tie = edge.source == edge.target
                                ? "tie of " + names[edge.source] + " to itself lies"
                                : "tie between " + names[edge.source] + " and " + names[edge.target] + " lies";
    throw InvalidOption{"The " + tie +
                        " inside one mode. Choose ties between the modes, by layers= or relations= of the projection, "
                        "or other modes."};
}

}  // namespace

template <Direction D>
Modes modes(const Csr<D>& view, std::span<const double> strengths, std::vector<std::uint32_t> mode,
            const Names& names) {
    detail::require_strengths(strengths);
    require_two(mode, view.vertex_count());
    std::vector<std::tuple<Vertex, Vertex, EdgeId>> ties;  // from mode 0 to mode 1
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        require_between(edge, mode, names);
        const bool turned = mode[edge.source] == 1;
        ties.emplace_back(turned ? edge.target : edge.source, turned ? edge.source : edge.target, id);
    }
    std::ranges::sort(ties);

    Modes found{std::move(mode), {}, {}, {}};
    for (const std::uint32_t m : found.mode) ++found.sizes[m];
    std::vector<EdgeSpec> pairs;
    for (const auto& [one, other, id] : ties) {
        const bool again = !pairs.empty() && pairs.back().source == one && pairs.back().target == other;
        if (!again) pairs.push_back({one, other});
        if (strengths.empty()) continue;
        if (!again) found.strengths.push_back(0);
        found.strengths.back() += strengths[id];
    }
    found.graph = {view.vertex_count(), std::move(pairs)};
    return found;
}

template Modes modes(const Digraph&, std::span<const double>, std::vector<std::uint32_t>, const Names&);
template Modes modes(const Ugraph&, std::span<const double>, std::vector<std::uint32_t>, const Names&);

}  // namespace coopnet::two_mode
