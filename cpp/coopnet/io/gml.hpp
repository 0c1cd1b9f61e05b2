#pragma once

#include <coopnet/io/written.hpp>
#include <coopnet/model/network.hpp>

#include <string>
#include <string_view>

namespace coopnet::io {

/// A network from GML, in UTF-8.
///
/// Nodes become actors and edges ties, directed as the graph says or the edge itself; keys become columns, those of
/// nested lists under names joined by points (`graphics.x`), a key that is there several times one cell between `;`.
/// Character entities are characters: `&quot;`, `&eacute;`, `&#233;`. A node's `label` is its `name`, an edge's
/// `weight` its `strength`. Keys of the graph itself are left out, which the network's notes tell.
///
/// Throws ParseError, with line and column, for what is no GML, a text that is never closed, lists nested deeper than
/// 64 levels, and ids that are there twice. That ends are nodes is left to the builder, which is told the lines.
Draft read_gml(std::string_view text, const std::string& path);

/// Nodes and edges with all their cells as GML: 7-bit text with entities. Ids are numbers, as the format asks; what
/// they stand for, and columns whose names are no keys of GML, are told by keys `coopnet…` that other programs pass
/// over.
Written write_gml(const Network& network);

}  // namespace coopnet::io
