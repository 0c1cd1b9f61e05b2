#pragma once

#include <coopnet/model/network.hpp>

namespace coopnet {

/// Checks every table of a draft and makes a network of it.
///
/// All violations are found in one pass and thrown together as InvalidNetwork, each with
/// file, row and column: an end that is no actor, a kind or relation the vocabulary does
/// not know, ends that a relation does not allow, a bad or reversed date, a reliability
/// outside 0–1, a negative delay or capacity, a duplicate id, a documented or claimed tie
/// without a source. With an open vocabulary, unknown kinds, relations (directed, layer
/// `cooperation`) and sources are taken as found and noted. Nothing half-built survives.
///
/// Cost: O(cells).
Network build(Draft draft);

}  // namespace coopnet
