#include <coopnet/analysis/detail/patience.hpp>

namespace coopnet::detail {

Patience::Patience(Monitor& monitor, std::optional<double> seconds) : monitor_(monitor) {
    if (!seconds) return;
    if (!(*seconds >= 0)) throw InvalidOption{"A time limit is a number of seconds, zero or more."};
    constexpr double a_year = 365.0 * 24 * 3600;  // more would overflow the clock
    const std::chrono::duration<double> granted{*seconds < a_year ? *seconds : a_year};
    end_ = Clock::now() + std::chrono::duration_cast<Clock::duration>(granted);
}

bool Patience::look() {
    work_ = 0;
    monitor_.check();
    spent_ = spent_ || (end_ && Clock::now() >= *end_);
    if (spent_) work_ = between_looks;
    return !spent_;
}

}  // namespace coopnet::detail
