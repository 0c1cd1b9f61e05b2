#include <coopnet/analysis/cohesion/clustering.hpp>

#include <coopnet/analysis/detail/dyads.hpp>
#include <coopnet/analysis/detail/weights.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace coopnet::cohesion {
namespace {

using detail::Dyads;
using detail::Triangle;
using detail::Way;

// Where u's dyad with v stands.
std::size_t place(const Dyads& dyads, Vertex u, Vertex v) {
    const auto contacts = dyads.of(u);
    return dyads.offsets[u] + static_cast<std::size_t>(std::ranges::lower_bound(contacts, v) - contacts.begin());
}

// By place, how strongly ties lead to the other actor of the dyad.
template <Direction D>
std::vector<double> leading(const Csr<D>& view, std::span<const double> strengths, const Dyads& dyads) {
    std::vector<double> leading(dyads.actors.size(), 0.0);
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        if (edge.source == edge.target) continue;
        leading[place(dyads, edge.source, edge.target)] += strengths[id];
        if (Csr<D>::is_directed && !edge.both_ways) continue;
        leading[place(dyads, edge.target, edge.source)] += strengths[id];
    }
    return leading;
}

// By place, what the dyad weighs in a triangle: a root of its strength (Onnela), both ways added if directed.
template <Direction D>
std::vector<double> weights(const Csr<D>& view, std::span<const double> strengths, const Dyads& dyads) {
    std::vector<double> weights(dyads.actors.size());
    if (strengths.empty()) {
        for (std::size_t i = 0; i < weights.size(); ++i) {
            weights[i] = Csr<D>::is_directed && dyads.ways[i] == Way::both ? 2 : 1;
        }
        return weights;
    }
    const auto to = leading(view, strengths, dyads);
    const double greatest = to.empty() ? 1 : *std::ranges::max_element(to);
    const auto root = [&](double strength) { return std::cbrt(strength / greatest); };
    for (Vertex u = 0; u < view.vertex_count(); ++u) {
        for (std::size_t i = dyads.offsets[u]; i < dyads.offsets[u + 1]; ++i) {
            weights[i] = root(to[i]);
            if (Csr<D>::is_directed) weights[i] += root(to[place(dyads, dyads.actors[i], u)]);
        }
    }
    return weights;
}

// The triangles through each actor, each by the product of its dyads' weights.
std::vector<double> triangles(const Dyads& dyads, std::span<const double> weights) {
    std::vector<double> sums(dyads.vertex_count(), 0.0);
    detail::each_triangle(dyads, [&](const Triangle& three) {
        const double weight = weights[three.ab] * weights[three.ac] * weights[three.bc];
        for (const Vertex v : {three.a, three.b, three.c}) sums[v] += weight;
    });
    return sums;
}

// The triangles that could run through each actor.
template <bool Directed>
double possible(const Dyads& dyads, Vertex v) {
    const double contacts = dyads.degree(v);
    if constexpr (!Directed) return contacts * (contacts - 1) / 2;
    double back = 0;
    for (const Way way : dyads.ways_of(v)) back += way == Way::both ? 1 : 0;
    const double ties = contacts + back;
    return (ties * (ties - 1)) - (2 * back);
}

std::vector<double> barrat(const Ugraph& view, std::span<const double> strengths, const Dyads& dyads) {
    const auto to = leading(view, strengths, dyads);
    std::vector<double> sums(dyads.vertex_count(), 0.0);
    const auto from = [&](Vertex u, Vertex v) { return to[place(dyads, u, v)]; };
    detail::each_triangle(dyads, [&](const Triangle& three) {
        sums[three.a] += to[three.ab] + to[three.ac];
        sums[three.b] += from(three.b, three.a) + to[three.bc];
        sums[three.c] += from(three.c, three.a) + from(three.c, three.b);
    });
    for (Vertex v = 0; v < dyads.vertex_count(); ++v) {
        double strength = 0;
        for (std::size_t i = dyads.offsets[v]; i < dyads.offsets[v + 1]; ++i) strength += to[i];
        sums[v] /= strength * (dyads.degree(v) - 1.0);
    }
    return sums;
}

}  // namespace

template <Direction D>
Scores clustering(const Csr<D>& view, std::span<const double> strengths, ClusteringOptions options) {
    detail::require_strengths(strengths);
    const Dyads dyads = detail::dyads(view);
    const bool by_ties = !strengths.empty() && options.weighted == Clustering::barrat;
    Scores scores;
    if constexpr (Csr<D>::is_directed) {
        if (by_ties)
            throw InvalidOption{"Barrat's clustering is for ties without direction. Ask onnela, or undirected."};
    } else if (by_ties) {
        scores.values = barrat(view, strengths, dyads);
    }
    if (!by_ties) {
        scores.values = triangles(dyads, weights(view, strengths, dyads));
        for (Vertex v = 0; v < view.vertex_count(); ++v) scores.values[v] /= possible<Csr<D>::is_directed>(dyads, v);
    }
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        if (possible<Csr<D>::is_directed>(dyads, v) > 0) continue;
        scores.values[v] = options.zero ? 0 : std::numeric_limits<double>::quiet_NaN();
        if (!options.zero) scores.why = "an actor of fewer than two contacts has no two that could be tied.";
    }
    return scores;
}

template Scores clustering(const Digraph&, std::span<const double>, ClusteringOptions);
template Scores clustering(const Ugraph&, std::span<const double>, ClusteringOptions);

}  // namespace coopnet::cohesion
