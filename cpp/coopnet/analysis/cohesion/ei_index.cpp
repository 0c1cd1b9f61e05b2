#include <coopnet/analysis/cohesion/ei_index.hpp>

#include <coopnet/analysis/detail/weights.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace coopnet::cohesion {
namespace {

using detail::Labels;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

struct Ends {
    double external = 0;
    double internal = 0;

    void add(bool outward, double strength) noexcept { (outward ? external : internal) += strength; }
    void add(const Ends& other) noexcept {
        external += other.external;
        internal += other.internal;
    }
    [[nodiscard]] double index() const noexcept {
        const double all = external + internal;
        return all == 0 ? undefined : (external - internal) / all;
    }
};

// The ends of ties at each actor.
template <Direction D>
std::vector<Ends> at_actors(const Csr<D>& view, const Labels& groups, std::span<const double> strengths) {
    std::vector<Ends> ends(view.vertex_count());
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        if (edge.source == edge.target) continue;
        const bool outward = groups[edge.source] != groups[edge.target];
        const double strength = strengths.empty() ? 1 : strengths[id];
        ends[edge.source].add(outward, strength);
        ends[edge.target].add(outward, strength);
    }
    return ends;
}

// The ends of ties in each group, and of all last.
std::vector<Ends> in_groups(const std::vector<Ends>& actors, const Labels& groups, std::uint32_t group_count) {
    std::vector<Ends> ends(std::size_t{group_count} + 1);
    for (std::size_t v = 0; v < actors.size(); ++v) {
        ends[groups[v]].add(actors[v]);
        ends.back().add(actors[v]);
    }
    return ends;
}

std::vector<double> sizes(const Labels& groups, std::uint32_t group_count) {
    std::vector<double> sizes(group_count, 0.0);
    for (const std::uint32_t group : groups) ++sizes[group];
    return sizes;
}

EiRow row(const Ends& ends, double inside) {
    return {ends.external, ends.internal, ends.index(), 1 - (2 * inside), 0};
}

// Under random mixing, how likely a tie of somebody in a group of this size stays within it.
double stays(double size, double actors) noexcept {
    return actors < 2 ? undefined : (size - 1) / (actors - 1);
}

template <Direction D>
void compare_with_random_groups(const Csr<D>& view, const Labels& groups, std::span<const double> strengths,
                                const EiIndexOptions& options, EiIndex& found, Monitor& monitor) {
    const auto group_count = static_cast<std::uint32_t>(found.groups.size());
    const auto measure = [&](const Labels& labels, std::vector<double>& numbers) {
        numbers.clear();
        for (const Ends& ends : in_groups(at_actors(view, labels, strengths), labels, group_count)) {
            numbers.push_back(ends.index());
        }
    };
    std::vector<double> real;
    measure(groups, real);
    const detail::Permuting permuting{options.permutations, options.seed, options.alternative};
    const std::uint64_t effort = std::uint64_t{view.vertex_count()} + view.edge_count();
    const auto values = detail::p_values(groups, real, measure, permuting, effort, monitor);
    const auto p = [&](std::size_t i) { return std::isnan(real[i]) ? undefined : values.p[i]; };
    for (std::uint32_t group = 0; group < group_count; ++group) found.groups[group].p = p(group);
    found.network.p = p(group_count);
    found.arrangements = values.arrangements;
    found.exact = values.exact;
}

}  // namespace

template <Direction D>
EiIndex ei_index(const Csr<D>& view, std::span<const std::uint32_t> groups, std::uint32_t group_count,
                 std::span<const double> strengths, const EiIndexOptions& options, Monitor& monitor) {
    detail::require_strengths(strengths);
    if (groups.size() != view.vertex_count()) throw InvalidOption{"Each actor needs a group. Give as many as actors."};
    const Labels labels{groups.begin(), groups.end()};
    const auto size_of = sizes(labels, group_count);
    const double actors = view.vertex_count();
    const auto at = at_actors(view, labels, strengths);
    const auto in = in_groups(at, labels, group_count);

    EiIndex found;
    double inside = 0;
    for (std::size_t v = 0; v < at.size(); ++v) {
        const double likely = stays(size_of[labels[v]], actors);
        inside += likely / actors;
        found.actors.push_back(row(at[v], likely));
    }
    for (std::uint32_t group = 0; group < group_count; ++group) {
        found.groups.push_back(row(in[group], stays(size_of[group], actors)));
    }
    found.network = row(in.back(), actors < 2 ? undefined : inside);
    const auto without = [](const EiRow& one) { return std::isnan(one.index); };
    if (without(found.network) || std::ranges::any_of(found.groups, without) ||
        std::ranges::any_of(found.actors, without)) {
        found.why = "who has no tie has none that could lead out or stay within.";
    }
    if (options.permutations > 0) compare_with_random_groups(view, labels, strengths, options, found, monitor);
    return found;
}

template EiIndex ei_index(const Digraph&, std::span<const std::uint32_t>, std::uint32_t, std::span<const double>,
                          const EiIndexOptions&, Monitor&);
template EiIndex ei_index(const Ugraph&, std::span<const std::uint32_t>, std::uint32_t, std::span<const double>,
                          const EiIndexOptions&, Monitor&);

}  // namespace coopnet::cohesion
