#pragma once

#include <coopnet/analysis/detail/dyads.hpp>
#include <coopnet/analysis/detail/patience.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::detail {

/// Finds the fewest actors that part a target from a source: by as many pathways that share
/// no actor (Menger), each of which some actor of a cut must break.
///
/// The source is not a vertex but its `shore`: the actors it is tied to. Actors can be taken
/// out, or kept, so that no cut has them. All three can change between two searches.
/// Reference: Even (1975), doi:10.1137/0204043.
class Separation {
public:
    /// Refers to `dyads`, whose ways it follows.
    explicit Separation(const Dyads& dyads);

    void shore(Vertex v, bool is) { shore_[v] = is; }
    void gone(Vertex v, bool is) { gone_[v] = is; }
    void kept(Vertex v, bool is) { kept_[v] = is; }
    [[nodiscard]] bool is_shore(Vertex v) const { return shore_[v]; }
    [[nodiscard]] bool is_gone(Vertex v) const { return gone_[v]; }

    /// The fewest actors without whom the source does not reach `target`, of equally few those nearest to it,
    /// ascending; none if more than `limit` are needed. `target` is not on the shore.
    /// Cost: O((limit + 1)·(V + E)) at most, for what is searched on the target's side.
    [[nodiscard]] std::optional<std::vector<Vertex>> cut(Vertex target, std::uint32_t limit);

    /// Elementary steps of the searches so far.
    [[nodiscard]] std::uint64_t work() const noexcept { return work_; }

private:
    // Each vertex in two: what comes in at `2v` leaves at `2v + 1`.
    using Node = std::uint32_t;

    bool search(Vertex target);
    void reach(Node node, Node next, std::uint32_t place);
    void from_others(Node entry);
    bool back_along_pathways(Node exit);
    void augment(Vertex target);
    void forget() noexcept;

    const Dyads& dyads_;
    std::vector<std::uint32_t> twin_;  // by place in dyads: the other actor's
    std::vector<bool> shore_, gone_, kept_;
    std::vector<std::uint32_t> through_;  // pathways through a vertex
    std::vector<std::uint32_t> sent_;     // pathways along a dyad, by place at the sender
    std::vector<Vertex> used_vertices_;
    std::vector<std::uint32_t> used_places_;

    std::vector<std::uint32_t> round_of_;  // by node: when it was last seen
    std::uint32_t round_ = 0;
    std::vector<Node> next_;           // towards the target
    std::vector<std::uint32_t> step_;  // by node: the sender's place of the dyad to the next
    std::vector<Node> seen_;
    std::uint64_t work_ = 0;
};

/// The dyads as if each tie ran both ways.
Dyads both_ways(Dyads dyads);

/// The dyads among some actors, who become vertices in the order given.
Dyads among(const Dyads& dyads, std::span<const Vertex> actors);

/// The pieces of dyads that run both ways, without those who are `left_out`, each ascending,
/// in the order of their first actors. Empty `left_out`: nobody is.
std::vector<std::vector<Vertex>> pieces_of(const Dyads& dyads, std::vector<bool> left_out = {});

/// Who is on the shore of a source: those taken, and whoever has more than `limit` ties to the
/// shore, since no cut of at most `limit` actors breaks them all. Leaves the shore empty.
class Landing {
public:
    Landing(Separation& parts, const Dyads& dyads, std::uint32_t limit);
    Landing(const Landing&) = delete;
    Landing(Landing&&) = delete;
    Landing& operator=(const Landing&) = delete;
    Landing& operator=(Landing&&) = delete;
    ~Landing();

    void take(std::span<const Vertex> actors);
    /// Of those who are left somebody with most ties to the shore, whose search is short.
    [[nodiscard]] std::optional<Vertex> next();

private:
    void land(Vertex v);
    [[nodiscard]] bool is_left(Vertex v) const { return !parts_.is_gone(v) && !parts_.is_shore(v); }

    Separation& parts_;
    const Dyads& dyads_;
    std::uint32_t limit_;
    std::vector<Vertex> landed_;
    std::size_t spread_ = 0;                 // so many of them have been followed
    std::vector<std::uint32_t> ties_;        // by actor: its ties to the shore
    std::vector<std::vector<Vertex>> near_;  // by ties to the shore, perhaps outdated
    Vertex apart_ = 0;                       // nobody before is left
};

/// Visits the ways in which a cut of at most `size` actors could part a network, its dyads
/// running both ways: `visit(target, limit, taken)`, with `parts` set so that a cut found
/// for this target and limit is one of the network together with `taken`. One that leaves
/// more than two pieces is found for several targets. It stops once `visit` returns false.
///
/// Cuts that a first actor is not in part it from somebody; those that it is in are sought
/// among the others. Who has more ties than a cut can break to actors on the source's shore
/// is not parted from it, and joins them, as do all who were targets.
/// Cost: O(size·(V + E)) beside the visits, few of which there are in a network that hangs together well.
/// Reference: Kanevsky (1993), doi:10.1002/net.3230230604.
template <class Visit>
void each_target(Separation& parts, const Dyads& dyads, std::uint32_t size, const Visit& visit) {
    const std::uint32_t count = dyads.vertex_count();
    std::vector<Vertex> taken;
    bool goes_on = true;
    while (goes_on && taken.size() <= size && taken.size() < count) {
        const auto limit = static_cast<std::uint32_t>(size - taken.size());
        Vertex source = count;
        for (Vertex v = 0; v < count; ++v) {
            if (!parts.is_gone(v) && (source == count || dyads.degree(v) > dyads.degree(source))) source = v;
        }
        parts.gone(source, true);
        Landing landing{parts, dyads, limit};
        landing.take(dyads.of(source));
        for (auto target = landing.next(); target && goes_on; target = landing.next()) {
            goes_on = visit(*target, limit, taken);
            landing.take({&*target, 1});
        }
        taken.push_back(source);
    }
    for (const Vertex v : taken) parts.gone(v, false);
}

/// Some actors, at most `size`, without whom the network, its dyads running both ways, is in
/// pieces; none if there are none, or once patience is spent. Throws Cancelled.
std::optional<std::vector<Vertex>> small_cut(const Dyads& dyads, std::uint32_t size, Patience& patience);

/// How many actors it takes at least to part a network, its dyads running both ways; all but
/// one if each is tied to each. None once patience is spent. Throws Cancelled.
std::optional<std::uint32_t> connectivity(const Dyads& dyads, Patience& patience);

}  // namespace coopnet::detail
