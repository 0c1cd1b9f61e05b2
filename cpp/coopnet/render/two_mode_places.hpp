#pragma once

#include <coopnet/render/placing.hpp>
#include <coopnet/render/texts.hpp>

namespace coopnet::render {

/// Is every tie of a view a membership?
[[nodiscard]] bool is_two_mode(const Network& network, const View& view);

/// Two columns that face each other: members at the left; forums, events, bodies and instruments at the right. If no
/// tie is a membership, the two sides between which all ties run, sources at the left. Both columns are ordered for few
/// crossings. Who has no tie to the other side is left out, and ties within a side are; the remarks count them.
///
/// A long column is staggered into two. Throws InvalidOption if there are no two sides, or more than 300 actors on
/// them.
[[nodiscard]] Placing two_mode_places(const Network& network, const View& view, const BoxSizes& sizes,
                                      const Texts& texts);

}  // namespace coopnet::render
