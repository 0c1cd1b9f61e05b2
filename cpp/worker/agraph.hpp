#pragma once

#include <graphviz/cgraph.h>

#include <memory>

namespace coopnet::worker {

struct Close {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};

/// A graph of cgraph's that closes itself.
using Agraph = std::unique_ptr<Agraph_t, Close>;

}  // namespace coopnet::worker
