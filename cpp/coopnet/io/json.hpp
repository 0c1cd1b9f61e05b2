#pragma once

#include <coopnet/model/network.hpp>

#include <string>
#include <string_view>

namespace coopnet::io {

/// A network from node-link JSON: `nodes`, and `edges` or `links`.
///
/// Files we wrote come back whole, with sources, figures, words, playbook and report. In
/// foreign ones every attribute becomes a column, `weight` fills the strength, lists are
/// joined by `;`, and the ties are of one relation `tie` with the direction of the file. Ends that
/// are no ids but places in the list of nodes, as d3 had them, or nodes themselves, are understood.
/// Throws ParseError for text that is no such JSON.
Draft read_json(std::string_view text, const std::string& path);

/// Throws ParseError, naming the path, unless the text is JSON that `write_json` can carry.
void require_json(std::string_view text, const std::string& path);

/// Everything a network holds, as node-link JSON; numbers of the format's own columns are
/// JSON numbers, all other cells text, empty cells absent.
std::string write_json(const Network& network);
std::string write_json(const Draft& draft);

}  // namespace coopnet::io
