#pragma once

#include <coopnet/tables/scores.hpp>

#include <string>
#include <vector>

namespace coopnet::detail {

/// In what unit scores are told of which only the ratios mean something. `raw`: as they come;
/// `length`: Euclidean length 1; `largest`: the largest is 1; `sum`: they add up to 1; `size`:
/// their squares add up to the number of actors.
enum class Scale { raw, length, largest, sum, size };

/// The scores in that unit; undefined, with a reason, where they cannot be: all are 0.
Scores scaled(std::vector<double> values, Scale scale);

}  // namespace coopnet::detail
