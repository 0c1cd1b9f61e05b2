#pragma once

#include <coopnet/model/network.hpp>

#include <string>

namespace coopnet::io::detail {

/// All of a draft but the rows of actors and ties, as JSON: what stands beside nodes and edges in a file of ours.
std::string rest_of(Draft draft);

/// Rows under the columns of a sheet without any, which may not all have been filled, then under those that are new.
void fill(Sheet& columns, Sheet rows);

}  // namespace coopnet::io::detail
