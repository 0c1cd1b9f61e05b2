#pragma once

#include <coopnet/model/network.hpp>

#include <string>
#include <vector>

/// In other programs' files an edge has a direction or none; here its relation does.
namespace coopnet::io::detail {

/// Gives every relation of a draft's ties the direction that the file gives to its edges. One whose edges have both
/// becomes two relations of one label: the undirected edges are of `…_undirected`.
void settle_directions(Draft& draft, const std::vector<bool>& directed);

/// Whether a file with one direction for the rest calls itself directed: some tie is, or there is none.
bool is_directed(const Network& network);

/// By relation, what a file calls it that has a direction by edge: the two that come from one share its name.
std::vector<std::string> names_in_files(const Network& network);

/// A network whose ties are all plain ones: a file need not name their relation.
bool only_plain_ties(const Network& network, const std::vector<std::string>& names);

}  // namespace coopnet::io::detail
