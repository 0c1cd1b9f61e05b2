#pragma once

#include <string>
#include <string_view>

/// Text in DOT. DOT itself knows one escape, `\"`, and no way to end a text with a backslash.
namespace coopnet::io::detail {

/// As our DOT writes any text: `\\` for a backslash, `\n` for a line end, `\%` for a percent sign at the start, which
/// Graphviz would take for a name of its own.
[[nodiscard]] std::string escaped(std::string_view text);

/// What was escaped so. Other escapes stay as they are.
[[nodiscard]] std::string unescaped(std::string_view text);

/// What a plain label of a node shows: `\N` and `\G` stand for the names of node and graph, `\n`, `\l` and `\r` end a
/// line, entities for characters.
[[nodiscard]] std::string shown(std::string_view label, std::string_view node, std::string_view graph);

}  // namespace coopnet::io::detail
