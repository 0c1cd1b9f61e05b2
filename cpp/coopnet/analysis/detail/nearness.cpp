#include <coopnet/analysis/detail/nearness.hpp>

#include <limits>

namespace coopnet::detail {

double Nearness::closeness(double farness, double reached, double others, double n) const noexcept {
    if (unreached == Unreached::n) {
        farness += (others - reached) * n;
        reached = others;
    }
    if (unreached == Unreached::infinite && reached < others) return 0;
    if (reached == 0) return wf_improved ? 0 : std::numeric_limits<double>::quiet_NaN();
    return (normalized ? reached : 1) / farness * (wf_improved ? reached / others : 1);
}

}  // namespace coopnet::detail
