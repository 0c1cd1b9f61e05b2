#pragma once

namespace coopnet::community {

/// Throws InvalidOption unless it is finite and not negative.
void require_resolution(double resolution);

}  // namespace coopnet::community
