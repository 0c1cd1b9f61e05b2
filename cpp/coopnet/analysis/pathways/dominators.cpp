#include <coopnet/analysis/detail/dominator_tree.hpp>
#include <coopnet/analysis/pathways/dominators.hpp>

#include <coopnet/core/parallel.hpp>

#include <algorithm>
#include <ranges>
#include <utility>

namespace coopnet::pathways {
namespace {

using detail::DominatorTree;

// With a vertex behind the others for each edge, so that edges dominate as vertices do; one
// that runs both ways is one vertex, passed either way.
template <Direction D>
Digraph with_edges(const Csr<D>& view) {
    std::vector<EdgeSpec> halves;
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        const bool both_ways = edge.both_ways || !Csr<D>::is_directed;
        const Vertex middle = view.vertex_count() + id;
        halves.push_back({edge.source, middle, 1, both_ways});
        halves.push_back({middle, edge.target, 1, both_ways});
    }
    return {view.vertex_count() + view.edge_count(), std::move(halves)};
}

// `ask(graph, first, last)`: on a graph in which those asked about are the vertices from
// first up to last.
template <Direction D, class Ask>
auto on_graph(const Csr<D>& view, Of of, const Ask& ask) {
    if (of == Of::actors) return ask(view, Vertex{0}, view.vertex_count());
    const Digraph graph = with_edges(view);
    return ask(graph, view.vertex_count(), graph.vertex_count());
}

// Adds up a number of the vertices below each vertex of the tree, itself included.
template <class Number>
void add_up(const DominatorTree& tree, std::vector<Number>& numbers) {
    for (const Vertex v : tree.order() | std::views::drop(1) | std::views::reverse)
        numbers[tree.above(v)] += numbers[v];
}

// Those asked about in a tree: `first` up to `last`, but not its source.
class Gates {
public:
    Gates(const DominatorTree& tree, Vertex first, Vertex last, std::uint32_t actors)
        : tree_(tree), first_(first), actors_(actors), opened_(last, 0), before_(last) {
        for (const Vertex v : tree.order()) opened_[v] = v < actors ? 1 : 0;
        add_up(tree, opened_);
        for (const Vertex v : tree.order() | std::views::drop(1)) {
            const Vertex above = tree.above(v);
            before_[v] = is_gate(above) ? std::optional{above - first} : before_[above];
        }
    }

    [[nodiscard]] bool is_gate(Vertex v) const { return v >= first_ && tree_.reached(v) && v != tree_.order().front(); }
    [[nodiscard]] Gate gate(Vertex v) const {
        const std::uint32_t itself = v < actors_ ? 1 : 0;
        return {v - first_, before_[v], opened_[v] - itself};
    }
    [[nodiscard]] std::optional<std::uint32_t> gate_before(Vertex v) const { return before_[v]; }

private:
    const DominatorTree& tree_;
    Vertex first_;
    std::uint32_t actors_;
    std::vector<std::uint32_t> opened_;                 // by vertex: actors reached through it alone, itself included
    std::vector<std::optional<std::uint32_t>> before_;  // by vertex: the nearest gate above
};

Indispensable nothing(std::uint32_t count) {
    return {0, std::vector<std::uint64_t>(count, 0), std::vector<std::uint64_t>(count, 0)};
}

void add(Indispensable& found, const Indispensable& part) {
    found.pairs += part.pairs;
    for (std::size_t i = 0; i < part.alone.size(); ++i) {
        found.alone[i] += part.alone[i];
        found.ending[i] += part.ending[i];
    }
}

// The pairs that begin at a source.
template <class Graph>
void count_from(Vertex source, const Graph& graph, const std::vector<bool>& other, Vertex first, Indispensable& part) {
    const DominatorTree tree{graph, source};
    std::vector<std::uint64_t> below(graph.vertex_count(), 0);
    for (const Vertex v : tree.order()) below[v] = v < other.size() && v != source && other[v] ? 1 : 0;
    const auto ends = below;
    add_up(tree, below);
    part.pairs += below[source];
    for (const Vertex v : tree.order() | std::views::drop(1)) {
        if (v < first) continue;
        part.alone[v - first] += below[v] - ends[v];
        part.ending[v - first] += ends[v];
    }
    if (source >= first) part.ending[source - first] += below[source];
}

}  // namespace

template <Direction D>
std::vector<Gate> dominators(const Csr<D>& view, Vertex source, const DominatorsOptions& options, Monitor& monitor) {
    monitor.check();
    return on_graph(view, options.of, [&](const auto& graph, Vertex first, Vertex last) {
        const DominatorTree tree{graph, source};
        const Gates gates{tree, first, last, view.vertex_count()};
        std::vector<Gate> found;
        for (Vertex v = first; v < last; ++v) {
            if (!gates.is_gate(v)) continue;
            const Gate gate = gates.gate(v);
            if (options.of == Of::actors || gate.opens > 0) found.push_back(gate);
        }
        return found;
    });
}

template <Direction D>
std::optional<std::vector<Gate>> dominators(const Csr<D>& view, Vertex source, Vertex target,
                                            const DominatorsOptions& options, Monitor& monitor) {
    if (source == target) throw InvalidOption{"Nobody stands between an actor and itself. Name two different actors."};
    monitor.check();
    return on_graph(view, options.of,
                    [&](const auto& graph, Vertex first, Vertex last) -> std::optional<std::vector<Gate>> {
                        const DominatorTree tree{graph, source};
                        if (!tree.reached(target)) return std::nullopt;
                        const Gates gates{tree, first, last, view.vertex_count()};
                        std::vector<Gate> found;
                        for (auto id = gates.gate_before(target); id; id = found.back().before) {
                            found.push_back(gates.gate(first + *id));
                        }
                        std::ranges::reverse(found);
                        return found;
                    });
}

template <Direction D>
Indispensable indispensable(const Csr<D>& view, std::span<const Vertex> one, const std::vector<bool>& other,
                            const IndispensableOptions& options, Monitor& monitor) {
    if (other.size() != view.vertex_count()) {
        throw InvalidOption{"The other group does not say of each actor whether it is in. Say it of all."};
    }
    return on_graph(view, options.of, [&](const auto& graph, Vertex first, Vertex last) {
        constexpr std::size_t most_blocks = 16;
        const std::size_t blocks = std::min(most_blocks, one.size());
        std::vector<Indispensable> parts(blocks, nothing(last - first));
        monitor.expect(one.size());
        parallel_blocks(blocks, [&](std::size_t block) {
            for (std::size_t i = block; i < one.size(); i += blocks) {
                monitor.check();
                count_from(one[i], graph, other, first, parts[block]);
                monitor.advance();
            }
        });
        Indispensable found = nothing(last - first);
        for (const Indispensable& part : parts) add(found, part);
        return found;
    });
}

template std::vector<Gate> dominators(const Digraph&, Vertex, const DominatorsOptions&, Monitor&);
template std::vector<Gate> dominators(const Ugraph&, Vertex, const DominatorsOptions&, Monitor&);
template std::optional<std::vector<Gate>> dominators(const Digraph&, Vertex, Vertex, const DominatorsOptions&,
                                                     Monitor&);
template std::optional<std::vector<Gate>> dominators(const Ugraph&, Vertex, Vertex, const DominatorsOptions&, Monitor&);
template Indispensable indispensable(const Digraph&, std::span<const Vertex>, const std::vector<bool>&,
                                     const IndispensableOptions&, Monitor&);
template Indispensable indispensable(const Ugraph&, std::span<const Vertex>, const std::vector<bool>&,
                                     const IndispensableOptions&, Monitor&);

}  // namespace coopnet::pathways
