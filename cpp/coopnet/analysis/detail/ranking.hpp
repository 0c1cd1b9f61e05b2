#pragma once

#include <coopnet/analysis/detail/search.hpp>
#include <coopnet/tables/pathways.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace coopnet::detail {

/// Gives the pathways from source to target one by one, best first: by length, then steps,
/// then step by step the vertex and edge that come first in the view. No vertex, and so no
/// edge, stands on a pathway twice; parallel edges make pathways of their own.
///
/// Yen's partition as improved by Lawler: the pathways that are left fall into sets that
/// share a beginning (up to the *spur*) and do not go on by certain edges, and each set is
/// represented by its first pathway. One search against the edges from the target bounds
/// every set from below; mostly it gives the first pathway as well, and only a set that
/// comes to the head of the queue on its bound alone costs a search of its own.
/// Cost: two searches, and at most one more, of the part that matters, a pathway and step.
/// Reference: Yen (1971), doi:10.1287/mnsc.17.11.712; Lawler (1972), doi:10.1287/mnsc.18.7.401.
template <Direction D, class Objective>
class Ranking {
public:
    struct Ranked {
        Pathway pathway;
        Length length;
    };

    Ranking(const Csr<D>& graph, const Objective& objective, Vertex source, Vertex target, Patience& patience)
        : graph_(graph),
          objective_(objective),
          source_(source),
          target_(target),
          patience_(patience),
          remaining_(graph, objective, Way::against),
          given_(graph.vertex_count(), 0) {}

    /// The next best pathway; nothing if there is none, or if patience is spent.
    std::optional<Ranked> next() {
        if (fresh_) {
            begin();
        } else if (last_) {
            branch();
        }
        while (!queue_.empty() && patience_.lasts()) {
            Candidate best = pop();
            if (best.found) {
                last_ = std::move(best);
                return Ranked{pathway(*last_), last_->length};
            }
            find(std::move(best));
        }
        last_.reset();
        return std::nullopt;
    }

    /// From now on keep only what is as good as `longest`.
    void keep_equal_to(Length longest) { longest_ = longest; }

private:
    struct Step {
        Vertex to;
        EdgeId edge;
        friend auto operator<=>(const Step&, const Step&) = default;
    };

    struct Candidate {
        Length length;  // of the pathway if `found`, else of no pathway in the set is it less
        bool found = false;
        std::uint32_t spur = 0;      // so many steps are given
        std::vector<EdgeId> closed;  // how not to go on from there
        std::vector<Step> steps;     // the pathway if `found`, else what is given of it
    };

    // --- the sets -----------------------------------------------------------------
    void begin() {
        fresh_ = false;
        remaining_.run(target_, source_, patience_);
        if (remaining_[source_] == nullptr) return;
        Candidate first;
        follow(source_, first.steps);
        first.found = true;
        first.length = length(first.steps);
        push(std::move(first));
    }

    // Splits what is left of the last pathway's set by where it leaves that pathway.
    void branch() {
        if (!bounded_) {
            remaining_.run(target_, std::nullopt, patience_);
            bounded_ = true;
        }
        const Candidate parent = std::move(*last_);
        give_up_to(parent, parent.spur);
        std::vector<Step> given(parent.steps.begin(), parent.steps.begin() + parent.spur);
        Length so_far = length(given);
        for (std::uint32_t spur = parent.spur; spur < parent.steps.size() && !patience_.spent(); ++spur) {
            Candidate set;
            set.spur = spur;
            if (spur == parent.spur) set.closed = parent.closed;
            set.closed.push_back(parent.steps[spur].edge);
            set.steps = given;
            given_[at(given, spur)] = mark_;
            bound(so_far, std::move(set));
            so_far = objective_.with(so_far, parent.steps[spur].edge);
            given.push_back(parent.steps[spur]);
        }
    }

    // Queues a set by the best that its members can be; if the way that gives this bound
    // stays clear of what is given, it is the set's first pathway.
    void bound(Length so_far, Candidate set) {
        const Vertex spur = at(set.steps, set.spur);
        const auto vertices = graph_.out(spur);
        const auto edges = graph_.out_edges(spur);
        std::optional<Step> first;
        for (std::size_t i = 0; i < vertices.size(); ++i) {
            const Step step{vertices[i], edges[i]};
            const auto* label = remaining_[step.to];
            if (label == nullptr || is_given(step.to) || !objective_.passable(step.edge) ||
                contains(set.closed, step.edge)) {
                continue;
            }
            const Length total = objective_.joined(objective_.with(so_far, step.edge), label->length);
            const auto order = first ? objective_.compare(total, set.length) : std::weak_ordering::less;
            if (order > 0 || (order == 0 && *first < step)) continue;
            first = step;
            set.length = total;
        }
        static_cast<void>(patience_.lasts(vertices.size()));
        if (!first) return;
        auto way = set.steps;
        way.push_back(*first);
        set.found = follow(first->to, way);
        if (set.found) settle(set, std::move(way));
        push(std::move(set));
    }

    // Searches the first pathway of a set, around what is given of it.
    void find(Candidate set) {
        if (!travelled_) {
            travelled_.emplace(graph_, objective_, Way::along);
            travelled_->run(source_, std::nullopt, patience_);
            detour_.emplace(graph_, objective_, Way::against);
        }
        give_up_to(set, set.spur);
        const Vertex spur = at(set.steps, set.spur);
        detour_->run(target_, spur, patience_, Around{*this, spur, set.closed});
        if (patience_.spent() || (*detour_)[spur] == nullptr) return;
        auto way = set.steps;
        for (Vertex v = spur; v != target_;) {
            const auto& label = *(*detour_)[v];
            way.push_back({label.next, label.edge});
            v = label.next;
        }
        settle(set, std::move(way));
        push(std::move(set));
    }

    struct Around {
        const Ranking& ranking;
        Vertex spur;
        const std::vector<EdgeId>& closed;

        [[nodiscard]] bool open(Vertex v, EdgeId edge) const noexcept {
            if (ranking.is_given(v) || (*ranking.travelled_)[v] == nullptr) return false;
            return v != spur || !contains(closed, edge);
        }
        [[nodiscard]] Length ahead(const Objective& /*objective*/, Vertex v) const noexcept {
            const auto* label = (*ranking.travelled_)[v];
            return label == nullptr ? Length{} : label->length;
        }
    };

    // --- ways ---------------------------------------------------------------------
    // Goes on as the search from the target would; false if that meets what is given.
    bool follow(Vertex v, std::vector<Step>& way) const {
        for (; v != target_; v = way.back().to) {
            if (is_given(v)) return false;
            const auto& label = *remaining_[v];
            way.push_back({label.next, label.edge});
        }
        return true;
    }

    void settle(Candidate& set, std::vector<Step> way) const {
        set.found = true;
        set.length = length(way);
        set.steps = std::move(way);
    }

    [[nodiscard]] Length length(const std::vector<Step>& way) const {
        Length sum = objective_.nothing();
        for (const Step& step : way) sum = objective_.with(sum, step.edge);
        return sum;
    }

    [[nodiscard]] Vertex at(const std::vector<Step>& way, std::size_t step) const noexcept {
        return step == 0 ? source_ : way[step - 1].to;
    }

    [[nodiscard]] Pathway pathway(const Candidate& found) const {
        Pathway made;
        made.vertices.push_back(source_);
        for (const Step& step : found.steps) {
            made.vertices.push_back(step.to);
            made.edges.push_back(step.edge);
        }
        made.length = objective_.value(found.length);
        return made;
    }

    // --- marks --------------------------------------------------------------------
    void give_up_to(const Candidate& set, std::size_t steps) {
        ++mark_;
        for (std::size_t step = 0; step < steps; ++step) given_[at(set.steps, step)] = mark_;
    }
    [[nodiscard]] bool is_given(Vertex v) const noexcept { return given_[v] == mark_; }
    static bool contains(const std::vector<EdgeId>& edges, EdgeId edge) noexcept {
        return std::ranges::find(edges, edge) != edges.end();
    }

    // --- the queue ----------------------------------------------------------------
    void push(Candidate candidate) {
        if (longest_ && !objective_.equal(candidate.length, *longest_)) return;
        queue_.push_back(std::move(candidate));
        std::ranges::push_heap(queue_, later());
    }

    Candidate pop() {
        std::ranges::pop_heap(queue_, later());
        Candidate best = std::move(queue_.back());
        queue_.pop_back();
        return best;
    }

    // A set known by its bound alone comes before pathways of that length, which it may precede.
    auto later() const noexcept {
        return [this](const Candidate& a, const Candidate& b) {
            if (const auto order = objective_.compare(a.length, b.length); order != 0) return order > 0;
            return a.found != b.found ? a.found : a.steps > b.steps;
        };
    }

    const Csr<D>& graph_;
    const Objective& objective_;
    Vertex source_;
    Vertex target_;
    Patience& patience_;
    Search<D, Objective> remaining_;                 // to the target
    std::optional<Search<D, Objective>> travelled_;  // from the source
    std::optional<Search<D, Objective>> detour_;
    std::vector<Candidate> queue_;
    std::optional<Candidate> last_;
    std::optional<Length> longest_;
    std::vector<std::uint32_t> given_;  // by vertex: the mark of the set that it is given in
    std::uint32_t mark_ = 1;
    bool fresh_ = true;
    bool bounded_ = false;
};

struct RankOptions {
    std::uint64_t most = 1;
    bool only_equal = false;  ///< only those as good as the first
    std::optional<double> time_limit = std::nullopt;
};

/// The best pathways, `partial` if a limit left some out that were asked for.
template <Direction D, class Objective>
Pathways best_pathways(const Csr<D>& graph, const Objective& objective, Vertex source, Vertex target,
                       const RankOptions& options, Monitor& monitor) {
    if (source >= graph.vertex_count() || target >= graph.vertex_count()) {
        throw InvalidOption{"A pathway leads from one vertex of the view to another. Give it two that are there."};
    }
    Patience patience{monitor, options.time_limit};
    Ranking ranking{graph, objective, source, target, patience};
    Pathways best;
    if (!options.only_equal) monitor.expect(options.most);
    while (best.items.size() < options.most) {
        auto found = ranking.next();
        if (!found) break;
        if (options.only_equal && best.items.empty()) ranking.keep_equal_to(found->length);
        best.items.push_back(std::move(found->pathway));
        monitor.advance();
    }
    const bool more = options.only_equal && best.items.size() == options.most && ranking.next();
    best.partial = patience.spent() || more;
    return best;
}

}  // namespace coopnet::detail
