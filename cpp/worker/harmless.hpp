#pragma once

#include <coopnet/graphviz/graph.hpp>

namespace coopnet::worker {

/// The graph without anything that makes Graphviz open a file, fetch, or pass on what a browser would run: only
/// attributes on a list, links of four kinds, markup without images. Throws Refusal for text that is not UTF-8 or holds
/// control characters, and for markup that cannot be read.
[[nodiscard]] graphviz::Graph harmless(graphviz::Graph graph);

}  // namespace coopnet::worker
