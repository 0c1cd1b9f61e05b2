#pragma once

#include "agraph.hpp"

#include <coopnet/graphviz/graph.hpp>

namespace coopnet::worker {

/// cgraph's form of our graph. Throws Refusal for a name that occurs twice and for zero bytes.
[[nodiscard]] Agraph build(const graphviz::Graph& graph);

}  // namespace coopnet::worker
