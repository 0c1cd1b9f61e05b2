#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::detail {

/// The strength matrix by row: how much of each neighbor's score flows to an actor. An
/// undirected tie flows both ways, a loop once, parallel edges each.
struct Inflow {
    std::vector<std::size_t> offsets{0};
    std::vector<Vertex> from;
    std::vector<double> strengths;

    [[nodiscard]] std::size_t size() const noexcept { return offsets.size() - 1; }
    [[nodiscard]] double operator()(std::size_t v, std::span<const double> scores) const noexcept {
        double sum = 0;
        for (std::size_t i = offsets[v]; i < offsets[v + 1]; ++i) sum += strengths[i] * scores[from[i]];
        return sum;
    }
};

/// What flows along the ties (`Mode::in`: an actor gets from those with a tie to it) or
/// against them (`Mode::out`: from those it has a tie to). `strengths` by edge id, empty:
/// all one. Cost: O(V + E).
template <Direction D>
Inflow inflow(const Csr<D>& view, std::span<const double> strengths, Mode mode);

/// The same among some actors alone, numbered in their order.
Inflow within(const Inflow& flow, std::span<const Vertex> members, std::vector<Vertex>& places);

struct Leading {
    double value = 0;            ///< the leading eigenvalue
    std::vector<double> scores;  ///< its eigenvector, the largest 1
};

/// The leading eigenvector, from a start that is not negative. Where it is the only one that
/// is not negative (every actor feeds every other, `irreducible`), it is always found: by
/// power iteration or, if two eigenvalues nearly coincide, by Noda's inverse iteration.
/// Cost: O(V + E) a round. Throws NotConverged if not irreducible and too slow, Cancelled.
/// Reference: Noda (1971), doi:10.1007/BF01436384.
Leading leading(const Inflow& flow, std::vector<double> start, bool irreducible, Monitor& monitor);

/// The actors whose scores feed each other, by piece, each with its leading eigenvector.
struct LeadingPieces {
    std::vector<std::vector<Vertex>> members;
    std::vector<Leading> pairs;  ///< by piece
    std::size_t first = 0;       ///< the piece that leads
    std::size_t equals = 0;      ///< how many lead as it does; 0: no ties run in a circle

    [[nodiscard]] double value() const noexcept { return pairs.empty() ? 0 : pairs[first].value; }
};

/// `groups` are the strong pieces of the same ties, by actor.
LeadingPieces leading_pieces(const Inflow& flow, std::vector<std::vector<Vertex>> members, Monitor& monitor);

/// What remains of a chain of walks: each step more weighs `factor` times as much.
struct Attenuation {
    double factor = 0;
    double limit = 0;  ///< one over the leading eigenvalue, infinite without circles
};

/// The factor asked for, or half the limit if none is (0.5 if there is no limit).
/// Throws InvalidOption, as "alpha 0.6 is above the limit 0.5 of this network.", unless its
/// size is below the limit, since past it the walks add up to no finite number.
template <Direction D>
Attenuation attenuation(const char* name, std::optional<double> factor, const Csr<D>& view,
                        std::span<const double> strengths, Monitor& monitor);

/// x = start + factor · flow(x): what all walks bring, each step attenuated.
/// Cost: O(V + E) a round; very near the limit, for up to 2,000 actors, one sparse elimination.
std::vector<double> attenuated(const Inflow& flow, std::vector<double> start, const Attenuation& by, Monitor& monitor);

}  // namespace coopnet::detail
