#include <coopnet/analysis/detail/unit_flow.hpp>

#include <coopnet/core/compare.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>

namespace coopnet::detail {

template <Direction D>
UnitFlow<D>::UnitFlow(const Csr<D>& graph, std::span<const double> costs, Vertex source, Vertex target, Of of)
    : graph_(graph),
      source_(source),
      target_(target),
      of_(of),
      sender_(graph.edge_count(), nobody),
      passed_(graph.vertex_count(), false) {
    const CostScale scale{costs, graph.vertex_count()};  // so that equal sums are equal
    costs_.assign(scale.costs().begin(), scale.costs().end());
    potential_.resize(node_count());
}

template <Direction D>
bool UnitFlow<D>::add() {
    if (!search()) return false;
    take();
    return true;
}

// Dijkstra on costs less the difference of potentials, which are not negative.
template <Direction D>
bool UnitFlow<D>::search() {
    constexpr Price unreached{std::numeric_limits<double>::infinity(), 0};
    using Entry = std::pair<Price, Node>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    far_.assign(node_count(), unreached);
    settled_.assign(node_count(), false);
    by_.resize(node_count());
    far_[exit(source_)] = {};
    open.emplace(Price{}, exit(source_));
    const Node end = entry(target_);
    while (!open.empty() && !settled_[end]) {
        const auto [at, node] = open.top();
        open.pop();
        if (settled_[node]) continue;
        settled_[node] = true;
        each_step(node, [&](Node next, EdgeId edge, int sign) {
            if (settled_[next]) return;
            const Price price = edge == no_edge ? Price{} : Price{sign * costs_[edge], static_cast<double>(sign)};
            Price reduced = price + potential_[node] - potential_[next];
            if (reduced < Price{}) reduced = {};  // by rounding alone
            const Price over = at + reduced;
            if (!(over < far_[next])) return;
            far_[next] = over;
            by_[next] = {node, edge, sign};
            open.emplace(over, next);
        });
    }
    if (!settled_[end]) return false;
    for (Node node = 0; node < node_count(); ++node) {
        potential_[node] = potential_[node] + (settled_[node] ? far_[node] : far_[end]);
    }
    return true;
}

template <Direction D>
void UnitFlow<D>::take() {
    for (Node node = entry(target_); node != exit(source_); node = by_[node].from) {
        const Step& step = by_[node];
        const Vertex from = of_ == Of::actors ? step.from / 2 : step.from;
        if (step.edge == no_edge) {
            passed_[from] = node == exit(from);
        } else {
            sender_[step.edge] = step.sign > 0 ? from : nobody;
        }
    }
}

template <Direction D>
std::vector<Pathway> UnitFlow<D>::pathways() const {
    std::vector<bool> left(graph_.edge_count(), true);
    std::vector<Pathway> found;
    // The next edge of a pathway at v, and where it leads.
    const auto next = [&](Vertex v) -> std::optional<std::pair<EdgeId, Vertex>> {
        const auto edges = graph_.out_edges(v);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            if (sender_[edges[i]] == v && left[edges[i]]) return std::pair{edges[i], graph_.out(v)[i]};
        }
        return std::nullopt;
    };
    for (auto step = next(source_); step; step = next(source_)) {
        Pathway way{{source_}, {}};
        for (; step; step = way.vertices.back() == target_ ? std::nullopt : next(way.vertices.back())) {
            left[step->first] = false;
            way.edges.push_back(step->first);
            way.vertices.push_back(step->second);
        }
        found.push_back(std::move(way));
    }
    return found;
}

template class UnitFlow<Direction::directed>;
template class UnitFlow<Direction::undirected>;

}  // namespace coopnet::detail
