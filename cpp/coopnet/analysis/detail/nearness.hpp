#pragma once

#include <coopnet/analysis/detail/unreached.hpp>

namespace coopnet::detail {

/// How distances to others become closeness.
struct Nearness {
    bool wf_improved = true;
    bool normalized = true;
    Unreached unreached = Unreached::skipped;

    /// `farness` sums the distances to the `reached` of `others`; `n` is the distance that
    /// stands for none, if one does. NaN: nobody is there to be near to.
    [[nodiscard]] double closeness(double farness, double reached, double others, double n) const noexcept;
};

}  // namespace coopnet::detail
