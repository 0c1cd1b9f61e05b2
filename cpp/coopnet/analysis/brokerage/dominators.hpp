#pragma once

#include <coopnet/analysis/brokerage/distance_counts.hpp>
#include <coopnet/analysis/detail/contacts.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace coopnet::brokerage {

/// How far all are from a source, and what becomes of it if an actor, or a step from one to
/// another, were missing.
///
/// Only those are farther then whose shortest pathways all pass it. They hang below it in
/// the tree of dominators, where each actor stands below the last one that all its shortest
/// pathways pass; and their distances are repaired from those of the others. Kept and asked
/// again for the next source.
class Dominators {
public:
    static constexpr Vertex nobody = std::numeric_limits<Vertex>::max();

    /// `back` are the ties against their direction; actors in `gone` are not there.
    Dominators(const detail::Contacts& ties, const detail::Contacts& back, const std::vector<bool>& gone);

    void from(Vertex source);

    /// Those reached, the source first.
    [[nodiscard]] std::span<const Vertex> reached() const noexcept { return distances_.reached(); }
    [[nodiscard]] std::uint32_t steps(Vertex v) const noexcept { return distances_.steps(v); }
    /// From whom all shortest pathways step to v; nobody if from several, or if v is the source.
    [[nodiscard]] Vertex only_predecessor(Vertex v) const noexcept { return only_[v]; }

    /// `moved(w, steps)` for each actor that is farther without v, another than the source,
    /// and how far; `Distances::unreached` if it is cut off.
    template <class Moved>
    void without(Vertex v, const Moved& moved) {
        lost_.assign(below_[v].begin(), below_[v].end());
        repair([v](Vertex from, Vertex) { return from == v; }, moved);
    }
    /// Likewise without the step to v from its only predecessor.
    template <class Moved>
    void without_step_to(Vertex v, const Moved& moved) {
        lost_.assign(1, v);
        repair([v, u = only_[v]](Vertex from, Vertex to) { return from == u && to == v; }, moved);
    }

private:
    void find_dominators();
    [[nodiscard]] Vertex meet(Vertex a, Vertex b) const noexcept;
    void wait(Vertex v);
    void spread();

    // Those below the lost are lost too; what is left of the ties leads to them anew.
    template <class Missing, class Moved>
    void repair(const Missing& missing, const Moved& moved) {
        for (std::size_t next = 0; next < lost_.size(); ++next) {
            const auto& further = below_[lost_[next]];
            lost_.insert(lost_.end(), further.begin(), further.end());
        }
        if (lost_.size() == 1) {  // the usual case
            moved(lost_[0], nearest(lost_[0], missing));
            return;
        }
        for (const Vertex v : lost_) is_lost_[v] = 1;
        for (const Vertex v : lost_) {
            repaired_[v] = nearest(v, missing);
            wait(v);
        }
        spread();
        for (const Vertex v : lost_) {
            moved(v, repaired_[v]);
            repaired_[v] = Distances::unreached;
            is_lost_[v] = 0;
        }
    }

    // One step from the nearest that is not lost.
    template <class Missing>
    [[nodiscard]] std::uint32_t nearest(Vertex v, const Missing& missing) const {
        std::uint32_t nearest = Distances::unreached;
        for (const Vertex w : back_.of(v)) {
            if (steps(w) < nearest - 1 && is_lost_[w] == 0 && !missing(w, v)) nearest = steps(w) + 1;
        }
        return nearest;
    }

    const detail::Contacts& ties_;
    const detail::Contacts& back_;
    const std::vector<bool>& gone_;
    Distances distances_;
    std::vector<Vertex> above_;  // the nearest dominator
    std::vector<Vertex> only_;
    std::vector<std::uint32_t> depth_;
    std::vector<std::vector<Vertex>> below_;  // whom an actor dominates at once; of the source nobody
    std::vector<std::uint32_t> repaired_;
    std::vector<std::uint8_t> is_lost_;
    std::vector<Vertex> lost_;
    std::vector<std::vector<Vertex>> waiting_;  // by distance
};

}  // namespace coopnet::brokerage
