#pragma once

#include <coopnet/io/written.hpp>
#include <coopnet/model/network.hpp>

#include <string>
#include <string_view>

namespace coopnet::io {

/// A network from a Pajek network (`.net`) or project (`.paj`), in UTF-8.
///
/// Vertices become actors under their numbers, their labels names; arcs and edges ties, directed and not, each of the
/// relation that its heading names (`*Arcs :2 "refers"`). Coordinates, shapes and parameters become columns, the
/// parameter `l` of a line its `label`. Intervals of years (`[1996-2001,2003-*]`) are periods, and two of them two
/// ties; other intervals stay as they are in a column `time`. Of two modes (`*Vertices 9 4`) the actors say theirs in a
/// column `mode`, the ties are affiliations, of the first mode to the second. Partitions and vectors become columns of
/// actors, where 9999998 and 999999998 stand for what is missing. Networks of a project that have the vertices of its
/// first are relations; what has others is left out, which the network's notes tell.
///
/// Throws ParseError, with line and column, for what is no such file, a text that is never closed, numbers of no
/// vertex, matrices and partitions that are too short, and more vertices than a file of its size can mean.
Draft read_pajek(std::string_view text, const std::string& path);

/// The network with what a partition (`.clu`) or vector (`.vec`) says of its actors, in a column that is called as the
/// file is. Throws ParseError for what is no number, and for another count of them than of actors.
Draft add_pajek_numbers(Draft draft, std::string_view text, const std::string& path);

/// A network for Pajek. Labels are names, or ids where there is none; ids that are no numbers are told by comments
/// that Pajek passes over. Ties are put together by relation.
Written write_pajek(const Network& network);

/// The same with partitions and vectors for those columns of actors that hold whole and other numbers.
Written write_pajek_project(const Network& network);

}  // namespace coopnet::io
