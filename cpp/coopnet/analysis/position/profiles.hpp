#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/view/csr.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::position {

using detail::Mode;

/// What to make of the four ties that two actors have with each other and with themselves.
enum class Diagonal {
    ignored,  ///< only ties to third actors are compared
    swapped,  ///< a's tie to b with b's tie to a, a's tie to itself with b's to itself
    kept,     ///< a's tie to b with b's tie to itself: the matrix as it stands
};

/// Which relation each edge is of, and how edges of one relation between two actors merge.
struct Relations {
    std::span<const std::uint32_t> of = {};  ///< by edge; empty: all are of one
    std::uint32_t count = 1;
    bool strongest = false;  ///< the strongest edge counts, not their sum
};

/// How an actor is tied in one place of its profile: with whom, sent or received, by which
/// relation. The side, a block of the profile, comes first in the order of places.
struct Strand {
    std::uint64_t place;
    double strength;

    Strand(std::uint32_t side, Vertex other, double how_strong)
        : place(std::uint64_t{side} << 32U | other), strength(how_strong) {}
    [[nodiscard]] std::uint32_t side() const noexcept { return static_cast<std::uint32_t>(place >> 32U); }
    [[nodiscard]] Vertex other() const noexcept { return static_cast<Vertex>(place); }
};

/// How each actor is tied to all: its row and its column of each relation, one after the
/// other. Places without a tie, strength 0, are not stored.
struct Profiles {
    std::uint32_t sides = 0;
    std::vector<std::size_t> offsets{0};  ///< by actor, into strands
    std::vector<Strand> strands;          ///< in the order of places

    [[nodiscard]] std::uint32_t actor_count() const noexcept { return static_cast<std::uint32_t>(offsets.size() - 1); }
    [[nodiscard]] std::span<const Strand> of(Vertex actor) const noexcept {
        return {strands.data() + offsets[actor], strands.data() + offsets[actor + 1]};
    }
    /// Steps that comparing all pairs takes, about.
    [[nodiscard]] std::uint64_t work() const noexcept { return std::uint64_t{actor_count()} * (strands.size() + 1); }
};

/// `strengths` by edge id; empty: each edge has strength one. Mode out takes rows, in columns,
/// all both; an undirected tie stands in both. Cost: O(V + E log d).
/// Throws InvalidWeight if a strength is not positive and finite, InvalidOption if an edge's
/// relation is not below their number.
template <Direction D>
Profiles profiles(const Csr<D>& view, std::span<const double> strengths, const Relations& relations, Mode mode);

/// One place of two profiles.
struct Place {
    double first;
    double second;
};

/// Two actors side by side: the places where at least one is tied, and how many there are.
struct Compared {
    std::vector<Place> places;
    double count = 0;
};

/// `compared` is filled anew. An actor may be compared with itself. Cost: O(d).
void compare(const Profiles& profiles, Vertex first, Vertex second, Diagonal diagonal, Compared& compared);

}  // namespace coopnet::position
