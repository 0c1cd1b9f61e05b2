#pragma once

#include <coopnet/io/written.hpp>
#include <coopnet/model/network.hpp>

#include <string>
#include <string_view>

namespace coopnet::io {

/// A network from GraphML, in any encoding that XML declares.
///
/// Text that we wrote comes back whole. In any other, nodes become actors and edges ties, directed each as the file
/// says; data become columns of the type of their keys, defaults filled in. A node's `label`, or what yEd shows on it,
/// is its `name`, an edge's `weight` its `strength`, the node that a nested graph belongs to the `parent` of those in
/// it. Hyperedges, ports, drawings and data of the graph itself are left out, which the network's notes tell.
///
/// Throws ParseError, with line and column, for what is no GraphML, ids that are there twice, keys that nobody
/// declares, a second graph, and any document type declaration. That ends are nodes is left to the builder, which is
/// told the lines.
Draft read_graphml(std::string_view bytes, const std::string& path);

/// Everything a network holds, as GraphML: cells are data, and sources, figures, words, playbook and report stand as
/// JSON in the graph's datum `coopnet`. Gephi shows the names and weights, NetworkX and igraph read all data.
Written write_graphml(const Network& network);

}  // namespace coopnet::io
