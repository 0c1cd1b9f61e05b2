#pragma once

#include <coopnet/core/monitor.hpp>

#include <chrono>
#include <cstdint>
#include <optional>

namespace coopnet::detail {

/// How long a search may go on: until its time limit, unless somebody stops it before.
class Patience {
public:
    Patience(Monitor& monitor, std::optional<double> seconds);

    /// False once the time is up; throws Cancelled if asked to stop. `work` counts
    /// elementary steps since the last call; only every few thousand cost a look.
    bool lasts(std::uint64_t work = 1) {
        work_ += work;
        return work_ < between_looks || look();
    }
    [[nodiscard]] bool spent() const noexcept { return spent_; }
    [[nodiscard]] Monitor& monitor() const noexcept { return monitor_; }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::uint64_t between_looks = 8192;

    bool look();

    Monitor& monitor_;
    std::optional<Clock::time_point> end_;
    std::uint64_t work_ = between_looks;  // a limit of zero is noticed at once
    bool spent_ = false;
};

}  // namespace coopnet::detail
