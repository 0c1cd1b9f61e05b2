#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace coopnet::cohesion {

struct CutSetsOptions {
    std::uint64_t max_results = 10'000;
    /// Seconds; then what was found by then.
    std::optional<double> time_limit = std::nullopt;
};

struct CutSets {
    std::optional<std::uint32_t> size;         ///< of each; none: no set does, or time ran out before it was known
    std::vector<std::vector<Vertex>> sets;     ///< each ascending, in the order of actors
    std::vector<std::vector<Vertex>> cut_off;  ///< by set: whom it cuts off, ascending
    bool partial = false;                      ///< a limit stopped the search
    std::string why;                           ///< no set of actors does
};

/// All smallest sets of actors without whom the network is in pieces. Each cuts off all but
/// the largest piece that remains; of equally large ones, that of the first actor stays.
///
/// `size` is the connectivity of the network. One in pieces needs nobody: the one set is
/// empty. None if each actor is tied to each, or fewer than two are there. Direction is
/// ignored, and so are loops; parallel edges are one.
///
/// Cost: O(k²·(V + E)) and a search on one side of each cut for each actor of it, in the
/// worst case O(k·V·E); there may be about 2^k·V²/k of them.
/// Reference: Kanevsky (1993), doi:10.1002/net.3230230604; Moody and White (2003),
/// doi:10.2307/3088904. Throws InvalidOption for a limit that is none, Cancelled.
template <Direction D>
CutSets cut_sets(const Csr<D>& view, const CutSetsOptions& options, Monitor& monitor);

/// All smallest sets of actors without whom `source` does not reach `target` along the
/// edges. Each cuts off whom the source then reaches no more, the target among them.
///
/// By Menger's theorem `size` is the number of pathways that share nobody but their ends.
/// Nobody is needed if there is no pathway: the one set is empty. None if the source is tied to the target itself.
///
/// Cost: as `detail::minimum_cuts`, and O(V + E) a set. Throws InvalidOption if the two are
/// the same or for a limit that is none, Cancelled.
template <Direction D>
CutSets cut_sets(const Csr<D>& view, Vertex source, Vertex target, const CutSetsOptions& options, Monitor& monitor);

}  // namespace coopnet::cohesion
