#pragma once

#include <coopnet/analysis/detail/objective.hpp>
#include <coopnet/analysis/detail/patience.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

namespace coopnet::detail {

enum class Way { along, against };

/// Goes everywhere, in order of length alone.
struct Unguided {
    static bool open(Vertex /*vertex*/, EdgeId /*edge*/) noexcept { return true; }
    template <class Objective>
    static Length ahead(const Objective& objective, Vertex /*vertex*/) noexcept {
        return objective.nothing();
    }
};

/// Finds the best way from one vertex to others, or against the edges from others to it:
/// Dijkstra's search, guided as A* by what a `Guide` knows of the way still ahead.
///
/// Among equally good ways each vertex takes the one whose next vertex, then edge, comes
/// first in the view: searched against the edges, that is the first of all equally good
/// ways, step by step. Loops are never taken.
/// Cost: O(E + V·log V) and memory O(V), both for the part it sees, kept between runs.
template <Direction D, class Objective>
class Search {
public:
    struct Label {
        Length length;
        Vertex next = 0;  ///< towards the start of the search
        EdgeId edge = 0;
        std::uint32_t run = 0;
        bool settled = false;
    };

    Search(const Csr<D>& graph, const Objective& objective, Way way)
        : graph_(graph), objective_(objective), way_(way), labels_(graph.vertex_count()) {}

    /// Labels what can be reached, until `goal` has its label if there is one. A guide says
    /// which arcs are `open` and the least that lies `ahead` of a vertex.
    template <class Guide = Unguided>
    void run(Vertex start, std::optional<Vertex> goal, Patience& patience, const Guide& guide = {}) {
        ++run_;
        queue_.clear();
        offer(start, objective_.nothing(), {}, {}, guide);
        while (!queue_.empty()) {
            const Vertex v = pop();
            if (labels_[v].settled) continue;
            labels_[v].settled = true;
            if (goal == v || !patience.lasts(1 + neighbors(v).size())) return;
            expand(v, guide);
        }
    }

    /// The label of a vertex that the last run settled, or nullptr.
    [[nodiscard]] const Label* operator[](Vertex v) const noexcept {
        const Label& label = labels_[v];
        return label.run == run_ && label.settled ? &label : nullptr;
    }

private:
    struct Entry {
        Length total;  // the way so far and the least ahead
        std::uint32_t steps;
        Vertex vertex;
    };

    [[nodiscard]] std::span<const Vertex> neighbors(Vertex v) const noexcept {
        return way_ == Way::along ? graph_.out(v) : graph_.in(v);
    }
    [[nodiscard]] std::span<const EdgeId> arcs(Vertex v) const noexcept {
        return way_ == Way::along ? graph_.out_edges(v) : graph_.in_edges(v);
    }

    template <class Guide>
    void expand(Vertex v, const Guide& guide) {
        const auto near = neighbors(v);
        const auto edges = arcs(v);
        const Length length = labels_[v].length;
        for (std::size_t i = 0; i < near.size(); ++i) {
            const Vertex u = near[i];
            const bool settled = labels_[u].run == run_ && labels_[u].settled;
            if (settled || !objective_.passable(edges[i]) || !guide.open(u, edges[i])) continue;
            offer(u, objective_.with(length, edges[i]), v, edges[i], guide);
        }
    }

    template <class Guide>
    void offer(Vertex v, Length length, Vertex next, EdgeId edge, const Guide& guide) {
        Label& label = labels_[v];
        if (label.run == run_) {
            const auto order = objective_.compare(length, label.length);
            if (order > 0) return;
            if (order == 0) {
                if (std::tie(next, edge) < std::tie(label.next, label.edge))
                    std::tie(label.next, label.edge) = {next, edge};
                return;
            }
        }
        label = {length, next, edge, run_, false};
        queue_.push_back({objective_.joined(length, guide.ahead(objective_, v)), length.steps, v});
        std::ranges::push_heap(queue_, later());
    }

    Vertex pop() {
        std::ranges::pop_heap(queue_, later());
        const Vertex v = queue_.back().vertex;
        queue_.pop_back();
        return v;
    }

    // Fewer steps first among equal totals: whatever a vertex may take as its next is then settled before it.
    auto later() const noexcept {
        return [this](const Entry& a, const Entry& b) {
            const auto order = objective_.compare(a.total, b.total);
            return order != 0 ? order > 0 : std::tie(a.steps, a.vertex) > std::tie(b.steps, b.vertex);
        };
    }

    const Csr<D>& graph_;
    const Objective& objective_;
    Way way_;
    std::vector<Label> labels_;
    std::vector<Entry> queue_;
    std::uint32_t run_ = 0;
};

}  // namespace coopnet::detail
