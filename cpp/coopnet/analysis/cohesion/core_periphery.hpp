#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace coopnet::cohesion {

struct CorePeripheryOptions {
    /// How core and periphery are tied ideally: from 0, not at all, to 1, each with each.
    /// None: ties between them are not compared.
    std::optional<double> between = 1.0;
    /// How often the best core known is shaken and improved again.
    std::uint32_t restarts = 20;
    std::uint64_t seed = 0;
    /// Steps spent on proving that no core fits better. 0: none.
    std::uint64_t effort = 2'000'000;
};

struct CorePeriphery {
    std::vector<bool> core;  ///< by actor; nobody if undefined
    double quality = 0;      ///< the correlation with the ideal pattern
    double bound = 0;        ///< no core has more
    bool exact = false;      ///< the two are proven to be the same
    std::string why;         ///< the quality is undefined
};

/// The core that fits best: of all ways to part the actors in two, the one whose ideal
/// pattern - core actors tied each with each, peripheral ones not at all - correlates most
/// with the ties there are, over all ordered pairs.
///
/// The quality is Pearson's r: 1 for a perfect core and periphery. `strengths` by edge id;
/// empty: a tie is 1, however many edges run beside it; else they are added. Directed ties
/// are compared both ways with one pattern. Loops are left out. Each piece counts with all
/// others: pairs across pieces are not tied. Undefined if all pairs are tied alike.
///
/// The core is found by the best of the most tied, then by moving one actor after the other
/// (Kernighan and Lin), again from shaken cores; then all others are ruled out by branch and
/// bound as far as `effort` goes (only by comparing each if `between` is none). Of equally
/// good cores the one found first is given, the same for any number of threads.
///
/// Cost: O(V + E) for each move, among V actors; about V moves, and `effort` steps.
/// Reference: Borgatti and Everett (1999), doi:10.1016/S0378-8733(99)00019-2. Throws
/// InvalidOption if `between` is not from 0 to 1, InvalidWeight, Cancelled.
template <Direction D>
CorePeriphery core_periphery(const Csr<D>& view, std::span<const double> strengths, const CorePeripheryOptions& options,
                             Monitor& monitor);

}  // namespace coopnet::cohesion
