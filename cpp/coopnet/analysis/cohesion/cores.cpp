#include <coopnet/analysis/cohesion/cores.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace coopnet::cohesion {
namespace {

// Who loses a tie when an actor leaves: at each actor, those for whom a tie with it counts.
struct Losers {
    std::vector<std::uint32_t> offsets;
    std::vector<Vertex> actors;
};

// `visit(holder, other)`: the tie counts for the holder.
template <Direction D, class Visit>
void each_held(const Csr<D>& view, Mode mode, const Visit& visit) {
    for (const EdgeSpec& edge : view.edges()) {
        if (edge.source == edge.target) continue;
        const bool both = mode == Mode::all || !Csr<D>::is_directed || edge.both_ways;
        if (both || mode == Mode::out) visit(edge.source, edge.target);
        if (both || mode == Mode::in) visit(edge.target, edge.source);
    }
}

template <Direction D>
Losers losers(const Csr<D>& view, Mode mode) {
    Losers losers{std::vector<std::uint32_t>(std::size_t{view.vertex_count()} + 1, 0), {}};
    each_held(view, mode, [&](Vertex, Vertex other) { ++losers.offsets[other + 1]; });
    std::partial_sum(losers.offsets.begin(), losers.offsets.end(), losers.offsets.begin());
    losers.actors.resize(losers.offsets.back());
    auto next = losers.offsets;
    each_held(view, mode, [&](Vertex holder, Vertex other) { losers.actors[next[other]++] = holder; });
    return losers;
}

}  // namespace

template <Direction D>
Scores cores(const Csr<D>& view, CoresOptions options) {
    const std::uint32_t count = view.vertex_count();
    const Losers losers = cohesion::losers(view, options.mode);
    std::vector<std::uint32_t> ties(count, 0);
    each_held(view, options.mode, [&](Vertex holder, Vertex) { ++ties[holder]; });

    // The actors by how many ties they have left, and where those of each number begin.
    const std::uint32_t most = count == 0 ? 0 : *std::ranges::max_element(ties);
    std::vector<std::uint32_t> first(std::size_t{most} + 2, 0);
    std::vector<std::uint32_t> place(count);
    std::vector<Vertex> order(count);
    for (const std::uint32_t number : ties) ++first[number + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    auto next = first;
    for (Vertex v = 0; v < count; ++v) order[place[v] = next[ties[v]]++] = v;

    for (std::uint32_t i = 0; i < count; ++i) {
        const Vertex leaving = order[i];
        first[ties[leaving]] = i + 1;
        for (std::uint32_t k = losers.offsets[leaving]; k < losers.offsets[leaving + 1]; ++k) {
            const Vertex loser = losers.actors[k];
            if (ties[loser] <= ties[leaving]) continue;
            // It changes places with the first of its number, and is the last of the number below.
            const std::uint32_t front = std::max(first[ties[loser]], i + 1);
            std::swap(order[place[loser]], order[front]);
            std::swap(place[loser], place[order[place[loser]]]);
            first[ties[loser]] = front + 1;
            --ties[loser];
        }
    }
    return {std::vector<double>(ties.begin(), ties.end()), {}};
}

template Scores cores(const Digraph&, CoresOptions);
template Scores cores(const Ugraph&, CoresOptions);

}  // namespace coopnet::cohesion
