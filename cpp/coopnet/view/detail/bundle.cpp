#include <coopnet/view/detail/bundle.hpp>

#include <algorithm>
#include <utility>

namespace coopnet::detail {
namespace {

std::uint64_t ordered_pair(Vertex a, Vertex b) noexcept {
    return std::uint64_t{a} << 32 | b;
}

std::uint64_t unordered_pair(Vertex a, Vertex b) noexcept {
    return ordered_pair(std::min(a, b), std::max(a, b));
}

std::vector<std::uint64_t> directed_pairs(const std::vector<EdgeSpec>& edges) {
    std::vector<std::uint64_t> pairs;
    for (const EdgeSpec& edge : edges) {
        if (!edge.both_ways) pairs.push_back(unordered_pair(edge.source, edge.target));
    }
    std::ranges::sort(pairs);
    return pairs;
}

Bundle split_mixed(Bundle bundle) {
    const auto directed = directed_pairs(bundle.edges);
    const auto splits = [&directed](const EdgeSpec& edge) {
        return edge.both_ways && std::ranges::binary_search(directed, unordered_pair(edge.source, edge.target));
    };
    if (std::ranges::none_of(bundle.edges, splits)) return bundle;
    Bundle split;
    split.reserve(bundle.edges.size());
    for (std::size_t i = 0; i < bundle.edges.size(); ++i) {
        EdgeSpec edge = bundle.edges[i];
        const bool two = splits(edge);
        edge.both_ways = edge.both_ways && !two;
        split.add(edge, bundle.ties_of(i));
        if (two && edge.source != edge.target) {
            std::swap(edge.source, edge.target);
            split.add(edge, bundle.ties_of(i));
        }
    }
    return split;
}

// For each edge the first one that joins the same two.
std::vector<std::uint32_t> firsts(const std::vector<EdgeSpec>& edges, bool undirected) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    order.reserve(edges.size());
    for (const EdgeSpec& edge : edges) {
        const bool either_way = undirected || edge.both_ways;
        const auto pair =
            either_way ? unordered_pair(edge.source, edge.target) : ordered_pair(edge.source, edge.target);
        order.emplace_back(pair, static_cast<std::uint32_t>(order.size()));
    }
    std::ranges::sort(order);
    std::vector<std::uint32_t> first(edges.size());
    for (std::size_t k = 0; k < order.size(); ++k) {
        const bool joins = k > 0 && order[k].first == order[k - 1].first;
        first[order[k].second] = joins ? first[order[k - 1].second] : order[k].second;
    }
    return first;
}

double merged(Parallel rule, double a, double b) noexcept {
    switch (rule) {
        case Parallel::max:
            return std::max(a, b);
        case Parallel::min:
            return std::min(a, b);
        default:
            return a + b;
    }
}

}  // namespace

void Bundle::reserve(std::size_t edge_count) {
    edges.reserve(edge_count);
    offsets.reserve(edge_count + 1);
    ties.reserve(edge_count);
}

void Bundle::add(const EdgeSpec& edge, std::span<const TieRow> stands_for) {
    edges.push_back(edge);
    ties.insert(ties.end(), stands_for.begin(), stands_for.end());
    offsets.push_back(static_cast<std::uint32_t>(ties.size()));
}

Bundle merge_parallel(Bundle bundle, Parallel rule, bool undirected) {
    if (!undirected) bundle = split_mixed(std::move(bundle));
    if (rule == Parallel::count) {
        for (EdgeSpec& edge : bundle.edges) edge.weight = 1;
    }
    const auto first = firsts(bundle.edges, undirected);

    Bundle result;
    std::vector<std::uint32_t> place(first.size());  // of a first edge, in the result
    for (std::uint32_t i = 0; i < first.size(); ++i) {
        const EdgeSpec& edge = bundle.edges[i];
        if (first[i] == i) {
            place[i] = static_cast<std::uint32_t>(result.edges.size());
            result.edges.push_back(edge);
            result.offsets.push_back(0);
        } else {
            double& weight = result.edges[place[first[i]]].weight;
            weight = merged(rule, weight, edge.weight);
        }
        result.offsets[place[first[i]] + 1] += static_cast<std::uint32_t>(bundle.ties_of(i).size());
    }
    for (std::size_t e = 0; e < result.edges.size(); ++e) result.offsets[e + 1] += result.offsets[e];

    result.ties.resize(bundle.ties.size());
    std::vector<std::uint32_t> next(result.offsets.begin(), result.offsets.end() - 1);
    for (std::uint32_t i = 0; i < first.size(); ++i) {
        for (const TieRow tie : bundle.ties_of(i)) result.ties[next[place[first[i]]]++] = tie;
    }
    return result;
}

}  // namespace coopnet::detail
