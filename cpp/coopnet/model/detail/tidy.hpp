#pragma once

#include <coopnet/model/detail/problems.hpp>
#include <coopnet/model/network.hpp>

namespace coopnet::detail {

/// Brings a draft's sheets into the shape that everyone relies on: each named as its file,
/// each column with a name of its own and a cell for every row, each cell text without
/// blanks at its ends. What cannot be brought there is a problem.
void tidy(Draft& draft, Problems& problems);

/// Settles what each of a network's own columns holds: as declared, else "number" where it
/// looks so and "string" elsewhere. A cell that is no number in a declared number column is
/// a problem; declarations of columns that are not there are dropped.
void settle_types(Draft& draft, Problems& problems);

}  // namespace coopnet::detail
