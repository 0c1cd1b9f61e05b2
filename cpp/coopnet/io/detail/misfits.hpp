#pragma once

#include <coopnet/model/network.hpp>

#include <string>

namespace coopnet::io::detail {

/// Columns of another program's file that are called like ours and hold something else step aside, `status` as
/// `graphml_status`, which the notes tell: none of their cells reads as ours (`reliability` "High", `since` "soon", a
/// `parent` that is no actor), or the file declares a `kind` or `relation` as numbers. Where some cells do read, the
/// others are mistakes, and the builder's to name; so is every `handling` that is no marking. Relations lose the kinds
/// of their ends where no actor of the file has a kind.
void set_misfits_aside(Draft& draft, const std::string& format);

/// Relations of ties lose the kinds of their ends where no actor has a kind.
void free_ends(Draft& draft);

}  // namespace coopnet::io::detail
