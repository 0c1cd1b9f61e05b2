#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::scenario {

/// How many actors hang together, direction ignored, in the largest piece that is left when
/// the actors of an order are removed one after the other: before any removal, after the
/// first, … after the last. Nobody left is 0.
/// Cost: O(V + E), by adding them back in turn.
/// Throws InvalidOption if an actor stands twice in the order.
template <Direction D>
std::vector<std::uint32_t> largest_without_actors(const Csr<D>& view, std::span<const Vertex> order);

/// The same if edges are removed; all actors stay.
template <Direction D>
std::vector<std::uint32_t> largest_without_edges(const Csr<D>& view, std::span<const EdgeId> order);

/// What is removed: vertices or edges.
enum class Removed { actors, ties };

struct RandomFailures {
    Removed of = Removed::actors;
    std::uint32_t runs = 100;
    std::uint64_t seed = 0;
};

/// The largest piece over several random orders of removal, by number of removals.
struct FailureCurve {
    std::vector<double> mean;
    std::vector<std::uint32_t> low;   ///< of the worst run
    std::vector<std::uint32_t> high;  ///< of the best
};

/// Removes actors or edges in random order, `runs` times. Run r follows `random_order(…, seed, r)`,
/// so the numbers are the same for any number of threads. Cost: O(runs · (V + E)).
template <Direction D>
FailureCurve random_failures(const Csr<D>& view, const RandomFailures& options, Monitor& monitor);

/// The numbers below `count` in a random order that follows from seed and run alone.
std::vector<std::uint32_t> random_order(std::uint32_t count, std::uint64_t seed, std::uint64_t run);

}  // namespace coopnet::scenario
