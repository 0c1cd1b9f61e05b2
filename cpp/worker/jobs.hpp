#pragma once

#include <coopnet/graphviz/protocol.hpp>

#include <string>

/// The four things a worker does. Each throws Refusal.
namespace coopnet::worker {

/// Loads Graphviz and fonts. Every graph from then on has the stock label `\N`.
void prepare();

[[nodiscard]] graphviz::Graph read(const graphviz::ReadTask& task);
[[nodiscard]] std::string write(const graphviz::WriteTask& task);
[[nodiscard]] graphviz::Graph layout(const graphviz::LayoutTask& task);
[[nodiscard]] std::string draw(const graphviz::DrawTask& task);

}  // namespace coopnet::worker
