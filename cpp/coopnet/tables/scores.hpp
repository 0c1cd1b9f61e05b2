#pragma once

#include <string>
#include <vector>

namespace coopnet {

/// A number for each actor or tie, in their order.
///
/// A number that is undefined is NaN; then `why` says in words what makes it so.
struct Scores {
    std::vector<double> values;
    std::string why;
};

}  // namespace coopnet
