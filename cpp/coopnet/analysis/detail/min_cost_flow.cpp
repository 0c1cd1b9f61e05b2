#include <coopnet/analysis/detail/min_cost_flow.hpp>
#include <coopnet/analysis/detail/price.hpp>
#include <coopnet/core/compare.hpp>
#include <coopnet/view/csr.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace coopnet::detail {
namespace {

// Each arc and its way back are edges 2i and 2i + 1.
Digraph both_ways(std::uint32_t nodes, std::span<const FlowArc> arcs) {
    std::vector<EdgeSpec> edges;
    edges.reserve(2 * arcs.size());
    for (const FlowArc& arc : arcs) {
        edges.push_back({arc.from, arc.to});
        edges.push_back({arc.to, arc.from});
    }
    return {nodes, std::move(edges)};
}

class Filling {
public:
    Filling(std::uint32_t nodes, std::span<const FlowArc> arcs, std::span<const double> costs, std::uint32_t source,
            std::uint32_t target, double rest)
        : arcs_(arcs),
          rest_(rest),
          graph_(both_ways(nodes, arcs)),
          scale_(costs, nodes),
          source_(source),
          target_(target),
          amounts_(arcs.size(), 0),
          potential_(nodes) {}

    // Dijkstra on prices less the difference of potentials, which are not negative.
    bool search() {
        constexpr Price unreached{std::numeric_limits<double>::infinity(), 0};
        using Entry = std::pair<Price, Vertex>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        far_.assign(graph_.vertex_count(), unreached);
        settled_.assign(graph_.vertex_count(), false);
        by_.resize(graph_.vertex_count());
        far_[source_] = {};
        open.emplace(Price{}, source_);
        while (!open.empty() && !settled_[target_]) {
            const auto [at, node] = open.top();
            open.pop();
            if (settled_[node]) continue;
            settled_[node] = true;
            const auto next = graph_.out(node);
            const auto edges = graph_.out_edges(node);
            for (std::size_t i = 0; i < next.size(); ++i) {
                if (settled_[next[i]] || !(left(edges[i]) > 0)) continue;
                Price reduced = price(edges[i]) + potential_[node] - potential_[next[i]];
                if (reduced < Price{}) reduced = {};  // by rounding alone
                const Price over = at + reduced;
                if (!(over < far_[next[i]])) continue;
                far_[next[i]] = over;
                by_[next[i]] = edges[i];
                open.emplace(over, next[i]);
            }
        }
        if (!settled_[target_]) return false;
        for (Vertex node = 0; node < potential_.size(); ++node) {
            potential_[node] = potential_[node] + (settled_[node] ? far_[node] : far_[target_]);
        }
        return true;
    }

    // Fills the way that was found, with no more than `most`.
    double fill(double most) {
        for_way([&](EdgeId edge) { most = std::min(most, left(edge)); });
        for_way([&](EdgeId edge) {
            double& amount = amounts_[edge / 2];
            const double limit = edge % 2 == 0 ? arcs_[edge / 2].capacity : 0;
            amount = most == left(edge) ? limit : amount + (edge % 2 == 0 ? most : -most);
        });
        return most;
    }

    [[nodiscard]] const std::vector<bool>& settled() const { return settled_; }
    std::vector<double> amounts() && { return std::move(amounts_); }

private:
    [[nodiscard]] double left(EdgeId edge) const {
        const FlowArc& arc = arcs_[edge / 2];
        const double amount = amounts_[edge / 2];
        const double left = edge % 2 == 0 ? arc.capacity - amount : amount;
        const double size = std::isinf(arc.capacity) ? amount : arc.capacity;
        return left > rest_ * size ? left : 0;
    }
    [[nodiscard]] Price price(EdgeId edge) const {
        const double cost = scale_.costs()[edge / 2];
        return edge % 2 == 0 ? Price{cost, 1} : Price{-cost, -1};
    }
    void for_way(const auto& visit) {
        for (Vertex node = target_; node != source_; node = graph_.edges()[by_[node]].source) visit(by_[node]);
    }

    std::span<const FlowArc> arcs_;
    double rest_;
    Digraph graph_;
    CostScale scale_;
    Vertex source_;
    Vertex target_;
    std::vector<double> amounts_;
    std::vector<Price> potential_;
    std::vector<Price> far_;
    std::vector<bool> settled_;
    std::vector<EdgeId> by_;  // the last step to a node
};

}  // namespace

CheapestFlow min_cost_flow(std::uint32_t nodes, std::span<const FlowArc> arcs, std::span<const double> costs,
                           std::uint32_t source, std::uint32_t target, double amount, double rest,
                           const Monitor& monitor) {
    Filling filling{nodes, arcs, costs, source, target, rest};
    double wanted = amount;
    bool is_full = false;
    while (wanted > rest * amount && !is_full) {
        monitor.check();
        is_full = !filling.search();
        if (!is_full) wanted -= filling.fill(wanted);
    }
    CheapestFlow flow;
    flow.value = amount - wanted;
    if (is_full) flow.source_side = filling.settled();
    flow.amounts = std::move(filling).amounts();
    return flow;
}

}  // namespace coopnet::detail
