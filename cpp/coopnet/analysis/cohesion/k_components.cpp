#include <coopnet/analysis/cohesion/k_components.hpp>

#include <coopnet/analysis/detail/dyads.hpp>
#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/analysis/detail/separation.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace coopnet::cohesion {
namespace {

using detail::Dyads;
using Set = std::vector<Vertex>;  // ascending

// Those who keep k ties among themselves: nobody with fewer is held by k.
Set core(const Dyads& dyads, std::uint32_t k) {
    const std::uint32_t count = dyads.vertex_count();
    std::vector<std::uint32_t> ties(count);
    Set leaving;
    for (Vertex v = 0; v < count; ++v) {
        ties[v] = dyads.degree(v);
        if (ties[v] < k) leaving.push_back(v);
    }
    for (std::size_t i = 0; i < leaving.size(); ++i) {
        for (const Vertex v : dyads.of(leaving[i])) {
            if (ties[v]-- == k) leaving.push_back(v);
        }
    }
    Set core;
    for (Vertex v = 0; v < count; ++v) {
        if (ties[v] >= k) core.push_back(v);
    }
    return core;
}

Set named(const Set& places, const Set& actors) {
    Set named;
    for (const Vertex place : places) named.push_back(actors[place]);
    return named;
}

// What fewer than k actors hold together falls into parts, each with these actors: who is
// held by k is in one of them.
std::vector<Set> k_components_within(const Dyads& whole, Set actors, std::uint32_t k, detail::Patience& patience) {
    std::vector<Set> found;
    std::vector<Set> open{std::move(actors)};
    while (!open.empty()) {
        patience.monitor().check();
        const Set outer = std::move(open.back());
        open.pop_back();
        const Set inner = named(core(detail::among(whole, outer), k), outer);
        const Dyads held = detail::among(whole, inner);
        for (const Set& piece : detail::pieces_of(held)) {
            if (piece.size() <= k) continue;
            const Set set = named(piece, inner);
            const Dyads dyads = detail::among(whole, set);
            const auto cut = detail::small_cut(dyads, k - 1, patience);
            if (!cut) {
                found.push_back(set);
                continue;
            }
            std::vector<bool> out(set.size(), false);
            for (const Vertex v : *cut) out[v] = true;
            for (const Set& part : detail::pieces_of(dyads, std::move(out))) {
                Set with_cut;
                std::ranges::merge(part, *cut, std::back_inserter(with_cut));
                open.push_back(named(with_cut, set));
            }
        }
    }
    return found;
}

}  // namespace

template <Direction D>
KComponents k_components(const Csr<D>& view, Monitor& monitor) {
    const Dyads dyads = detail::both_ways(detail::dyads(view));
    KComponents found;
    found.embeddedness.assign(view.vertex_count(), 0);
    struct Open {
        Set set;
        std::uint32_t k = 1;  // it is a k-component, and more perhaps
    };
    std::vector<Open> open;
    for (Set& piece : detail::pieces_of(dyads)) {
        if (piece.size() > 1) open.push_back({std::move(piece), 1});
    }
    detail::Patience patience{monitor, std::nullopt};
    while (!open.empty()) {
        const Open next = std::move(open.back());
        open.pop_back();
        const std::uint32_t most = *detail::connectivity(detail::among(dyads, next.set), patience);
        found.levels.resize(std::max(found.levels.size(), std::size_t{most}));
        for (std::uint32_t k = next.k; k <= most; ++k) found.levels[k - 1].push_back(next.set);
        for (const Vertex v : next.set) found.embeddedness[v] = std::max(found.embeddedness[v], most);
        for (Set& set : k_components_within(dyads, next.set, most + 1, patience)) {
            open.push_back({std::move(set), most + 1});
        }
    }
    for (auto& level : found.levels) {
        std::ranges::sort(
            level, [](const Set& a, const Set& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    }
    return found;
}

template KComponents k_components(const Digraph&, Monitor&);
template KComponents k_components(const Ugraph&, Monitor&);

}  // namespace coopnet::cohesion
