#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/analysis/flows/decompose.hpp>
#include <coopnet/core/compare.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <queue>
#include <utility>
#include <vector>

namespace coopnet::flows {
namespace {

constexpr EdgeId no_edge = ~EdgeId{0};

// What flows, as a graph whose edges all run the way that is used; loops stay out.
class Stream {
public:
    template <Direction D>
    Stream(const Csr<D>& view, std::span<const double> amounts)
        : scale_(amounts, amounts.size()), gain_(view.vertex_count(), 0), by_(view.vertex_count()) {
        std::vector<EdgeSpec> edges;
        double largest = 0;
        for (EdgeId id = 0; id < amounts.size(); ++id) {
            const EdgeSpec& edge = view.edges()[id];
            const double amount = scale_.costs()[id];
            if (edge.source == edge.target || amount == 0) continue;
            edges.push_back(amount > 0 ? EdgeSpec{edge.source, edge.target} : EdgeSpec{edge.target, edge.source});
            ids_.push_back(id);
            amounts_.push_back(std::abs(amount));
            largest = std::max(largest, std::abs(amount));
        }
        slack_ = scale_.exact() ? 0 : 1e-10 * largest;
        graph_ = Digraph{view.vertex_count(), std::move(edges)};
        for (EdgeId edge = 0; edge < graph_.edge_count(); ++edge) {
            gain_[graph_.edges()[edge].target] += amounts_[edge];
            gain_[graph_.edges()[edge].source] -= amounts_[edge];
        }
    }

    [[nodiscard]] std::uint64_t size() const { return graph_.edge_count() + graph_.vertex_count(); }

    // The next route; one without edges if nothing is left to go anywhere.
    FlowRoute next_route() {
        const double width = widest();
        if (!(width > slack_)) return {};
        const Vertex end = fewest_steps(width);
        FlowRoute route;
        route.vertices.push_back(end);
        for (Vertex v = end; by_[v] != no_edge; v = graph_.edges()[by_[v]].source) add_step(route, by_[v]);
        std::ranges::reverse(route.vertices);
        std::ranges::reverse(route.edges);
        gain_[route.vertices.front()] += width;
        gain_[end] -= width;
        take(route, width);
        return route;
    }

    // What is left when no route is: every vertex passes on what comes.
    FlowRoute next_circle() {
        while (true) {
            while (begin_ < graph_.edge_count() && !(amounts_[begin_] > slack_)) ++begin_;
            if (begin_ == graph_.edge_count()) return {};
            if (auto circle = circle_from(graph_.edges()[begin_].source)) return std::move(*circle);
        }
    }

private:
    [[nodiscard]] bool begins(Vertex v) const { return -gain_[v] > slack_; }
    [[nodiscard]] bool ends(Vertex v) const { return gain_[v] > slack_; }

    // How much the widest route carries: Dijkstra for the narrowest edge, the beginnings and ends counted in.
    double widest() {
        std::vector<double> wide(graph_.vertex_count(), 0);
        using Entry = std::pair<double, Vertex>;
        std::priority_queue<Entry> open;
        for (Vertex v = 0; v < wide.size(); ++v) {
            if (begins(v)) open.emplace(wide[v] = -gain_[v], v);
        }
        double best = 0;
        while (!open.empty() && open.top().first > best) {
            const auto [width, v] = open.top();
            open.pop();
            if (width < wide[v]) continue;
            if (ends(v)) best = std::max(best, std::min(width, gain_[v]));
            for (const EdgeId edge : graph_.out_edges(v)) {
                const Vertex next = graph_.edges()[edge].target;
                const double over = std::min(width, amounts_[edge]);
                if (over > wide[next]) open.emplace(wide[next] = over, next);
            }
        }
        return best;
    }

    // The end of a route so wide that has the fewest edges; `by_` leads back.
    Vertex fewest_steps(double width) {
        std::vector<bool> seen(graph_.vertex_count(), false);
        std::vector<Vertex> found;
        for (Vertex v = 0; v < seen.size(); ++v) {
            if (-gain_[v] < width) continue;
            seen[v] = true;
            by_[v] = no_edge;
            found.push_back(v);
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (gain_[found[i]] >= width) return found[i];
            for (const EdgeId edge : graph_.out_edges(found[i])) {
                const Vertex next = graph_.edges()[edge].target;
                if (seen[next] || amounts_[edge] < width) continue;
                seen[next] = true;
                by_[next] = edge;
                found.push_back(next);
            }
        }
        return found.back();  // not met: a route so wide was just found
    }

    // Along what flows until a vertex comes again; what came before it is no part. None: the way ended in a rest
    // of rounding, which is dropped.
    std::optional<FlowRoute> circle_from(Vertex v) {
        std::vector<EdgeId> way;
        std::vector<std::size_t> place(graph_.vertex_count(), way.max_size());
        for (; place[v] == way.max_size(); v = graph_.edges()[way.back()].target) {
            place[v] = way.size();
            const auto edges = graph_.out_edges(v);
            const auto on = std::ranges::find_if(edges, [&](EdgeId edge) { return amounts_[edge] > slack_; });
            if (on == edges.end()) {
                amounts_[way.back()] = 0;
                return std::nullopt;
            }
            way.push_back(*on);
        }
        FlowRoute circle{{v}, {}, 0};
        double width = std::numeric_limits<double>::infinity();
        for (std::size_t i = place[v]; i < way.size(); ++i) {
            width = std::min(width, amounts_[way[i]]);
            circle.edges.push_back(way[i]);
            circle.vertices.push_back(graph_.edges()[way[i]].target);
        }
        take(circle, width);
        return circle;
    }

    void add_step(FlowRoute& route, EdgeId edge) {
        route.edges.push_back(edge);
        route.vertices.push_back(graph_.edges()[edge].source);
    }

    // Takes an amount out, and says edges and amount as the view does.
    void take(FlowRoute& route, double amount) {
        for (EdgeId& edge : route.edges) {
            amounts_[edge] -= amount;
            edge = ids_[edge];
        }
        route.amount = scale_.length(amount);
    }

    CostScale scale_;
    Digraph graph_;
    std::vector<EdgeId> ids_;      // by edge of the graph: that of the view
    std::vector<double> amounts_;  // by edge of the graph
    std::vector<double> gain_;     // by vertex: what comes less what leaves
    std::vector<EdgeId> by_;
    double slack_ = 0;
    EdgeId begin_ = 0;
};

template <Direction D>
void require_amounts(const Csr<D>& view, std::span<const double> amounts) {
    if (amounts.size() != view.edge_count())
        throw InvalidOption{"Amounts and ties are not as many. Give each its own."};
    for (EdgeId id = 0; id < amounts.size(); ++id) {
        const bool one_way = Csr<D>::is_directed && !view.edges()[id].both_ways;
        if (std::isfinite(amounts[id]) && (!one_way || amounts[id] >= 0)) continue;
        throw InvalidWeight{"An amount is not finite, or negative on a tie that runs one way. Mend it."};
    }
}

}  // namespace

template <Direction D>
FlowRoutes decompose(const Csr<D>& view, std::span<const double> amounts, const DecomposeOptions& options,
                     Monitor& monitor) {
    if (options.max_results == 0) throw InvalidOption{"max_results=0 lists no route. Ask for at least 1."};
    require_amounts(view, amounts);
    detail::Patience patience{monitor, options.time_limit};
    Stream stream{view, amounts};
    FlowRoutes found;
    for (auto* list : {&found.routes, &found.circles}) {
        while (!found.partial) {
            FlowRoute next = list == &found.routes ? stream.next_route() : stream.next_circle();
            if (next.edges.empty()) break;
            found.partial =
                found.routes.size() + found.circles.size() == options.max_results || !patience.lasts(stream.size());
            if (!found.partial) list->push_back(std::move(next));
        }
    }
    return found;
}

template FlowRoutes decompose(const Digraph&, std::span<const double>, const DecomposeOptions&, Monitor&);
template FlowRoutes decompose(const Ugraph&, std::span<const double>, const DecomposeOptions&, Monitor&);

}  // namespace coopnet::flows
