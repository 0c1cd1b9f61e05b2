#pragma once

#include <coopnet/graphviz/graph.hpp>
#include <coopnet/render/drawing.hpp>

namespace coopnet::render {

/// The picture as a Graphviz graph without nodes of its own: every mark is a drawing operation of its `_background`,
/// so that PDF and PNG show what the SVG shows, the legend and the stamp included. For the engine `nop2`.
[[nodiscard]] graphviz::Graph background(const Drawing& drawing);

}  // namespace coopnet::render
