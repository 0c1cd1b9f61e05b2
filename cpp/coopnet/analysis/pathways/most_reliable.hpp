#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/pathways.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace coopnet::pathways {

struct MostReliableOptions {
    std::uint64_t k = 1;
    bool only_equal = false;  ///< of them only those as reliable as the first; `partial` if k is too few for these
    std::optional<double> time_limit = std::nullopt;  ///< seconds
};

/// The k pathways on which every step works with the greatest probability, steps failing
/// independently: the product of `probabilities`, by edge id.
///
/// Products are compared as they run, within a relative 1e-10, never by logarithms, so that
/// every machine ranks alike. A step of probability 1 is still a step: among equally
/// reliable pathways fewer steps come first, then the view's order; an edge of probability
/// 0 is none. Otherwise as `k_shortest`, at its cost.
/// Throws InvalidWeight if a probability is not from 0 to 1, InvalidOption, Cancelled.
template <Direction D>
Pathways most_reliable(const Csr<D>& view, std::span<const double> probabilities, Vertex source, Vertex target,
                       MostReliableOptions options, Monitor& monitor);

}  // namespace coopnet::pathways
