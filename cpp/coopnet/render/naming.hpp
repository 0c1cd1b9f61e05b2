#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/view/fold.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace coopnet::render {

/// How many actors of a picture carry their names: all of up to 120, the first 60 of up to 300, the first 40 of more.
[[nodiscard]] std::size_t most_named(std::size_t actors) noexcept;

/// By actor: whose name is written where not all names can be. Ends of `lit` ties always, then those with the highest
/// `values` (by actor; empty: the number of actors they are tied to). Empty: everybody's.
[[nodiscard]] std::vector<bool> named_actors(const Network& network, const View& view, std::span<const double> values,
                                             std::span<const TieRow> lit);

}  // namespace coopnet::render
