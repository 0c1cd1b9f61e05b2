#pragma once

#include <coopnet/core/error.hpp>

#include <atomic>
#include <cstdint>

namespace coopnet {

/// Between long work and whoever waits for it: progress one way, "stop" the other.
///
/// The worker calls `check()` at least every few milliseconds and `advance()` as it goes;
/// the waiting side reads `done()` of `total()` and may `cancel()`. All calls are safe
/// from any thread.
class Monitor {
public:
    void cancel() noexcept { cancelled_.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool cancelled() const noexcept { return cancelled_.load(std::memory_order_relaxed); }

    /// Throws Cancelled once somebody called `cancel()`.
    void check() const {
        if (cancelled()) throw Cancelled{};
    }

    void expect(std::uint64_t steps) noexcept { total_.store(steps, std::memory_order_relaxed); }
    void advance(std::uint64_t steps = 1) noexcept { done_.fetch_add(steps, std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t done() const noexcept { return done_.load(std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t total() const noexcept { return total_.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> cancelled_{false};
    std::atomic<std::uint64_t> done_{0};
    std::atomic<std::uint64_t> total_{0};
};

}  // namespace coopnet
