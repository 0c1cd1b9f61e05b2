#pragma once

#include <coopnet/io/written.hpp>
#include <coopnet/model/network.hpp>

#include <string>
#include <string_view>

namespace coopnet::io {

/// A network from UCINET's DL text, in UTF-8: full matrices, halves with or without a diagonal, lists of edges and of
/// nodes (`edgelist1` `edgelist2` `nodelist1` `nodelist1b` `nodelist2`), labels listed or embedded, several matrices.
///
/// An actor's id is its label, else its number. Matrices are relations under their labels; a cell that is not 0 is a
/// tie of that strength. Ties of a square matrix have no direction where both halves say the same, as in a table; those
/// of lists have one. With rows and columns of their own (`NR` `NC`) the actors say their mode in a column `mode`, and
/// the ties are affiliations of the rows to the columns. Rows and columns are matched by label, never by position, and
/// by labels that differ in capitals alone, as UCINET knows none.
///
/// There is no official description of the language: what is read is what its public help pages and files show.
///
/// Throws ParseError, with line and column, for what is no DL, labels and numbers that are missing or too many, numbers
/// of no actor, and sizes that a file cannot mean.
Draft read_ucinet_dl(std::string_view text, const std::string& path);

/// Labels and numbers for UCINET: the edges of a single directed relation as `edgelist1`, all else as full matrices.
/// Throws InvalidOption where those would have more than 4 million cells.
Written write_ucinet_dl(const Network& network);

}  // namespace coopnet::io
