#include <coopnet/analysis/detail/dominator_tree.hpp>

#include <algorithm>
#include <ranges>
#include <utility>

namespace coopnet::detail {

// Boost's Lengauer–Tarjan calls itself as deep as a pathway is long; this calls nothing.
template <Direction D>
DominatorTree::DominatorTree(const Csr<D>& graph, Vertex root)
    : place_(graph.vertex_count(), 0),
      above_(graph.vertex_count(), nobody),
      size_(graph.vertex_count(), 0),
      entry_(graph.vertex_count(), 0) {
    visit(graph, root);
    settle(graph, root);
    number();
}

template <Direction D>
void DominatorTree::visit(const Csr<D>& graph, Vertex root) {
    std::vector<std::pair<Vertex, std::uint32_t>> open{{root, 0}};
    size_[root] = 1;
    while (!open.empty()) {
        auto& [v, next] = open.back();
        if (next == graph.out(v).size()) {
            order_.push_back(v);
            open.pop_back();
            continue;
        }
        const Vertex w = graph.out(v)[next++];
        if (size_[w] > 0) continue;
        size_[w] = 1;
        open.emplace_back(w, 0);
    }
    std::ranges::reverse(order_);
    for (std::uint32_t i = 0; i < order_.size(); ++i) place_[order_[i]] = i;
}

template <Direction D>
void DominatorTree::settle(const Csr<D>& graph, Vertex root) {
    above_[root] = root;  // so that climbs end there
    for (bool changed = true; changed;) {
        changed = false;
        for (const Vertex v : order_ | std::views::drop(1)) {
            Vertex dominator = nobody;
            for (const Vertex u : graph.in(v)) {
                if (!reached(u) || above_[u] == nobody) continue;
                dominator = dominator == nobody ? u : meet(dominator, u);
            }
            changed = changed || above_[v] != dominator;
            above_[v] = dominator;
        }
    }
    above_[root] = nobody;
}

Vertex DominatorTree::meet(Vertex a, Vertex b) const noexcept {
    while (a != b) {
        if (place_[a] < place_[b]) std::swap(a, b);
        a = above_[a];
    }
    return a;
}

void DominatorTree::number() {
    for (const Vertex v : order_ | std::views::reverse) {
        if (above_[v] != nobody) size_[above_[v]] += size_[v];
    }
    std::vector<std::uint32_t> free(entry_.size(), 1);  // by vertex: the next number within its subtree
    for (const Vertex v : order_ | std::views::drop(1)) {
        entry_[v] = free[above_[v]];
        free[above_[v]] += size_[v];
        free[v] = entry_[v] + 1;
    }
}

template DominatorTree::DominatorTree(const Digraph&, Vertex);
template DominatorTree::DominatorTree(const Ugraph&, Vertex);

}  // namespace coopnet::detail
