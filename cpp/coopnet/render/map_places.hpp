#pragma once

#include <coopnet/render/placing.hpp>
#include <coopnet/render/texts.hpp>

#include <string>

namespace coopnet::render {

/// A map, roughly: the actors of a state in a block where its capital lies, north at the top; blocks that would overlap
/// move apart, wide empty stretches shrink. Actors without a country stand in a block above, those of countries that
/// have no capital in the table in blocks below.
///
/// Throws InvalidOption if no actor's country has one, and for more than 300 actors.
[[nodiscard]] Placing map_places(const Network& network, const View& view, const BoxSizes& sizes, const Texts& texts,
                                 const std::string& language);

}  // namespace coopnet::render
