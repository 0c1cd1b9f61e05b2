#pragma once

#include <span>

namespace coopnet::detail {

/// Throws InvalidWeight unless each cost is positive and finite.
void require_costs(std::span<const double> costs);

/// Throws InvalidWeight unless each probability is above 0 and at most 1.
void require_probabilities(std::span<const double> probabilities);

/// Throws InvalidWeight unless each strength is positive and finite.
void require_strengths(std::span<const double> strengths);

}  // namespace coopnet::detail
