#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/model/network.hpp>

#include <string>
#include <string_view>

namespace coopnet::io {

/// A network from DOT, read by Graphviz in its worker.
///
/// Text that we wrote comes back whole. In any other, nodes become actors and edges ties of one relation `tie`,
/// directed as the graph is, unless they name a relation themselves; every attribute becomes a column. A node's label
/// is its `name`, an edge's `weight` its `strength` where all are numbers, the named subgraphs that a node lies in its
/// `subgraph`; attributes that have the name of an end or id become `dot_id`, `dot_source`, `dot_target`. Attributes of
/// the graph itself are left out: they speak of the drawing.
///
/// Throws ParseError, with the line, for text that is no DOT, and RenderError if there is no worker.
Draft read_dot(std::string_view text, const std::string& path, const Monitor* monitor = nullptr);

/// Everything a network holds, as DOT: cells are attributes, a tie's id is its edge's key, and sources, figures, words,
/// playbook and report stand as JSON in the graph's attributes `coopnet_1`, `coopnet_2` …
///
/// `dot -Tsvg` draws it: a label shows an actor's name, ties of a relation without direction have no heads.
/// Throws RenderError if there is no worker, or for a text that holds a zero byte.
std::string write_dot(const Network& network, const Monitor* monitor = nullptr);

}  // namespace coopnet::io
