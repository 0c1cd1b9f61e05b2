#include <coopnet/analysis/community/resolution.hpp>

#include <coopnet/core/error.hpp>
#include <coopnet/core/number.hpp>

#include <cmath>

namespace coopnet::community {

void require_resolution(double resolution) {
    if (std::isfinite(resolution) && resolution >= 0) return;
    throw InvalidOption{"resolution=" + format_number(resolution) +
                        " is not one. Give a number of 0 or more; 1 is usual."};
}

}  // namespace coopnet::community
