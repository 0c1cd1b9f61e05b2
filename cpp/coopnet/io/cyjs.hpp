#pragma once

#include <coopnet/io/written.hpp>
#include <coopnet/model/network.hpp>

#include <string>
#include <string_view>

namespace coopnet::io {

/// A network from Cytoscape's JSON: what Cytoscape saves as `.cyjs`, what Cytoscape.js takes and gives, what NetworkX
/// calls Cytoscape data.
///
/// `elements` are an object of nodes and edges, or one list of both. What stands in their `data` becomes columns, lists
/// between `;`; `name` is the actor's name, `interaction` the relation, `weight` the strength. Edges are directed,
/// unless the file or the edge says `"directed": false`. Numbers and names that Cytoscape gives beside them (`SUID`,
/// `shared_name`, `value`) stay where they say something of their own. Positions, classes and what is selected are left
/// out, which the network's notes tell.
///
/// Throws ParseError for what is no such JSON, elements without data, ids that are missing or there twice.
Draft read_cyjs(std::string_view text, const std::string& path);

/// All of a network as Cytoscape's JSON: in `data` of nodes and edges what their cells say, in that of the network,
/// under `coopnet`, everything else.
Written write_cyjs(const Network& network);

}  // namespace coopnet::io
