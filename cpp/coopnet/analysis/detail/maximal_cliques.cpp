#include <coopnet/analysis/detail/maximal_cliques.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace coopnet::detail {
namespace {

using Set = std::vector<Vertex>;  // ascending

class Search {
public:
    Search(const Ugraph& graph, const CliqueLimits& limits, Patience& patience)
        : graph_(graph), limits_(limits), patience_(patience) {}

    MaximalCliques all(std::span<const Vertex> order);

private:
    void extend(const Set& candidates, const Set& done);
    void report();
    [[nodiscard]] Set among(const Set& set, Vertex v) const;
    [[nodiscard]] Vertex pivot(const Set& candidates, const Set& done) const;

    const Ugraph& graph_;
    const CliqueLimits& limits_;
    Patience& patience_;
    Set clique_;
    MaximalCliques found_;
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
    if (clique_.size() < limits_.min_size) return;
    if (found_.members.size() == limits_.max_results) {
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
    if (clique_.size() + candidates.size() < limits_.min_size) return;
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

MaximalCliques Search::all(std::span<const Vertex> order) {
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

MaximalCliques maximal_cliques(const Ugraph& graph, std::span<const Vertex> order, const CliqueLimits& limits,
                               Patience& patience) {
    return Search{graph, limits, patience}.all(order);
}

}  // namespace coopnet::detail
