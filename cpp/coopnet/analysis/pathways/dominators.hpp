#pragma once

#include <coopnet/analysis/detail/apart.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::pathways {

using detail::Of;

struct DominatorsOptions {
    Of of = Of::actors;
};

/// A vertex or an edge that opens the way to others.
struct Gate {
    std::uint32_t id = 0;
    std::optional<std::uint32_t> before;  ///< the last gate that all pathways to it pass, besides the source
    std::uint32_t opens = 0;              ///< vertices that are reached through it alone, not itself
};

/// The vertices a source reaches, or the edges it reaches and that open something, each with
/// its immediate dominator among its like; in the order of the view.
///
/// `g` dominates v if every pathway from the source to v passes g: without g, v is lost. An
/// edge that runs both ways is one; parallel edges stand in for each other; loops open nothing.
/// Cost: that of `detail::DominatorTree`. Throws Cancelled.
template <Direction D>
std::vector<Gate> dominators(const Csr<D>& view, Vertex source, const DominatorsOptions& options, Monitor& monitor);

/// Of these the ones that every pathway to the target passes, from source to target; none if
/// no single one is needed. Nothing at all if no pathway leads there.
/// Throws InvalidOption if source and target are the same, Cancelled.
template <Direction D>
std::optional<std::vector<Gate>> dominators(const Csr<D>& view, Vertex source, Vertex target,
                                            const DominatorsOptions& options, Monitor& monitor);

struct IndispensableOptions {
    Of of = Of::actors;
};

/// Which vertices, or edges, alone connect members of one group with members of another.
struct Indispensable {
    std::uint64_t pairs = 0;            ///< ordered pairs (a in one, b in the other, not a) with a pathway
    std::vector<std::uint64_t> alone;   ///< by vertex or edge: those among others than itself that it alone connects
    std::vector<std::uint64_t> ending;  ///< by vertex or edge: pairs it is itself an end of; 0 for edges
};

/// Pathways lead from the vertices of `one` to those that are in `other`. The same for any
/// number of threads. Cost: a dominator tree from each of `one`. Throws InvalidOption if
/// `other` does not say of each vertex whether it is in, Cancelled.
template <Direction D>
Indispensable indispensable(const Csr<D>& view, std::span<const Vertex> one, const std::vector<bool>& other,
                            const IndispensableOptions& options, Monitor& monitor);

}  // namespace coopnet::pathways
