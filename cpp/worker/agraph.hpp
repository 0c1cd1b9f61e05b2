#pragma once

#include <coopnet/graphviz/graph.hpp>

#include <graphviz/cgraph.h>

#include <memory>

namespace coopnet::worker {

struct Close {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};

/// A graph of cgraph's that closes itself.
using Agraph = std::unique_ptr<Agraph_t, Close>;

/// cgraph's form of our graph. Throws Refusal for a name that occurs twice and for zero bytes.
[[nodiscard]] Agraph build(const graphviz::Graph& graph);

/// Our form of cgraph's graph. Attributes without a value are left out, and so is a node's stock label, `\N`.
[[nodiscard]] graphviz::Graph extract(Agraph_t* graph);

}  // namespace coopnet::worker
