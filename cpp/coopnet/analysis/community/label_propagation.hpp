#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/partition.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <span>

namespace coopnet::community {

struct LabelPropagationOptions {
    std::uint64_t seed = 0;
};

/// Groups in which each actor is tied at least as strongly to its own as to any other.
///
/// Everybody begins with a label of its own; one after the other, in random order, takes the label it
/// is tied to most strongly, its own if that is among these, else any of them at random; until all
/// have one of the strongest. Direction is ignored, ties in return add up, loops do not count. An
/// isolate keeps its own. Another seed may find other groups. Groups are numbered by size, then by
/// first actor. Cost: O(E) a round, few rounds in practice.
/// Reference: Raghavan, Albert and Kumara (2007), doi:10.1103/PhysRevE.76.036106.
/// Throws InvalidWeight if a strength is not positive and finite, NotConverged after 10,000
/// rounds, Cancelled.
template <Direction D>
Partition label_propagation(const Csr<D>& view, std::span<const double> strengths, LabelPropagationOptions options,
                            Monitor& monitor);

}  // namespace coopnet::community
