#pragma once

#include <coopnet/analysis/position/profiles.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/partition.hpp>

#include <cstdint>

namespace coopnet::position {

struct ConcorOptions {
    /// How often each group is halved: two splits make four positions at most.
    std::uint32_t splits = 2;
    /// Which ties are compared: those sent, those received, or both.
    Mode mode = Mode::all;
    Diagonal diagonal = Diagonal::ignored;
    /// Rounds of correlations before a split is given up. A round may double a rounding
    /// error, so that after 40 it would decide; more are refused.
    std::uint32_t max_iterations = 25;
    /// A correlation has settled if it is this close to 1 or -1.
    double tolerance = 0.001;
};

/// Positions by iterated correlations: actors' ties are correlated, then the columns of these
/// correlations, again and again, until each is 1 or -1; the sign halves the group.
///
/// The second split does the same within each half, from the first correlations on. Isolates
/// are a position of their own, the last. A correlation that is undefined, since the ties of
/// one actor do not vary, counts as 1 if the two are tied alike and as 0 otherwise. A group
/// whose members are all correlated by 1 stays whole. Halves are numbered by their first
/// actor. Loops count as `diagonal` says. Cost: O(V·(V + E)), then 10 to 25 rounds a split,
/// the first half of them O(V³), the others O(V·r²) of the r dimensions that are left,
/// at most V/4; V² numbers.
/// Reference: Breiger, Boorman and Arabie (1975), doi:10.1016/0022-2496(75)90028-0.
/// Throws NotConverged if a split does not settle, as in networks that fall in two in several
/// equally good ways; InvalidWeight, InvalidOption, Cancelled.
template <Direction D>
Partition concor(const Csr<D>& view, std::span<const double> strengths, const Relations& relations,
                 const ConcorOptions& options, Monitor& monitor);

}  // namespace coopnet::position
