#include <coopnet/analysis/cohesion/backbone.hpp>

#include <coopnet/analysis/detail/ties.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/error.hpp>

#include <algorithm>
#include <cmath>

namespace coopnet::cohesion {
namespace {

// What leaves an actor, or arrives there.
struct End {
    double strength = 0;
    double ties = 0;

    void add(double one) noexcept {
        strength += one;
        ++ties;
    }
    [[nodiscard]] double p(double one) const noexcept { return std::pow((strength - one) / strength, ties - 1); }
};

struct Ends {
    std::vector<End> out, in;  // by vertex
};

template <Direction D>
Ends ends_of(const Csr<D>& view, std::span<const double> strengths) {
    Ends ends{std::vector<End>(view.vertex_count()), std::vector<End>(view.vertex_count())};
    detail::each_tie(view, strengths, [&](Vertex from, Vertex to, double strength) {
        ends.out[from].add(strength);
        ends.in[to].add(strength);
    });
    return ends;
}

}  // namespace

template <Direction D>
Backbone backbone(const Csr<D>& view, std::span<const double> strengths, BackboneOptions options) {
    detail::require_strengths(strengths);
    if (!(options.alpha > 0 && options.alpha < 1)) throw InvalidOption{"alpha lies between 0 and 1, as 0.05 does."};
    const Ends ends = ends_of(view, strengths);
    Backbone found;
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        if (edge.source == edge.target) continue;
        const double strength = strengths.empty() ? 1 : strengths[id];
        double p = 1;
        bool is_only = false;
        const auto compare = [&](const End& out, const End& in) {
            p = std::min({p, out.p(strength), in.p(strength)});
            is_only = is_only || (out.ties == 1 && in.ties == 1);
        };
        compare(ends.out[edge.source], ends.in[edge.target]);
        if (!Csr<D>::is_directed || edge.both_ways) compare(ends.out[edge.target], ends.in[edge.source]);
        if (p >= options.alpha && !is_only) continue;
        found.edges.push_back(id);
        found.p.push_back(p);
    }
    return found;
}

template Backbone backbone(const Digraph&, std::span<const double>, BackboneOptions);
template Backbone backbone(const Ugraph&, std::span<const double>, BackboneOptions);

}  // namespace coopnet::cohesion
