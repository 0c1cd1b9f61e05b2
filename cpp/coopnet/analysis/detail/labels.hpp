#pragma once

#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/analysis/detail/search.hpp>
#include <coopnet/tables/pathways.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace coopnet::detail {

/// What one way to a vertex makes of another to the same vertex: nothing, or needless. One that
/// is only as good is needless if the other `comes_first`, by steps and then the view's order.
enum class Spares { no, if_it_comes_first, always };

/// Finds best ways where one number does not say which of two ways to a vertex is better, so
/// that several are kept there, each with a label: Martins' search, guided as A* by what the
/// rules know of the way still ahead. No vertex stands on a way twice, loops are never taken.
///
/// The rules give a label its value and bound:
/// `with(value, edge)` → the value one step on, or nothing if the step cannot be taken;
/// `bound(value, vertex)` → what no way on from there to the goal can better, or nothing if none leads there;
/// `compare(bound, bound)`, less is sought first; it never falls along a way;
/// `spares(value, value)` of two labels at a vertex; `returns`: whether a way may need a vertex that another
/// has behind it, so that it is needless only if it has all those behind it as well.
///
/// Cost: a look at the labels of a vertex for each edge of each label; how many labels there are
/// depends on the rules, at worst one for each way. Reference: Martins (1984),
/// doi:10.1016/0377-2217(84)90077-8.
template <Direction D, class Rules>
class LabelSearch {
public:
    using Value = typename Rules::Value;
    using Bound = typename Rules::Bound;
    using Number = std::uint32_t;
    static constexpr Number nobody = std::numeric_limits<Number>::max();

    struct Label {
        Value value;
        Bound bound;
        Vertex vertex = 0;
        EdgeId edge = 0;
        Number before = nobody;
        std::uint32_t steps = 0;
        bool needless = false;
    };

    LabelSearch(const Csr<D>& graph, const Rules& rules, Way way, Patience& patience)
        : graph_(graph), rules_(rules), way_(way), patience_(patience), at_(graph.vertex_count()) {
        behind_.assign(graph.vertex_count(), 0);
    }

    void begin(Vertex start, const Value& value) { offer(start, {}, nobody, value); }

    /// The best label at the goal that is left; nothing if there is none, or if patience is spent.
    std::optional<Number> next(Vertex goal) {
        while (!queue_.empty()) {
            const Number best = pop();
            if (labels_[best].needless || !rules_.hopeful(labels_[best].bound)) continue;
            if (labels_[best].vertex == goal) return best;
            if (!patience_.lasts()) break;
            expand(best);
        }
        return std::nullopt;
    }

    [[nodiscard]] const Label& operator[](Number label) const noexcept { return labels_[label]; }

    /// The way from the start to a label; `length` is left to the caller.
    [[nodiscard]] Pathway pathway(Number label) const {
        Pathway way;
        for (; label != nobody; label = labels_[label].before) {
            way.vertices.push_back(labels_[label].vertex);
            if (labels_[label].before != nobody) way.edges.push_back(labels_[label].edge);
        }
        std::ranges::reverse(way.vertices);
        std::ranges::reverse(way.edges);
        return way;
    }

private:
    void expand(Number from) {
        ++mark_;
        for (Number label = from; label != nobody; label = labels_[label].before)
            behind_[labels_[label].vertex] = mark_;
        const Vertex v = labels_[from].vertex;
        const auto near = way_ == Way::along ? graph_.out(v) : graph_.in(v);
        const auto edges = way_ == Way::along ? graph_.out_edges(v) : graph_.in_edges(v);
        for (std::size_t i = 0; i < near.size(); ++i) {
            if (behind_[near[i]] == mark_) continue;
            if (const auto value = rules_.with(labels_[from].value, edges[i])) offer(near[i], edges[i], from, *value);
        }
        static_cast<void>(patience_.lasts(near.size()));
    }

    void offer(Vertex v, EdgeId edge, Number before, const Value& value) {
        const auto bound = rules_.bound(value, v);
        if (!bound || !rules_.hopeful(*bound)) return;
        const Number fresh = static_cast<Number>(labels_.size());
        const std::uint32_t steps = before == nobody ? 0 : labels_[before].steps + 1;
        labels_.push_back({value, *bound, v, edge, before, steps, false});
        auto& others = at_[v];
        static_cast<void>(patience_.lasts(others.size()));
        if (std::ranges::any_of(others, [&](Number other) { return makes_needless(other, fresh); })) {
            labels_.pop_back();
            return;
        }
        std::erase_if(others, [&](Number other) { return labels_[other].needless = makes_needless(fresh, other); });
        others.push_back(fresh);
        queue_.push_back(fresh);
        std::ranges::push_heap(queue_, later());
    }

    [[nodiscard]] bool makes_needless(Number a, Number b) {
        const Spares spares = rules_.spares(labels_[a].value, labels_[b].value);
        if (spares != Spares::if_it_comes_first) return spares == Spares::always;
        return comes_first(a, b) && (!rules_.returns() || is_all_behind(a, b));
    }

    // All vertices of the way to `a` stand on the way to `b`.
    bool is_all_behind(Number a, Number b) {
        ++mark_b_;
        marked_b_.resize(behind_.size(), 0);
        for (; b != nobody; b = labels_[b].before) marked_b_[labels_[b].vertex] = mark_b_;
        for (; a != nobody; a = labels_[a].before)
            if (marked_b_[labels_[a].vertex] != mark_b_) return false;
        return true;
    }

    // Of ways along the edges the first step decides on which they differ, counted from the start; of ways
    // against them from where they have got to.
    [[nodiscard]] bool comes_first(Number a, Number b) const noexcept {
        if (labels_[a].steps != labels_[b].steps) return labels_[a].steps < labels_[b].steps;
        bool first = a < b;
        while (a != b && labels_[a].before != nobody) {
            const Label& x = labels_[a];
            const Label& y = labels_[b];
            const Vertex to_x = way_ == Way::along ? x.vertex : labels_[x.before].vertex;
            const Vertex to_y = way_ == Way::along ? y.vertex : labels_[y.before].vertex;
            if (to_x != to_y || x.edge != y.edge) {
                first = std::tie(to_x, x.edge) < std::tie(to_y, y.edge);
                if (way_ == Way::against) return first;
            }
            a = x.before;
            b = y.before;
        }
        return first;
    }

    Number pop() {
        std::ranges::pop_heap(queue_, later());
        const Number best = queue_.back();
        queue_.pop_back();
        return best;
    }

    auto later() const noexcept {
        return [this](Number a, Number b) {
            const auto order = rules_.compare(labels_[a].bound, labels_[b].bound);
            return order != 0 ? order > 0 : comes_first(b, a);
        };
    }

    const Csr<D>& graph_;
    const Rules& rules_;
    Way way_;
    Patience& patience_;
    std::vector<Label> labels_;
    std::vector<std::vector<Number>> at_;  // by vertex
    std::vector<Number> queue_;
    std::vector<std::uint32_t> behind_, marked_b_;  // by vertex: the mark of the way that it stands on
    std::uint32_t mark_ = 0;
    std::uint32_t mark_b_ = 0;
};

}  // namespace coopnet::detail
