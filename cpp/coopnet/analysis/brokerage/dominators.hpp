#pragma once

#include <coopnet/analysis/brokerage/distance_counts.hpp>
#include <coopnet/analysis/detail/contacts.hpp>

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
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    /// `back` are the ties against their direction; actors in `gone` are not there.
    Dominators(const detail::Contacts& ties, const detail::Contacts& back, const std::vector<bool>& gone);

    void from(Vertex source);

    /// Those reached, the source first, nearer ones before farther ones.
    [[nodiscard]] std::span<const Vertex> reached() const noexcept { return reached_; }
    [[nodiscard]] std::uint32_t steps(Vertex v) const noexcept { return steps_[v]; }
    /// The place, in `ties`, of the step that all shortest pathways to v end with; none if they
    /// come from several, or if v is the source.
    [[nodiscard]] std::uint32_t only_step(Vertex v) const noexcept { return only_step_[v]; }

    /// `moved(w, steps)` for each actor that is farther without v, another than the source,
    /// and how far; `Distances::unreached` if it is cut off.
    template <class Moved>
    void without(Vertex v, const Moved& moved) {
        if (below_[v] > 1) repair(v, {place_[v] + 1, below_[v] - 1}, moved);
    }
    /// Likewise without the only step to v.
    template <class Moved>
    void without_only_step(Vertex v, const Moved& moved) {
        repair(above_[v], {place_[v], below_[v]}, moved);
    }

private:
    // Those who are farther: an actor and all below it stand together in the order.
    struct Lost {
        std::uint32_t first;
        std::uint32_t count;
    };
    struct Detour {
        Vertex from;  // to whom it leads if there is none
        std::uint32_t steps;
    };

    void follow(Vertex v, std::uint32_t step);
    void stand_in_order();
    [[nodiscard]] Vertex meet(Vertex a, Vertex b) const noexcept;
    [[nodiscard]] std::uint32_t repaired(Vertex v, Lost lost) const noexcept;
    void mend(std::span<const Vertex> actors, Lost lost);
    void wait(Vertex v);
    void spread(Lost lost);

    [[nodiscard]] bool is_among(Lost lost, Vertex v) const noexcept { return place_[v] - lost.first < lost.count; }

    // What is left of the ties leads to the lost anew. Who is before one of them on a shortest
    // pathway is lost too, or `missing`, and stands before it in the order.
    template <class Moved>
    void repair(Vertex missing, Lost lost, const Moved& moved) {
        const auto actors = std::span{order_}.subspan(lost.first, lost.count);
        if (actors.size() == 1) {  // the usual case
            moved(actors[0], detour_[actors[0]].steps);
            return;
        }
        repaired_[missing] = Distances::unreached;
        for (const Vertex v : actors) repaired_[v] = repaired(v, lost);
        mend(actors, lost);
        for (const Vertex v : actors) moved(v, repaired_[v]);
    }

    const detail::Contacts& ties_;
    const detail::Contacts& back_;
    const std::vector<bool>& gone_;
    std::vector<std::uint32_t> steps_;
    std::vector<Vertex> reached_;
    std::vector<Vertex> above_;  // the nearest dominator
    std::vector<std::uint32_t> only_step_;
    std::vector<Detour> detour_;        // the nearest, of ties on no shortest pathway
    std::vector<std::uint32_t> below_;  // how many an actor dominates, itself included
    std::vector<std::uint32_t> place_;  // in the order
    std::vector<Vertex> order_;         // each followed by those below it
    std::vector<std::uint32_t> repaired_;
    std::vector<std::vector<Vertex>> waiting_;  // by distance
};

}  // namespace coopnet::brokerage
