#pragma once

#include <coopnet/io/written.hpp>
#include <coopnet/model/network.hpp>

#include <string>
#include <string_view>

namespace coopnet::io {

/// A network from GEXF 1.1, 1.2 or 1.3, in any encoding that XML declares.
///
/// Nodes become actors and edges ties, directed each as the file says (`mutual` is undirected); attributes become
/// columns of their types, defaults filled in. A label is the actor's `name`, a weight the tie's `strength`, a `kind`
/// its relation. An edge's start and end are `since` and `until`, both included, where they are days; a start without
/// an end is still open, and each spell of an edge is a tie. A node within another has it as its `parent`. Spells of
/// nodes are kept as text, values that change as `value [start,end]`. Times of day, colors and positions are left out,
/// which notes tell.
///
/// Throws ParseError, with line and column, for what is no GEXF, ids that are there twice, attributes that nobody
/// declares, and any document type declaration. That ends are nodes is left to the builder, which is told the lines.
Draft read_gexf(std::string_view bytes, const std::string& path);

/// Nodes and edges with all their cells as GEXF 1.3. A tie's period stands as whole days in `start` and `end`, and
/// where the network knows less than a day, as the text it has too.
Written write_gexf(const Network& network);

}  // namespace coopnet::io
