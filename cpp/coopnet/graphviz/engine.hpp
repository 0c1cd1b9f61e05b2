#pragma once

#include <string_view>

namespace coopnet::graphviz {

/// Who places the nodes. `nop2` keeps the `pos` of nodes and edges and only draws.
enum class Engine { dot, neato, fdp, sfdp, twopi, circo, osage, nop, nop2 };

/// `json` holds positions, without drawing operations; `dot` is the graph with its positions.
enum class Format { svg, pdf, png, json, dot };

/// As Graphviz calls it.
[[nodiscard]] std::string_view name_of(Engine engine);
[[nodiscard]] std::string_view name_of(Format format);

/// Throws InvalidOption, naming the choices.
[[nodiscard]] Engine engine_named(std::string_view name);
[[nodiscard]] Format format_named(std::string_view name);

}  // namespace coopnet::graphviz
