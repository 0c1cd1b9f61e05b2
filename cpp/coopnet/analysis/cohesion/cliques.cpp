#include <coopnet/analysis/cohesion/cliques.hpp>

#include <coopnet/analysis/cohesion/cores.hpp>
#include <coopnet/analysis/detail/dyads.hpp>
#include <coopnet/analysis/detail/patience.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace coopnet::cohesion {
namespace {

using Set = std::vector<Vertex>;  // ascending

// The dyads that count as ties, as a graph of their own.
Ugraph tied(const detail::Dyads& dyads, bool mutual) {
    std::vector<EdgeSpec> edges;
    for (Vertex v = 0; v < dyads.vertex_count(); ++v) {
        const auto actors = dyads.of(v);
        const auto ways = dyads.ways_of(v);
        for (std::size_t i = 0; i < actors.size(); ++i) {
            if (v < actors[i] && (!mutual || ways[i] == detail::Way::both)) edges.push_back({v, actors[i]});
        }
    }
    return {dyads.vertex_count(), std::move(edges)};
}

class Search {
public:
    Search(const Ugraph& graph, const CliquesOptions& options, detail::Patience& patience)
        : graph_(graph), options_(options), patience_(patience) {}

    Cliques all();

private:
    void extend(const Set& candidates, const Set& done);
    void report();
    [[nodiscard]] Set among(const Set& set, Vertex v) const;
    [[nodiscard]] Vertex pivot(const Set& candidates, const Set& done) const;

    const Ugraph& graph_;
    const CliquesOptions& options_;
    detail::Patience& patience_;
    Set clique_;
    Cliques found_;
};

// Those of a set who are tied to v. Neighbors ascend, since edges were given in order.
Set Search::among(const Set& set, Vertex v) const {
    Set common;
    const auto neighbors = graph_.out(v);
    std::ranges::set_intersection(set, neighbors, std::back_inserter(common));
    return common;
}

// Who is tied to most candidates leaves fewest to be tried.
Vertex Search::pivot(const Set& candidates, const Set& done) const {
    Vertex best = 0;
    std::size_t most = 0;
    bool none = true;
    for (const Set* set : {&candidates, &done}) {
        for (const Vertex v : *set) {
            const std::size_t tied = among(candidates, v).size();
            if (none || tied > most) {
                best = v;
                most = tied;
                none = false;
            }
        }
    }
    return best;
}

void Search::report() {
    if (clique_.size() < options_.min_size) return;
    if (found_.members.size() == options_.max_results) {
        found_.partial = true;
        return;
    }
    Set members = clique_;
    std::ranges::sort(members);
    found_.members.push_back(std::move(members));
}

void Search::extend(const Set& candidates, const Set& done) {
    found_.partial = found_.partial || !patience_.lasts();
    if (found_.partial) return;
    if (candidates.empty()) {
        if (done.empty()) report();
        return;
    }
    if (clique_.size() + candidates.size() < options_.min_size) return;
    Set left = candidates;
    Set tried = done;
    Set without;  // candidates that the pivot is not tied to
    std::ranges::set_difference(candidates, among(candidates, pivot(candidates, done)), std::back_inserter(without));
    for (const Vertex v : without) {
        clique_.push_back(v);
        extend(among(left, v), among(tried, v));
        clique_.pop_back();
        left.erase(std::ranges::lower_bound(left, v));
        tried.insert(std::ranges::upper_bound(tried, v), v);
    }
}

Cliques Search::all() {
    // From the outside in: whoever is peeled off first has the fewest candidates after it.
    const auto numbers = cores(graph_).values;
    Set order(graph_.vertex_count());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](Vertex u, Vertex v) { return numbers[u] < numbers[v]; });
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    for (const Vertex v : order) {
        Set candidates;
        Set done;
        for (const Vertex u : graph_.out(v)) (place[u] > place[v] ? candidates : done).push_back(u);
        clique_.assign(1, v);
        extend(candidates, done);
    }
    const auto larger = [](const Set& a, const Set& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; };
    std::ranges::sort(found_.members, larger);
    return std::move(found_);
}

}  // namespace

template <Direction D>
Cliques cliques(const Csr<D>& view, const CliquesOptions& options, Monitor& monitor) {
    detail::Patience patience{monitor, options.time_limit};
    const Ugraph graph = tied(detail::dyads(view), options.mutual);
    return Search{graph, options, patience}.all();
}

template Cliques cliques(const Digraph&, const CliquesOptions&, Monitor&);
template Cliques cliques(const Ugraph&, const CliquesOptions&, Monitor&);

}  // namespace coopnet::cohesion
