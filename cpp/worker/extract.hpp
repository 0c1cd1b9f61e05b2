#pragma once

#include <coopnet/graphviz/graph.hpp>

#include <graphviz/cgraph.h>

namespace coopnet::worker {

/// Our form of cgraph's graph, all in order of appearance. Attributes without a value are left out, and so is a node's
/// stock label, `\N`.
[[nodiscard]] graphviz::Graph extract(Agraph_t* graph);

}  // namespace coopnet::worker
