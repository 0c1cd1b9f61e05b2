#pragma once

#include <coopnet/model/network.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// What columns are called in files where a name has a meaning of its own: `label` shows a node, `weight` draws an
/// edge.
namespace coopnet::io::detail {

/// A column whose name a format takes is written as "column label" …
constexpr std::string_view column_mark = "column ";

/// What a node's `label` and an edge's `weight` are called until it is known whether they are name and strength.
/// No column that anybody names begins so.
constexpr std::string_view own_mark{"\0", 1};

/// A column of a table and what a file calls it.
struct NamedColumn {
    std::size_t column;
    std::string name;
    std::string type;  ///< "number", "integer", "boolean" or "string"
};

/// The columns of actors but the id: `name` is the file's `label`, if it is not said otherwise.
std::vector<NamedColumn> node_columns(const Network& network, std::string_view name_in_file = "label");

/// The columns of ties but ids, ends and relation: `strength` is the file's `weight`. Names that mean something else
/// to the format are `taken`.
std::vector<NamedColumn> edge_columns(const Network& network, std::initializer_list<std::string_view> taken = {});

/// The column that an attribute of a file fills; one that would hide an id or end steps aside as `gexf_source`.
std::string column_for(std::string_view attribute, bool edge, std::string_view format);

}  // namespace coopnet::io::detail
