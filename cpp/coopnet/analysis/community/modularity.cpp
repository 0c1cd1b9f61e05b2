#include <coopnet/analysis/community/modularity.hpp>

#include <coopnet/analysis/community/resolution.hpp>
#include <coopnet/analysis/detail/weights.hpp>

#include <algorithm>
#include <limits>
#include <vector>

namespace coopnet::community {

template <Direction D>
Value modularity(const Csr<D>& view, std::span<const std::uint32_t> groups, std::span<const double> strengths,
                 ModularityOptions options) {
    require_resolution(options.resolution);
    const std::uint32_t actors = view.vertex_count();
    if (groups.size() != actors || std::ranges::any_of(groups, [&](std::uint32_t group) { return group >= actors; })) {
        throw InvalidOption{"Each actor needs a group, numbered below the number of actors."};
    }
    detail::require_strengths(strengths);
    if (view.edge_count() == 0) return {std::numeric_limits<double>::quiet_NaN(), "there are no ties."};

    std::vector<double> sent(actors, 0.0);
    std::vector<double> received(actors, 0.0);
    std::vector<double> inside(actors, 0.0);
    double all = 0;
    const auto add = [&](Vertex from, Vertex to, double strength) {
        sent[groups[from]] += strength;
        received[groups[to]] += strength;
        if (groups[from] == groups[to]) inside[groups[from]] += strength;
        all += strength;
    };
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        const double strength = strengths.empty() ? 1 : strengths[id];
        add(edge.source, edge.target, strength);
        const bool back = !Csr<D>::is_directed || (edge.both_ways && edge.source != edge.target);
        if (back) add(edge.target, edge.source, strength);
    }
    double sum = 0;
    for (std::uint32_t group = 0; group < actors; ++group) {
        sum += inside[group] / all - options.resolution * (sent[group] / all) * (received[group] / all);
    }
    return {sum, {}};
}

template Value modularity(const Digraph&, std::span<const std::uint32_t>, std::span<const double>, ModularityOptions);
template Value modularity(const Ugraph&, std::span<const std::uint32_t>, std::span<const double>, ModularityOptions);

}  // namespace coopnet::community
