#include <coopnet/analysis/brokerage/two_mode_roles.hpp>
#include <coopnet/analysis/detail/contacts.hpp>

#include <cstddef>
#include <limits>
#include <utility>

namespace coopnet::brokerage {
namespace {

constexpr Vertex no_actor = std::numeric_limits<Vertex>::max();

// Pairs of actors, an edge for each forum they share; parallel edges add up in `roles`.
std::vector<EdgeSpec> shared_forums(const detail::Contacts& ties, std::span<const Vertex> forums,
                                    const std::vector<Vertex>& place, Monitor& monitor) {
    std::vector<EdgeSpec> edges;
    std::vector<Vertex> members;
    for (const Vertex forum : forums) {
        monitor.check();
        members.clear();
        for (const Vertex v : ties.of(forum)) {
            if (place[v] != no_actor) members.push_back(place[v]);
        }
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k) edges.push_back({members[k], members[i]});
        }
    }
    return edges;
}

}  // namespace

template <Direction D>
TwoModeRoles two_mode_roles(const Csr<D>& view, std::span<const Vertex> forums, std::span<const std::uint32_t> groups,
                            const TwoModeRolesOptions& options, Monitor& monitor) {
    if (groups.size() != view.vertex_count()) throw InvalidOption{"Each actor needs a group. Give as many as actors."};
    std::vector<Vertex> place(view.vertex_count(), 0);
    for (const Vertex forum : forums) place[forum] = no_actor;
    TwoModeRoles roles;
    std::vector<std::uint32_t> labels;
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        if (place[v] == no_actor) continue;
        place[v] = static_cast<Vertex>(roles.actors.size());
        roles.actors.push_back(v);
        labels.push_back(groups[v]);
    }
    const auto ties = detail::contacts(view, {}, detail::Mode::all);
    const Ugraph pairs{static_cast<std::uint32_t>(roles.actors.size()), shared_forums(ties, forums, place, monitor)};
    // Strengths count forums: their product counts chains, and without strengths the merged
    // edges would, so each pair is made one edge first.
    const auto once = detail::contacts(pairs, {}, detail::Mode::out);
    std::vector<EdgeSpec> edges;
    std::vector<double> strengths;
    for (Vertex v = 0; v < pairs.vertex_count(); ++v) {
        for (std::size_t i = 0; i < once.of(v).size(); ++i) {
            if (once.of(v)[i] < v) continue;
            edges.push_back({v, once.of(v)[i]});
            strengths.push_back(options.chains ? once.strengths_of(v)[i] : 1);
        }
    }
    roles.table = brokerage::roles(Ugraph{pairs.vertex_count(), std::move(edges)}, labels, strengths,
                                   {.weighted = TriadWeight::product,
                                    .permutations = options.permutations,
                                    .seed = options.seed,
                                    .alternative = options.alternative},
                                   monitor);
    roles.table.why.clear();  // expected values are left out, not undefined
    return roles;
}

template TwoModeRoles two_mode_roles(const Digraph&, std::span<const Vertex>, std::span<const std::uint32_t>,
                                     const TwoModeRolesOptions&, Monitor&);
template TwoModeRoles two_mode_roles(const Ugraph&, std::span<const Vertex>, std::span<const std::uint32_t>,
                                     const TwoModeRolesOptions&, Monitor&);

}  // namespace coopnet::brokerage
